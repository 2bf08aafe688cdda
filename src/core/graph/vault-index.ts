import { checkVault, viewOf } from "../checks/check-vault";
import { namesTell } from "../fixes/names-tell";
import type { VaultView } from "../checks/vault-view";
import type { Concept, Relation } from "../concepts/concept";
import { noteReading } from "../concepts/note-reading";
import type { NoteReading } from "../concepts/read-concept";
import type { Config } from "../config";
import type { Fix, NoteDiagnostics } from "../diagnostic";
import { createConcept } from "../fixes/create-concept";
import { habitsOf, type Habits } from "../fixes/habits";
import type { LinkStyle } from "../fixes/link-style";
import type { NoteSource } from "../markdown/note-source";
import { conceptGraph, noteLabel, type ConceptGraph } from "./concept-graph";
import { ignoredIn, type Ignored } from "../suppressions/ignored";
import { createEntry, resolveEntry, type Entry } from "./entry";
import { createLabelIndex, labelKeys, type RankedLabel } from "./label-index";
import { endsOf, inOrder as inNeighborOrder, type Neighbor } from "./neighbors";
import { createPathIndex, nameKey } from "./path-index";
import { createPathOrder } from "./path-order";
import { createReverseMap } from "./reverse-map";

/**
 * What a vault says, kept current note by note. Any sequence of changes gives what a rebuild would.
 * Holds no text of the notes, only what was read from them.
 */
export interface VaultIndex {
  /** Reads a note, and puts it. */
  upsert(note: NoteSource): void;
  /** Adds a note that has been read elsewhere, or before (see `noteReading`), or puts it in the place of what was known of it. The reading is the index's own from then on. */
  put(path: string, reading: NoteReading): void;
  /** What was read of a note, and would bring it back by `put`; undefined where there is none. */
  reading(path: string): NoteReading | undefined;
  /** Moves a note, or all notes below a folder; one that lies where another comes to is gone. */
  rename(from: string, to: string): void;
  /** Forgets a note, or all notes below a folder. */
  remove(path: string): void;
  /** How many notes are indexed. */
  readonly size: number;
  /** The concept that a note is about; undefined for a note that is no concept note. */
  concept(path: string): Concept | undefined;
  /** The relations of one note in both directions: related first, then contrast, mention, tag; one-way before the label's order. */
  neighbors(path: string): Neighbor[];
  /** The same in no order, which costs less. */
  ends(path: string): Neighbor[];
  graph(): ConceptGraph;
  /** All concepts, in path order: the same array until one comes, goes, or is called by other labels. Of the rest of them it may be behind. */
  labelled(): readonly Concept[];
  /** The note that a label names (prefLabel, altLabel, name; case and plural folded), or null. */
  resolveLabel(label: string): string | null;
  /** The relations that a note states, in the order of the note; the index's own array. */
  stated(path: string): readonly Relation[];
  /**
   * The problems of the notes and the graph: diagnostics by path, in path order, notes without any left out. Fixes write
   * links in the given style; what it leaves open, as most of the vault's own notes do. A config that differs from the index's
   * own in how loud its rules are, in its conventions and in its words needs no other index.
   */
  check(style?: Partial<LinkStyle>, settled?: Config): NoteDiagnostics[];
  /** The fix that creates the note which a relation of a note, the one nearest to `from`, names and the vault lacks; links written as by `check`. Null where there is none. */
  creating(path: string, relation: Pick<Relation, "label" | "from">, style?: Partial<LinkStyle>): Fix | null;
  /** What the notes say is not to be reported, in path order; those that say nothing left out. */
  ignored(): Ignored[];
  /** What writes a link to a note as `check` does; it knows the vault as it is now. */
  linkWriter(style?: Partial<LinkStyle>): (...args: Parameters<Habits["link"]>) => ReturnType<Habits["link"]>;
}

