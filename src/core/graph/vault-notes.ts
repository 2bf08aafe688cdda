import type { Concept } from "../concepts/concept";
import type { NoteReading } from "../concepts/read-concept";
import type { Config } from "../config";
import { namesTell, type NamesTell } from "../fixes/names-tell";
import { createEntry, keyOfName, resolveEntry, type KeptEntry } from "./entry";
import { createLabelIndex, labelKeys, type LabelIndex, type RankedLabel } from "./label-index";
import { createPacker } from "./packer";
import { createPathIndex, nameKey, type PathIndex } from "./path-index";
import { createPathOrder } from "./path-order";
import { createReverseMap } from "./reverse-map";
import { packShard, shardCount, shardOf, unpackShard, type Shard, type UnpackedEntry } from "./shard";
import type { Stamp } from "./stamp";

/**
 * The notes of an index, and what hangs on what. Nothing is looked up before it is asked for: what is not, costs no more than
 * being put down.
 */
export interface VaultNotes {
  readonly entries: ReadonlyMap<string, KeptEntry>;
  readonly put: (path: string, reading: NoteReading, stamp?: Stamp) => void;
  /** Moves a note, or all notes below a folder; one that lies where another comes to is gone. */
  readonly rename: (from: string, to: string) => void;
  /** Forgets a note, or all notes below a folder. */
  readonly remove: (path: string) => void;
  /** Looks up what the changes since the last question touched. */
  readonly settle: () => void;
  /** The notes in path order. */
  readonly inOrder: () => KeptEntry[];
  /** The concepts in path order: the same array until one comes, goes, or is called by other labels. */
  readonly labelled: () => readonly Concept[];
  /** Who states a relation to a note, as it was settled last. */
  readonly statersOf: (path: string) => ReadonlySet<string>;
  /** Where links and labels lead. */
  readonly paths: () => PathIndex;
  readonly labels: () => LabelIndex;
  /** What is told by the names of the notes alone: empty once one of them has changed. */
  readonly told: () => NamesTell;
  /** Does a little of what must be done before a question or a change can be answered at once, and of what saves memory. False where there was nothing left to do. */
  readonly advance: () => boolean;
  /** One of the shards that have changed since they were last packed, or unpacked; undefined where there is none. */
  readonly pack: () => { number: number; shard: Shard } | undefined;
  /** Counts all shards as changed. */
  readonly packAnew: () => void;
  /** Takes over a shard of another index; see `VaultIndex`. */
  readonly unpack: (shard: Shard) => void;
  /** Joins what has been unpacked. Throws where shards are missing. */
  readonly join: () => void;
}

/** How many notes are done at once where it isn't urgent: some milliseconds' worth. */
const few = 64;

