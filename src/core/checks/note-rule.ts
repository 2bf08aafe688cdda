import type { Concept } from "../concepts/concept";
import type { Config } from "../config";
import type { Diagnostic, Fix, RuleAbout } from "../diagnostic";
import type { Habits } from "../fixes/habits";
import type { namersIn } from "../fixes/namers";
import type { Entry } from "../graph/entry";
import type { PathIndex } from "../graph/path-index";
import type { Range } from "../range";

/** What a rule about notes may ask of the vault. */
export interface VaultView {
  config: Config;
  /** All notes, in path order, their relations looked up. */
  entries: readonly Entry[];
  /** Folded labels by which two or more concept notes answer. */
  sharedLabels: readonly { fold: string; paths: string[] }[];
  entryAt: (path: string) => Entry | undefined;
  /** The notes that state a relation to the note at a path. */
  statersOf: (path: string) => ReadonlySet<string>;
  /** The concept notes that answer to a label, one as well as another. */
  conceptsCalled: (label: string) => readonly string[];
  /** The notes of the name that a link gives, wherever they are. */
  namesakes: PathIndex["namesakes"];
  /** The note that a path opens from another note; null where it opens none. */
  open: (path: string, source: string) => string | null;
  /** The concepts that name one which is not there, by the labels and the path that it would have. */
  namersOf: ReturnType<typeof namersIn>;
  /** How the vault writes what a fix adds. */
  habits: Habits;
}

/** What a rule finds in a note; the rest of the diagnostic is the same for all. */
export interface Finding extends Range, Partial<Pick<Diagnostic, "question" | "convention">> {
  message: string;
  fixes?: Fix[];
}

/** A rule about the notes themselves, or about the graph they make. */
export interface NoteRule {
  about: RuleAbout;
  /** What is to be found out about the vault as a whole is found out once, before the first note. */
  checker: (vault: VaultView) => (entry: Entry) => readonly Finding[];
}

/** Examples of a rule, each a small vault: text by path. Tests and the page of rules read them, the plugin carries them not. */
export interface NoteExamples {
  /** With «» round what is marked. `fixed` is the text of the notes that the rule's first fix changes, by path. */
  reported: readonly { notes: Readonly<Record<string, string>>; fixed?: Readonly<Record<string, string>> }[];
  leftAlone: readonly Readonly<Record<string, string>>[];
}

/** A concept note: what most of the rules look at. */
export interface ConceptEntry extends Entry {
  concept: Concept;
}

type About = Omit<RuleAbout, "about">;

/** A rule that looks at concept notes alone. */
export function conceptRule(about: About, check: (entry: ConceptEntry, vault: VaultView) => Finding[]): NoteRule {
  return graphRule(about, (vault) => (entry) => check(entry, vault));
}

/** A rule that looks at the concepts together, and reports what it found note by note. */
export function graphRule(about: About, checker: (vault: VaultView) => (entry: ConceptEntry) => readonly Finding[]): NoteRule {
  return {
    about: { ...about, about: "notes" },
    checker(vault) {
      const check = checker(vault);
      return (entry) => (isConceptEntry(entry) ? check(entry) : []);
    },
  };
}

/** A rule that looks at all notes. */
export function noteRule(about: About, check: (entry: Entry, vault: VaultView) => Finding[]): NoteRule {
  return { about: { ...about, about: "notes" }, checker: (vault) => (entry) => check(entry, vault) };
}

function isConceptEntry(entry: Entry): entry is ConceptEntry {
  return entry.concept !== undefined;
}
