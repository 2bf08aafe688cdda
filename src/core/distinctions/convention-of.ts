import { conventionsAt, type Config } from "../config";
import type { Diagnostic, Fix, RuleAbout } from "../diagnostic";
import { nearestName } from "../nearest-name";
import type { Convention, Distinction } from "./distinction";
import type { NoteSource } from "../markdown/note-source";
import { foldKey, propertyTexts, readProperties, type PropertyText } from "../markdown/properties";
import type { Range } from "../range";

/** The property by which a note names its own convention. */
export const conventionProperty = "distinguo-convention";

/** The rule about that property. */
export const unknownConvention: RuleAbout = {
  id: "unknown-convention",
  summary: `The property “${conventionProperty}” names no convention.`,
  rationale: "It has no effect: the note is judged by the convention of its folder or of the vault.",
  severity: "warning",
  about: "prose",
};

/** What the note's own property names; most notes have none, and their properties need not be parsed. */
export function conventionsNamed({ source, frontMatter }: NoteSource): PropertyText[] {
  return source.slice(0, frontMatter.to).includes(conventionProperty) ? propertyTexts(source, frontMatter, readProperties(frontMatter).filter(({ folded }) => folded === foldKey(conventionProperty))) : [];
}

/** The convention that a note is judged by: the nearest one that belongs to the distinction, else the distinction's default. */
export function conventionOf(note: NoteSource, config: Config, distinction: Distinction): Convention {
  return conventionAmong(conventionsNamed(note).map(({ text }) => text), note.path, config, distinction);
}

/** The same, where the note's own property is read already. */
export function conventionAmong(named: readonly string[], path: string, config: Config, { conventions }: Distinction): Convention {
  for (const id of [...named, ...conventionsAt(path, config).map(({ id }) => id)]) {
    const nearest = conventions.find((convention) => convention.id === id);
    if (nearest) return nearest;
  }
  return conventions[0];
}

/** What names the convention that a note is judged by. */
export interface ConventionSettler {
  by: "note" | "folder" | "vault";
  /** The folder, or the note, as a path from the vault's root; empty for the vault. */
  entry: string;
}

/**
 * What names the convention that a note is judged by: its own property, the entry of a folder or of the note itself in the config, or the vault's setting.
 * @param conventions the ids of the conventions of the distinction in question
 */
export function settlerOf(note: NoteSource, config: Config, conventions: readonly string[]): ConventionSettler {
  if (conventionsNamed(note).some(({ text }) => conventions.includes(text))) return { by: "note", entry: note.path };
  const { entry } = conventionsAt(note.path, config).find(({ id }) => conventions.includes(id)) ?? {};
  return entry === undefined ? { by: "vault", entry: "" } : { by: "folder", entry };
}

/** Reports what the note's property names and is no convention of any of the distinctions. */
export function unknownConventions(note: NoteSource, config: Config, distinctions: readonly Distinction[]): Diagnostic[] {
  const severity = config.rules[unknownConvention.id] ?? unknownConvention.severity;
  const named = conventionsNamed(note);
  if (severity === "off" || named.length === 0) return [];
  const known = distinctions.flatMap(({ conventions }) => conventions.map(({ id }) => id));
  return named
    .filter(({ text }) => !known.includes(text))
    .map(({ text, from, to }) => ({
      rule: unknownConvention.id,
      severity,
      from,
      to,
      message: `“${text.slice(0, 40)}” is no convention; the folder's or the vault's is followed. Which is meant: ${known.join(", ")}?`,
      question: "",
      evidence: [],
      fixes: note.source.slice(from, to) === text ? renaming(text, { from, to }, known) : [],
    }));
}

/** Puts the convention there that was likeliest meant. */
function renaming(text: string, range: Range, known: readonly string[]): Fix[] {
  const meant = nearestName(text, known);
  return meant === undefined ? [] : [{ title: `Change to “${meant}”`, kind: "choice", edits: [{ ...range, insert: meant }] }];
}