/** No notes. */
export function createVaultNotes(config: Config): VaultNotes {
  const packer = createPacker();
  const entries = new Map<string, KeptEntry>();
  const order = createPathOrder();
  const paths = createPathIndex();
  const labels = createLabelIndex();
  /** Who depends on what a link's name, or a label, leads to. */
  const usersOf = createReverseMap();
  /** Who states a relation to a note. */
  const statersOf = createReverseMap();
  /** Those whose relations are to be looked up. */
  const dirty = new Set<string>();
  /** Those that `order`, `paths` and `labels` don't know yet. */
  const unfiled = new Set<KeptEntry>();
  /** Those that `usersOf` doesn't know yet. */
  const unfollowed = new Set<KeptEntry>();
  /** Those whose readings are not packed yet. */
  const loose = new Set<KeptEntry>();
  const changed = new Set<number>();
  const unpacked = new Set<number>();
  let untied: UnpackedEntry[] = [];
  let labelled: readonly Concept[] | undefined;
  let told = namesTell();

  const file = (entry: KeptEntry) => {
    order.add(entry.path);
    paths.add(entry.path);
    labels.add(entry.path, entry.concept !== undefined, entry.labels);
  };

  const follow = (entry: KeptEntry) => {
    entry.keys = entry.keys.map((key) => usersOf.add(key, entry.path));
  };

  const unfollow = (entry: KeptEntry) => {
    if (!unfollowed.delete(entry)) for (const key of entry.keys) usersOf.remove(key, entry.path);
    for (const { target } of entry.relations) if (target !== null) statersOf.remove(target, entry.path);
  };

  /** Does with each of some entries what is due, and takes it from them; with no more than so many. Whether there was one. */
  const work = (due: Set<KeptEntry>, act: (entry: KeptEntry) => void, most = Infinity): boolean => {
    let left = most;
    for (const entry of due) {
      if (left-- <= 0) break;
      due.delete(entry);
      act(entry);
    }
    return left < most;
  };

  const fileAll = () => void work(unfiled, file);

  /** Lets those look again who depend on a name, or on labels. */
  const touch = (name: string | undefined, ranked: readonly RankedLabel[]) => {
    // While an index is filled, all are going to look in any case.
    if (dirty.size === entries.size) return;
    work(unfollowed, follow);
    const keys = ranked.flatMap(({ label }) => labelKeys(label));
    for (const key of name === undefined ? keys : [keyOfName(name), ...keys]) for (const path of usersOf.of(key)) dirty.add(path);
  };

  /** Takes an entry in, which is to be looked up. */
  const enter = (entry: KeptEntry) => {
    entries.set(entry.path, entry);
    dirty.add(entry.path);
    unfollowed.add(entry);
    loose.add(entry);
    changed.add(shardOf(entry.path));
  };

  const leave = (entry: KeptEntry) => {
    unfollow(entry);
    loose.delete(entry);
  };

  const add = (entry: KeptEntry) => {
    enter(entry);
    file(entry);
    told = namesTell();
    if (entry.concept) labelled = undefined;
    touch(nameKey(entry.path), entry.labels);
  };

  const drop = (entry: KeptEntry) => {
    const { path } = entry;
    leave(entry);
    entries.delete(path);
    dirty.delete(path);
    changed.add(shardOf(path));
    if (!unfiled.delete(entry)) {
      order.remove(path);
      paths.remove(path);
      labels.remove(path, entry.labels);
    }
    told = namesTell();
    if (entry.concept) labelled = undefined;
    touch(nameKey(path), entry.labels);
  };

  /** Puts a note's new entry in the place of its old one. Others need to look again only where it answers to other labels, or is a concept no more. */
  const replace = (old: KeptEntry, entry: KeptEntry) => {
    fileAll();
    const isConcept = entry.concept !== undefined;
    const differ = [...lacking(old.labels, entry.labels), ...lacking(entry.labels, old.labels)];
    if (isConcept !== (old.concept !== undefined)) {
      drop(old);
      add(entry);
      return;
    }
    leave(old);
    enter(entry);
    if (differ.length === 0) return;
    told = namesTell();
    if (isConcept) labelled = undefined;
    labels.remove(entry.path, old.labels);
    labels.add(entry.path, isConcept, entry.labels);
    touch(undefined, differ);
  };

  const isConcept = (path: string) => entries.get(path)?.concept !== undefined;

  const settle = (most = Infinity): boolean => {
    if (dirty.size === 0) return false;
    fileAll();
    let left = most;
    for (const path of dirty) {
      if (left-- <= 0) break;
      dirty.delete(path);
      const entry = entries.get(path);
      if (!entry) continue;
      for (const { target } of entry.relations) if (target !== null) statersOf.remove(target, path);
      resolveEntry(entry, { paths, labels, isConcept });
      for (const { target } of entry.relations) if (target !== null) statersOf.add(target, path);
      changed.add(shardOf(path));
    }
    return true;
  };

  /** The note at a path, or those below it if it is a folder's. */
  const at = (path: string): KeptEntry[] => {
    const entry = entries.get(path);
    if (entry) return [entry];
    fileAll();
    return order.below(path).flatMap((one) => entries.get(one) ?? []);
  };

  return {
    entries,
    put(path, reading, stamp) {
      const entry = createEntry(path, reading, stamp, config, packer);
      const old = entries.get(path);
      if (old) replace(old, entry);
      else add(entry);
    },
    rename(from, to) {
      if (from === to) return;
      const moved = at(from);
      for (const entry of moved) drop(entry);
      for (const old of moved) {
        const entry = old.movedTo(to + old.path.slice(from.length), config);
        const overwritten = entries.get(entry.path);
        if (overwritten) drop(overwritten);
        add(entry);
      }
    },
    remove(path) {
      for (const entry of at(path)) drop(entry);
    },
    settle: () => void settle(),
    inOrder() {
      fileAll();
      return order.all().flatMap((path) => entries.get(path) ?? []);
    },
    labelled() {
      fileAll();
      return (labelled ??= order.all().flatMap((path) => entries.get(path)?.concept ?? []));
    },
    statersOf: (path) => statersOf.of(path),
    paths() {
      fileAll();
      return paths;
    },
    labels() {
      fileAll();
      return labels;
    },
    told: () => told,
    // In this order: while something is read of a note, it is not unpacked for it.
    advance: () => work(unfiled, file, few) || settle(few) || work(unfollowed, follow, few) || work(loose, (entry) => void entry.pack(), few),
    pack() {
      settle();
      const [number] = changed;
      if (number === undefined) return undefined;
      changed.delete(number);
      return { number, shard: packShard(number, [...entries.values()].filter(({ path }) => shardOf(path) === number), packer) };
    },
    packAnew() {
      for (let number = 0; number < shardCount; number += 1) changed.add(number);
    },
    unpack(shard) {
      const { number, entries: own } = unpackShard(shard, packer, (path) => entries.get(path)?.path ?? path);
      unpacked.add(number);
      for (const one of own) {
        const { entry } = one;
        entries.set(entry.path, entry);
        unfiled.add(entry);
        unfollowed.add(entry);
        untied.push(one);
      }
    },
    join() {
      if (unpacked.size < shardCount) throw new Error("shards are missing");
      for (const { entry: { path }, targets } of untied) for (const target of targets) statersOf.add(entries.get(target)?.path ?? target, path);
      untied = [];
    },
  };
}

/** Those labels that the others lack. */
function lacking(labels: readonly RankedLabel[], others: readonly RankedLabel[]): RankedLabel[] {
  return labels.filter(({ label, rank }) => !others.some((other) => other.label === label && other.rank === rank));
}
