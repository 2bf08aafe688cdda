import type { Concept } from "../concepts/concept";
import type { Diagnostic, Fix, RuleAbout } from "../diagnostic";
import type { Entry } from "../graph/entry";
import type { Range } from "../range";
import type { VaultView } from "./vault-view";

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
