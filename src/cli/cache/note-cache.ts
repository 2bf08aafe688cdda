import { serialize } from "node:v8";
import type { NoteFile } from "../gather";
import { readFile, type FileStats } from "../read-note";
import { parcelFrom } from "../threads/parcel";
import { isSameStamp, printOf, stampOf, type NoteResult, type Print } from "../work/note-work";
import { hashOf, type Cache } from "./cache";

/** A note that is held: what its file looked like, and which part of the cache its result is in. */
interface Held extends Print {
  part: number;
  /** Why it can't be read. */
  reason: string | undefined;
}

/** The notes that are held, in columns, which are read and written several times as fast as an object for each. */
interface Columns {
  paths: string[];
  hashes: string[];
  /** Three numbers for each. */
  stamps: Float64Array;
  parts: Uint32Array;
  reasons: Map<string, string>;
}

/** The results of a vault's notes as an earlier run left them. */
export interface NoteCache {
  /** Whether a note is as it was when its result was kept. Where only the times differ, as after a checkout, its bytes tell. */
  isHeld(note: NoteFile, stats: FileStats | undefined): boolean;
  /** To be asked before new results are added: false where what is held has turned out to be damaged, and nothing is held from then on. */
  isSound(): boolean;
  /** The results of the notes that are held; those that can't be read left out. */
  held(): NoteResult[];
  /** Those of them that can't be read, without a look at the results. */
  unreadable(): { path: string; reason: string }[];
  /** A short text that is another one where a note comes, goes or changes. */
  state(): string;
  /** Takes in new results, with the bytes that they travel as. */
  add(results: readonly NoteResult[], bytes: Uint8Array): void;
  /** Writes down what has changed. Of the notes not seen in this run those outside of what it looked at stay. */
  save(isLookedAt: (path: string) => boolean): void;
}

/**
 * What is kept of notes under a name.
 * @param purpose all that their results depend on, beside themselves
 * @param remake makes results anew where what is held turns out to be damaged
 */
export function openNoteCache(cache: Cache, name: string, purpose: unknown, remake: (isWanted: (path: string) => boolean) => NoteResult[]): NoteCache {
  const file = cache.read<Columns>(name, purpose);
  const old = file ? heldIn(file.head) : new Map<string, Held>();
  const oldCount = file ? file.head.parts.reduce((most, part) => Math.max(most, part + 1), 0) : 0;
  let oldParts: readonly Uint8Array[] | undefined;
  /** This run's notes: what is as it was, and what is new, whose parts are counted on from the old ones. */
  const now = new Map<string, Held>();
  const fresh: Uint8Array[] = [];
  let isChanged = false;

  /** The old parts; undefined where they are damaged. */
  const partsHeld = () => (oldParts ??= file ? file.parts() : []);

  /** Has the next run make all results anew. */
  const forget = () => cache.write<Columns>(name, purpose, { head: columnsOf(new Map(), new Map()), parts: [] });

  /** What a part holds of some notes. */
  const openPart = (bytes: Uint8Array, part: number, notes: ReadonlyMap<string, Held>) => parcelFrom<NoteResult[]>(bytes).open().filter(({ path }) => notes.get(path)?.part === part);

  return {
    isHeld({ path, file: from }, stats) {
      const known = old.get(path);
      if (!known || !stats) return false;
      const stamp = stampOf(stats);
      if (isSameStamp(stamp, known.stamp)) {
        now.set(path, known);
        return true;
      }
      const taken = readFile(from);
      if ("reason" in taken) return false;
      const print = printOf(taken);
      if (print.hash !== known.hash) return false;
      isChanged ||= !isSameStamp(print.stamp, known.stamp);
      now.set(path, { ...known, stamp: print.stamp });
      return true;
    },
    isSound() {
      if (partsHeld()) return true;
      old.clear();
      now.clear();
      oldParts = [];
      isChanged = true;
      return false;
    },
    held() {
      const all = partsHeld();
      if (!all) {
        forget();
        return remake((path) => now.has(path)).filter(({ reason }) => reason === undefined);
      }
      const wanted = new Set(Array.from(now.values(), ({ part }) => part));
      return all.flatMap((bytes, part) => (wanted.has(part) ? openPart(bytes, part, now).filter(({ reason }) => reason === undefined) : []));
    },
    unreadable: () => [...now].flatMap(([path, { part, reason }]) => (part < oldCount && reason !== undefined ? [{ path, reason }] : [])),
    state: () => hashOf(Array.from(now, ([path, { hash }]) => `${path}\0${hash}`).sort().join("\n")),
    add(results, bytes) {
      for (const { path, print, reason } of results) if (print) now.set(path, { ...print, part: oldCount + fresh.length, reason });
      fresh.push(bytes);
      isChanged = true;
    },
    save(isLookedAt) {
      const all = new Map(now);
      for (const [path, note] of old) {
        if (now.has(path)) continue;
        if (isLookedAt(path)) isChanged = true;
        else all.set(path, note);
      }
      if (!isChanged) return;
      const held = partsHeld();
      if (!held) {
        forget();
        return;
      }
      const before = sizes(old);
      const after = sizes(all);
      const moved = new Map<number, number>();
      const written: Uint8Array[] = [];
      for (const [part, bytes] of [...held.entries(), ...fresh.map((bytes, at) => [oldCount + at, bytes] as const)]) {
        if (!after.has(part)) continue;
        moved.set(part, written.length);
        // A part that has lost a note is made anew, so that nothing is kept that nobody will ask for.
        const isWhole = part >= oldCount || after.get(part) === before.get(part);
        written.push(isWhole ? bytes : serialize(openPart(bytes, part, all)));
      }
      cache.write(name, purpose, { head: columnsOf(all, moved), parts: written });
    },
  };
}

function columnsOf(notes: ReadonlyMap<string, Held>, moved: ReadonlyMap<number, number>): Columns {
  const all = [...notes];
  return {
    paths: all.map(([path]) => path),
    hashes: all.map(([, { hash }]) => hash),
    stamps: Float64Array.from(all.flatMap(([, { stamp }]) => stamp)),
    parts: Uint32Array.from(all, ([, { part }]) => moved.get(part) ?? 0),
    reasons: new Map(all.flatMap(([path, { reason }]) => (reason === undefined ? [] : [[path, reason]]))),
  };
}

function heldIn({ paths, hashes, stamps, parts, reasons }: Columns): Map<string, Held> {
  return new Map(paths.map((path, at) => [path, {
    stamp: [stamps[3 * at] ?? NaN, stamps[3 * at + 1] ?? NaN, stamps[3 * at + 2] ?? NaN],
    hash: hashes[at] ?? "",
    part: parts[at] ?? 0,
    reason: reasons.get(path),
  }]));
}

/** How many notes each part holds. */
function sizes(notes: ReadonlyMap<string, Held>): Map<number, number> {
  const count = new Map<number, number>();
  for (const { part } of notes.values()) count.set(part, (count.get(part) ?? 0) + 1);
  return count;
}
