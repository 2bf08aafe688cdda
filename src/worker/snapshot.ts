import { createVaultIndex, indexBasis, isSameStamp, isTrusted, shardOf, type Config, type Finding, type NoteFindings, type Shard, type Stamp, type StampedFile, type VaultIndex } from "../core/index";
import { openStore, type Store, type TextChange } from "./store";

/** What was found in the prose of a note, and the stamp of its file. */
interface Judged extends Stamp {
  findings: readonly Finding[];
}

/** Keeps an index and what was found in the prose from one start to the next. Whatever goes wrong, nothing is held, and nobody is told. */
export interface Snapshot {
  /** Fills an index that is empty; gives it back, or an empty one where nothing of use is held, and the paths that are to be read. */
  restore(name: string, config: Config, files: readonly StampedFile[]): Promise<{ index: VaultIndex; missing: string[] }>;
  recall(config: Config, files: readonly StampedFile[]): Promise<{ notes: NoteFindings[]; missing: string[] }>;
  /** Holds what was found in a note by a config until it is kept. */
  hold(config: Config, path: string, judged: Judged): void;
  keep(index: VaultIndex, config: Config, isCurrent: () => boolean): Promise<void>;
  /** Restores nothing of what is held now: it is damaged. */
  drop(): void;
}

/** Which of two windows that write by turns gets its way is all the same, so it need not be tried for long. */
const tries = 3;

/** For how long a database may take to open, in milliseconds: some hang for ever. */
const patience = 2000;

/** Lets others have their turn. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A stamp as it may be kept; undefined where the file may change once more without showing it. */
export function trusted(stamp: (Stamp & { readAt?: number | undefined }) | undefined): Stamp | undefined {
  return stamp && isTrusted(stamp, stamp.readAt ?? Date.now()) ? { mtime: stamp.mtime, size: stamp.size } : undefined;
}

function isJudged(value: unknown): value is [string, Judged] {
  if (!Array.isArray(value)) return false;
  const [path, judged] = value as unknown[];
  return typeof path === "string" && typeof judged === "object" && judged !== null && "findings" in judged && Array.isArray(judged.findings);
}

/** What a text holds, as far as it is of use. */
function parse(text: string): [string, Judged][] {
  try {
    const held: unknown = JSON.parse(text);
    return Array.isArray(held) ? held.filter(isJudged) : [];
  } catch {
    return [];
  }
}

/** @param version of the code: what another version has written is not used */
export function createSnapshot(version: string): Snapshot {
  let opened: { name: string; store: Promise<Store | undefined> } | undefined;
  /** Of the index as it was read or written last. */
  let generation: string | undefined;
  /** Whether what is held turned out to be damaged, and nothing has been written since. */
  let isDropped = false;
  /** The vault's notes at the start: the index may not have come to them yet. */
  let present = new Set<string>();
  /** What has been judged, and by what, since it was last kept. */
  let fresh: { basis: string; notes: Map<string, Judged> } = { basis: "", notes: new Map() };
  let before: Promise<void> = Promise.resolve();

  const indexed = (config: Config): string => `${version} ${indexBasis(config)}`;
  const judgedBy = (config: Config): string => `${version} ${JSON.stringify(config)}`;
  const freshBy = (config: Config): Map<string, Judged> => {
    const basis = judgedBy(config);
    if (fresh.basis !== basis) fresh = { basis, notes: new Map() };
    return fresh.notes;
  };

  const storeOf = (name: string): Promise<Store | undefined> => {
    if (opened?.name !== name) {
      void opened?.store.then((store) => store?.close());
      const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
      opened = { name, store: Promise.race([openStore(name).catch(() => undefined), late]) };
    }
    return opened.store;
  };

  const textsFrom = (index: VaultIndex, notes: ReadonlyMap<string, Judged>): TextChange["changes"] => {
    const byShard = new Map<number, [string, Judged][]>();
    for (const [path, judged] of notes) byShard.set(shardOf(path), [...(byShard.get(shardOf(path)) ?? []), [path, judged]]);
    const isThere = ([path]: [string, Judged]): boolean => index.has(path) || present.has(path);
    return new Map([...byShard].map(([number, own]) => [number, (held: string) => JSON.stringify([...new Map([...parse(held), ...own].filter(isThere))])]));
  };

  const keep = async (index: VaultIndex, config: Config, isCurrent: () => boolean): Promise<void> => {
    const store = await opened?.store;
    if (!store) return;
    const notes = new Map(freshBy(config));
    for (let left = tries; left > 0; left -= 1) {
      const from = generation;
      if (from === undefined) index.packAnew();
      const shards = new Map<number, Shard>();
      // What has changed while others had their turn is packed again: at the end all is of one moment.
      for (;;) {
        if (!isCurrent()) return;
        if (!index.advance()) {
          const packed = index.pack();
          if (!packed) break;
          shards.set(packed.number, packed.shard);
        }
        await turn();
      }
      if (shards.size === 0 && notes.size === 0) return;
      const to = shards.size === 0 ? from : `${Date.now()} ${Math.random()}`;
      generation = undefined;
      const isWritten = await store.write({ basis: indexed(config), from, to: to ?? "", shards }, { basis: judgedBy(config), changes: textsFrom(index, notes) });
      if (!isWritten) continue;
      if (isCurrent()) [generation, isDropped] = [to, false];
      for (const [path, judged] of notes) if (fresh.notes.get(path) === judged) fresh.notes.delete(path);
      return;
    }
  };

  return {
    async restore(name, config, files) {
      const index = createVaultIndex(config);
      const paths = files.map(({ path }) => path);
      present = new Set(paths);
      generation = undefined;
      try {
        const store = await storeOf(name);
        const found = isDropped ? undefined : await store?.readIndex(indexed(config), (shard) => index.unpack(shard));
        if (found !== undefined) {
          const missing = index.fit(files);
          generation = found;
          return { index, missing };
        }
      } catch {
        // What is damaged is as good as nothing.
      }
      // Another one: shards may be on their way to the first.
      return { index: createVaultIndex(config), missing: paths };
    },
    async recall(config, files) {
      const held = new Map<string, Judged>();
      try {
        for (const text of (await (await opened?.store)?.readTexts(judgedBy(config))) ?? []) for (const [path, judged] of parse(text)) held.set(path, judged);
      } catch {
        held.clear();
      }
      for (const [path, judged] of freshBy(config)) held.set(path, judged);
      const notes: NoteFindings[] = [];
      const missing: string[] = [];
      for (const file of files) {
        const judged = held.get(file.path);
        if (!judged || !isSameStamp(judged, file)) missing.push(file.path);
        else if (judged.findings.length > 0) notes.push({ path: file.path, findings: [...judged.findings] });
      }
      return { notes, missing };
    },
    hold(config, path, judged) {
      freshBy(config).set(path, judged);
    },
    keep(...args) {
      // One after the other. What can't be kept is read at the next start.
      return (before = before.then(() => keep(...args)).catch(() => undefined));
    },
    drop() {
      [generation, isDropped] = [undefined, true];
    },
  };
}
