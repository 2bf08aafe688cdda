import type { TermAbout } from "../about";
import { compareText } from "../compare-text";
import type { NoteSource } from "../markdown/note-source";
import { foldLabel } from "./label";
import { ownLabels } from "./read-concept";

/** Makes what tells which terms of the distinctions a note is about, by their labels: those of whose names its own name, its title or an alias is one. */
export function termFinder(terms: readonly TermAbout[]): (note: NoteSource) => string[] {
  const named = terms.map(({ label, names }) => ({ label, folded: new Set(names.map(foldLabel)) }));
  const anyName = new RegExp(terms.flatMap(({ names }) => names).join("|"), "i");
  return (note) => {
    // Most notes are spared the look at their properties.
    if (!anyName.test(note.path) && !anyName.test(note.source.slice(0, note.frontMatter.to))) return [];
    const labels = ownLabels(note).map(foldLabel);
    return named.filter(({ folded }) => labels.some((label) => folded.has(label))).map(({ label }) => label);
  };
}

/** A vault's own notes about the terms, by the terms' labels: of several the one nearest to the root. A term that no note is about is left out. */
export function termNotes(terms: readonly TermAbout[], notes: readonly { path: string; terms: readonly string[] }[]): Record<string, string> {
  return Object.fromEntries(terms.flatMap(({ label }) => {
    const path = shortestPath(notes.filter((note) => note.terms.includes(label)).map((note) => note.path));
    return path === undefined ? [] : [[label, path]];
  }));
}

/** The shortest of some paths; among equals the first in the alphabet. */
export function shortestPath(paths: readonly string[]): string | undefined {
  return [...paths].sort((a, b) => a.length - b.length || compareText(a, b))[0];
}