/** From how many relations of a note on it is worth while to file them by where they lead. */
const many = 64;

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
  const order = createPathOrder();
  let labelled: readonly Concept[] | undefined;
  let told = namesTell();

  const touch = (users: Iterable<string>) => {
    for (const path of users) dirty.add(path);
  };

  const touchUsersOf = (ranked: readonly RankedLabel[]) => {
    for (const { label } of ranked) for (const key of labelKeys(label)) touch(usersOfLabel.of(key));
  };

  /** Files what a note depends on. */
  const follow = (entry: Entry) => {
    const { path } = entry;
    entries.set(path, entry);
    for (const key of entry.nameKeys) usersOfName.add(key, path);
    for (const key of entry.labelKeys) usersOfLabel.add(key, path);
    dirty.add(path);
  };

  const unfollow = (entry: Entry) => {
    const { path } = entry;
    for (const key of entry.nameKeys) usersOfName.remove(key, path);
    for (const key of entry.labelKeys) usersOfLabel.remove(key, path);
    for (const { target } of entry.relations) if (target !== null) statersOf.remove(target, path);
  };

  const add = (entry: Entry) => {
    follow(entry);
    order.add(entry.path);
    paths.add(entry.path);
    labels.add(entry.path, entry.concept !== undefined, entry.labels);
    told = namesTell();
    if (entry.concept) labelled = undefined;
    touch(usersOfName.of(nameKey(entry.path)));
    touchUsersOf(entry.labels);
  };

  const drop = (entry: Entry) => {
    const { path } = entry;
    unfollow(entry);
    entries.delete(path);
    dirty.delete(path);
    order.remove(path);
    paths.remove(path);
    labels.remove(path, entry.labels);
    told = namesTell();
    if (entry.concept) labelled = undefined;
    touch(usersOfName.of(nameKey(path)));
    touchUsersOf(entry.labels);
  };

  /** Puts a note's new entry in the place of its old one. Others need to look again only where it answers to other labels, or is a concept no more. */
  const replace = (old: Entry, entry: Entry) => {
    const isConcept = entry.concept !== undefined;
    if (isConcept !== (old.concept !== undefined)) {
      drop(old);
      add(entry);
      return;
    }
    unfollow(old);
    follow(entry);
    const changed = [...lacking(old.labels, entry.labels), ...lacking(entry.labels, old.labels)];
    if (changed.length === 0) return;
    told = namesTell();
    if (isConcept) labelled = undefined;
    labels.remove(entry.path, old.labels);
    labels.add(entry.path, isConcept, entry.labels);
    touchUsersOf(changed);
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
    return order.all().flatMap((path) => entries.get(path) ?? []);
  };

  const open = (path: string, source: string) => paths.resolve({ path, fragment: "" }, source)?.path ?? null;

  /** The note at a path, or those below it if it is a folder's. */
  const at = (path: string): Entry[] => (entries.has(path) ? [path] : order.below(path)).flatMap((one) => entries.get(one) ?? []);

  const labelOf = (path: string) => entries.get(path)?.concept?.prefLabel ?? noteLabel(path);

  /** What a note that states many relations states to each other one: its neighbours ask for it one after the other. */
  const byTarget = new WeakMap<readonly Relation[], Map<string | null, Relation[]>>();
  const statedTo = (relations: readonly Relation[], target: string): readonly Relation[] => {
    if (relations.length < many) return relations.filter((relation) => relation.target === target);
    let known = byTarget.get(relations);
    if (!known) {
      known = new Map();
      for (const relation of relations) {
        const own = known.get(relation.target);
        if (own) own.push(relation);
        else known.set(relation.target, [relation]);
      }
      byTarget.set(relations, known);
    }
    return known.get(target) ?? [];
  };

  const ends = (path: string): Neighbor[] => {
    settle();
    const incoming: Relation[] = [];
    for (const source of statersOf.of(path)) {
      if (source === path) continue;
      for (const relation of statedTo(entries.get(source)?.relations ?? [], path)) incoming.push(relation);
    }
    return endsOf(entries.get(path)?.relations ?? [], incoming, labelOf);
  };

  const view = (settled: Config, style: Partial<LinkStyle> | undefined): VaultView =>
    viewOf({
      config: settled,
      entries: inOrder(),
      told,
      sharedLabels: labels.shared(),
      entryAt: (path) => entries.get(path),
      statersOf: (path) => statersOf.of(path),
      conceptsCalled: (label) => labels.concepts(label),
      namesakes: (target, source) => paths.namesakes(target, source),
      open,
    }, style);

  const graph = (): ConceptGraph => {
    const all = inOrder();
    const plain = all.filter(({ path, concept, relations }) => !concept && (relations.length > 0 || statersOf.of(path).size > 0));
    const relations: Relation[] = [];
    for (const entry of all) for (const relation of entry.relations) relations.push(relation);
    return conceptGraph(all.flatMap(({ concept }) => concept ?? []), relations, plain.map(({ path }) => path));
  };

  const put = (path: string, reading: NoteReading) => {
    const entry = createEntry(path, reading, config);
    const old = entries.get(path);
    if (old) replace(old, entry);
    else add(entry);
  };

  return {
    upsert: (note) => put(note.path, noteReading(note, config)),
    put,
    reading: (path) => entries.get(path)?.reading,
    rename(from, to) {
      if (from === to) return;
      const moved = at(from);
      for (const entry of moved) drop(entry);
      for (const { path, reading } of moved) {
        const entry = createEntry(to + path.slice(from.length), reading, config);
        const overwritten = entries.get(entry.path);
        if (overwritten) drop(overwritten);
        add(entry);
      }
    },
    remove(path) {
      for (const entry of at(path)) drop(entry);
    },
    get size() {
      return entries.size;
    },
    concept: (path) => entries.get(path)?.concept,
    neighbors: (path) => inNeighborOrder(ends(path)),
    ends,
    graph,
    labelled: () => (labelled ??= order.all().flatMap((path) => entries.get(path)?.concept ?? [])),
    resolveLabel: (label) => labels.find(label)?.path ?? null,
    stated(path) {
      settle();
      return entries.get(path)?.relations ?? [];
    },
    check: (style, settled = config) => checkVault(view(settled, style)),
    creating(path, { label, from }, style) {
      settle();
      const entry = entries.get(path);
      const [relation] = (entry?.relations ?? []).filter((one) => one.label === label && one.target === null).sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from));
      return (entry && relation && createConcept(entry, relation, view(config, style), entry.broken.find((link) => link.from === relation.from))[0]) ?? null;
    },
    ignored: () => inOrder().map(({ path, reading }) => ({ path, entries: ignoredIn(reading.mending.suppressions) })).filter(({ entries: said }) => said.length > 0),
    linkWriter(style) {
      const habits = habitsOf(inOrder(), open, style);
      return (path, label, source) => habits.link(path, label, source);
    },
  };
}

/** Those labels that the others lack. */
function lacking(labels: readonly RankedLabel[], others: readonly RankedLabel[]): RankedLabel[] {
  return labels.filter(({ label, rank }) => !others.some((other) => other.label === label && other.rank === rank));
}
