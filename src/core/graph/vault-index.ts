import { checkVault } from "../checks/check-vault";
import type { Concept, Relation } from "../concepts/concept";
import { nameOf, readStatements } from "../concepts/read-concept";
import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { habitsOf, type Habits } from "../fixes/habits";
import type { LinkStyle } from "../fixes/link-style";
import { readNote } from "../markdown/note";
import type { NoteSource } from "../markdown/note-source";
import { conceptGraph, type ConceptGraph } from "./concept-graph";
import { createEntry, resolveEntry, type Entry } from "./entry";
import { createLabelIndex, labelKeys } from "./label-index";
import { compareText, neighborsOf } from "./neighbors";
import { createPathIndex, nameKey } from "./path-index";
import { createReverseMap } from "./reverse-map";

/** A relation as one sees it from one of its ends. */
export interface Neighbor {
  relation: Relation;
  /** `out`: the note states it; `in`: another note states it about this one. */
  direction: "out" | "in";
  /** Path of the note at the other end, or null for a label that nothing answers to. */
  path: string | null;
  /** Its prefLabel, or the note's name, or the label as written. */
  label: string;
}

/**
 * What a vault says, kept current note by note. Any sequence of changes gives what a rebuild would.
 * Holds no text of the notes, only what was read from them.
 */
export interface VaultIndex {
  upsert(note: NoteSource): void;
  rename(from: string, to: string): void;
  remove(path: string): void;
  /** How many notes are indexed. */
  readonly size: number;
  /** The concept that a note is about; undefined for a note that is no concept note. */
  concept(path: string): Concept | undefined;
  /** The relations of one note in both directions: related first, then contrast, mention, tag; one-way before the label's order. */
  neighbors(path: string): Neighbor[];
  graph(): ConceptGraph;
  /** The note that a label names (prefLabel, altLabel, name; case and plural folded), or null. */
  resolveLabel(label: string): string | null;
  /**
   * The problems of the notes and the graph: diagnostics by path, in path order, notes without any left out. Fixes write
   * links in the given style; what it leaves open, as most of the vault's own notes do. A config that differs from the index's
   * own in how loud its rules are, in its conventions and in its words needs no other index.
   */
  check(style?: Partial<LinkStyle>, settled?: Config): NoteDiagnostics[];
  /** What writes a link to a note as `check` does; it knows the vault as it is now. */
  linkWriter(style?: Partial<LinkStyle>): (...args: Parameters<Habits["link"]>) => ReturnType<Habits["link"]>;
}

/** The diagnostics of one note, in document order. */
export interface NoteDiagnostics {
  path: string;
  diagnostics: Diagnostic[];
}

