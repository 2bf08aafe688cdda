import type { Concept, Relation } from "../concepts/concept";
import type { Config } from "../config";
import type { NoteSource } from "../markdown/note-source";
import type { Diagnostic } from "../diagnostic";

/** The graph of a vault at one moment. Sorted by path and offset, so equal vaults give equal graphs. */
export interface ConceptGraph {
  concepts: Concept[];
  relations: Relation[];
}

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
  /** The problems of the notes and the graph: diagnostics by path, in path order, notes without any left out. */
  check(): NoteDiagnostics[];
}

/** The diagnostics of one note, in document order. */
export interface NoteDiagnostics {
  path: string;
  diagnostics: Diagnostic[];
}

/** An empty index. */
export declare function createVaultIndex(config: Config): VaultIndex;
