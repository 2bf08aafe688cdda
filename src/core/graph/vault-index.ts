import { checkVault, viewOf } from "../checks/check-vault";
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
import type { Entry } from "./entry";
import { endsOf, inOrder as inNeighborOrder, type Neighbor } from "./neighbors";
import type { Shard } from "./shard";
import { isSameStamp, type Stamp, type StampedFile } from "./stamp";
import { createVaultNotes } from "./vault-notes";

/**
 * What a vault says, kept current note by note. Any sequence of changes gives what a rebuild would.
 * Holds no text of the notes, only what was read from them.
 */
export interface VaultIndex {
  /** Reads a note, and puts it. */
  upsert(note: NoteSource, stamp?: Stamp): void;
  /** Adds a note that has been read elsewhere, or before (see `noteReading`), or puts it in the place of what was known of it. The reading is the index's own from then on. The stamp is kept with it: without one it is read anew at the next start. */
  put(path: string, reading: NoteReading, stamp?: Stamp): void;
  /** What was read of a note, and would bring it back by `put`; undefined where there is none. */
  reading(path: string): NoteReading | undefined;
  /** Moves a note, or all notes below a folder; one that lies where another comes to is gone. */
  rename(from: string, to: string): void;
  /** Forgets a note, or all notes below a folder. */
  remove(path: string): void;
  /**
   * Does a little of what would otherwise be done when something is asked or changed next, and of what saves memory: some
   * milliseconds' worth. False where there was nothing left to do.
   */
  advance(): boolean;
  /** One of the shards in which something has changed since they were last packed or unpacked, as it is now; undefined where there is none. All 32 together are an index: see `unpack`. Notes are settled first; ask `advance` before, as long as it has something to do, where that should not be done at a stretch. */
  pack(): { number: number; shard: Shard } | undefined;
  /** Counts all shards as changed. */
  packAnew(): void;
  /** Takes in a shard of another index, of the same `indexBasis`. To be asked of an index that is empty else. Throws where the shard is damaged: the index is of no use then, as it is until `fit` has been asked. */
  unpack(shard: Shard): void;
  /** Ends the unpacking: keeps what the shards hold of these files as they are now. Returns the paths of the others, which are to be read. Throws where shards are missing. */
  fit(files: readonly StampedFile[]): string[];
  has(path: string): boolean;
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

/** What of a config decides what an index of it holds. */
export function indexBasis({ exclude, concepts }: Config): string {
  return JSON.stringify([exclude, concepts]);
}

/** An empty index. */
export function createVaultIndex(config: Config): VaultIndex {
  const notes = createVaultNotes(config);
  const { entries, statersOf, settle } = notes;

  const inOrder = (): Entry[] => {
    settle();
    return notes.inOrder();
  };

  const open = (path: string, source: string) => notes.paths().resolve({ path, fragment: "" }, source)?.path ?? null;

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
    for (const source of statersOf(path)) {
      if (source === path) continue;
      for (const relation of statedTo(entries.get(source)?.relations ?? [], path)) incoming.push(relation);
    }
    return endsOf(entries.get(path)?.relations ?? [], incoming, labelOf);
  };

  const view = (settled: Config, style: Partial<LinkStyle> | undefined): VaultView =>
    viewOf({
      config: settled,
      entries: inOrder(),
      told: notes.told(),
      sharedLabels: notes.labels().shared(),
      entryAt: (path) => entries.get(path),
      statersOf,
      conceptsCalled: (label) => notes.labels().concepts(label),
      namesakes: (target, source) => notes.paths().namesakes(target, source),
      open,
    }, style);

  const graph = (): ConceptGraph => {
    const all = inOrder();
    const plain = all.filter(({ path, concept, relations }) => !concept && (relations.length > 0 || statersOf(path).size > 0));
    const relations: Relation[] = [];
    for (const entry of all) for (const relation of entry.relations) relations.push(relation);
    return conceptGraph(all.flatMap(({ concept }) => concept ?? []), relations, plain.map(({ path }) => path));
  };

  return {
    upsert: (note, stamp) => notes.put(note.path, noteReading(note, config), stamp),
    put: notes.put,
    reading: (path) => entries.get(path)?.reading,
    rename: notes.rename,
    remove: notes.remove,
    advance: notes.advance,
    pack: notes.pack,
    packAnew: notes.packAnew,
    unpack: notes.unpack,
    fit(files) {
      notes.join();
      const now = new Map(files.map((file) => [file.path, file]));
      for (const { path, stamp } of [...entries.values()]) if (!isSameStamp(stamp, now.get(path))) notes.remove(path);
      return files.flatMap(({ path }) => (entries.has(path) ? [] : [path]));
    },
    has: (path) => entries.has(path),
    get size() {
      return entries.size;
    },
    concept: (path) => entries.get(path)?.concept,
    neighbors: (path) => inNeighborOrder(ends(path)),
    ends,
    graph,
    labelled: notes.labelled,
    resolveLabel: (label) => notes.labels().find(label)?.path ?? null,
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
      // Whoever writes a link later asks nothing more of the notes.
      const habits = habitsOf([], open, habitsOf(inOrder(), open, style).style);
      return (path, label, source) => habits.link(path, label, source);
    },
  };
}