/** An empty index. */
export function createVaultIndex(config: Config): VaultIndex {
  const entries = new Map<string, Entry>();
  const paths = createPathIndex();
  const labels = createLabelIndex();
  /** Who depends on what a link's name, or a label, leads to. */
  const usersOfName = createReverseMap();
  const usersOfLabel = createReverseMap();
  /** Who states a relation to a note. */
  const statersOf = createReverseMap();
  const dirty = new Set<string>();
  let sorted: string[] | null = null;

  const touch = (users: Iterable<string>) => {
    for (const path of users) dirty.add(path);
  };

  const add = (entry: Entry) => {
    const { path } = entry;
    entries.set(path, entry);
    paths.add(path);
    labels.add(path, entry.concept !== undefined, entry.labels);
    for (const key of entry.nameKeys) usersOfName.add(key, path);
    for (const key of entry.labelKeys) usersOfLabel.add(key, path);
    dirty.add(path);
    touchUsersOf(entry);
  };

  const drop = (entry: Entry) => {
    const { path } = entry;
    entries.delete(path);
    paths.remove(path);
    labels.remove(path, entry.labels);
    for (const key of entry.nameKeys) usersOfName.remove(key, path);
    for (const key of entry.labelKeys) usersOfLabel.remove(key, path);
    for (const { target } of entry.relations) if (target !== null) statersOf.remove(target, path);
    dirty.delete(path);
    touchUsersOf(entry);
  };

  const touchUsersOf = (entry: Entry) => {
    touch(usersOfName.of(nameKey(entry.path)));
    for (const { label } of entry.labels) for (const key of labelKeys(label)) touch(usersOfLabel.of(key));
  };

  /** Whether others see the two entries alike, so that a change from one to the other is the note's own affair. */
  const isAlike = (a: Entry, b: Entry) =>
    (a.concept === undefined) === (b.concept === undefined) && JSON.stringify(a.labels) === JSON.stringify(b.labels);

  const replace = (old: Entry, entry: Entry) => {
    if (!isAlike(old, entry)) {
      drop(old);
      add(entry);
      return;
    }
    const { path } = entry;
    for (const key of old.nameKeys) usersOfName.remove(key, path);
    for (const key of old.labelKeys) usersOfLabel.remove(key, path);
    for (const { target } of old.relations) if (target !== null) statersOf.remove(target, path);
    for (const key of entry.nameKeys) usersOfName.add(key, path);
    for (const key of entry.labelKeys) usersOfLabel.add(key, path);
    entries.set(path, entry);
    dirty.add(path);
  };

  /** Looks up what the changes since the last question touched. */
  const settle = () => {
    const isConcept = (path: string) => entries.get(path)?.concept !== undefined;
    for (const path of dirty) {
      const entry = entries.get(path);
      if (!entry) continue;
      for (const { target } of entry.relations) if (target !== null) statersOf.remove(target, path);
      resolveEntry(entry, { paths, labels, isConcept });
      for (const { target } of entry.relations) if (target !== null) statersOf.add(target, path);
    }
    dirty.clear();
  };

  const inOrder = (): Entry[] => {
    settle();
    sorted ??= [...entries.keys()].sort(compareText);
    return sorted.flatMap((path) => entries.get(path) ?? []);
  };

  const open = (path: string, source: string) => paths.resolve({ path, fragment: "" }, source)?.path ?? null;

  const labelOf = (path: string) => entries.get(path)?.concept?.prefLabel ?? nameOf(path);

  const graph = (): ConceptGraph => {
    const all = inOrder();
    return conceptGraph(all.flatMap(({ concept }) => concept ?? []), all.flatMap(({ relations }) => relations));
  };

  return {
    upsert(note) {
      const entry = createEntry(note.path, readStatements(readNote(note), config.concepts), config);
      const old = entries.get(note.path);
      if (old) replace(old, entry);
      else {
        sorted = null;
        add(entry);
      }
    },
    rename(from, to) {
      const old = entries.get(from);
      if (!old || from === to) return;
      const overwritten = entries.get(to);
      if (overwritten) drop(overwritten);
      drop(old);
      add(createEntry(to, old.reading, config));
      sorted = null;
    },
    remove(path) {
      const old = entries.get(path);
      if (!old) return;
      drop(old);
      sorted = null;
    },
    get size() {
      return entries.size;
    },
    concept: (path) => entries.get(path)?.concept,
    neighbors(path) {
      settle();
      const out = entries.get(path)?.relations ?? [];
      const incoming = [...statersOf.of(path)].sort(compareText).flatMap((source) =>
        source === path ? [] : (entries.get(source)?.relations ?? []).filter(({ target }) => target === path),
      );
      return neighborsOf(out, incoming, labelOf);
    },
    graph,
    resolveLabel: (label) => labels.find(label)?.path ?? null,
    check(style, settled = config) {
      const all = inOrder();
      const view = { config: settled, entries: all, sharedLabels: labels.shared(), entryAt: (path: string) => entries.get(path), statersOf: statersOf.of, conceptsCalled: labels.concepts, open };
      return checkVault(view, style);
    },
    linkWriter(style) {
      const habits = habitsOf(inOrder(), open, style);
      return (path, label, source) => habits.link(path, label, source);
    },
  };
}
