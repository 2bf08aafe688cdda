import type { Concept } from "../concepts/concept";
import type { Fix, RuleAbout } from "../diagnostic";
import type { Entry } from "../graph/entry";
import type { Range } from "../range";

/** What a rule about notes may ask of the vault. */
export interface VaultView {
  /** All notes, in path order, their relations looked up. */
  entries: readonly Entry[];
  /** Folded labels by which two or more concept notes answer. */
  sharedLabels: readonly { fold: string; paths: string[] }[];
  entryAt: (path: string) => Entry | undefined;
  /** The notes that state a relation to the note at a path. */
  statersOf: (path: string) => ReadonlySet<string>;
}

/** What a rule finds in a note; the rest of the diagnostic is the same for all. */
export interface Finding extends Range {
  message: string;
  fixes?: Fix[];
}

/** A rule about the notes themselves, or about the graph they make. */
export interface NoteRule {
  about: RuleAbout;
  check(entry: Entry, vault: VaultView): Finding[];
}

/** A concept note: what most of the rules look at. */
export interface ConceptEntry extends Entry {
  concept: Concept;
}

/** A rule that looks at concept notes alone. */
export function conceptRule(about: Omit<RuleAbout, "about">, check: (entry: ConceptEntry, vault: VaultView) => Finding[]): NoteRule {
  return { about: { ...about, about: "notes" }, check: (entry, vault) => (isConceptEntry(entry) ? check(entry, vault) : []) };
}

/** A rule that looks at all notes. */
export function noteRule(about: Omit<RuleAbout, "about">, check: NoteRule["check"]): NoteRule {
  return { about: { ...about, about: "notes" }, check };
}

function isConceptEntry(entry: Entry): entry is ConceptEntry {
  return entry.concept !== undefined;
}
