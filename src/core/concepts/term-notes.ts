import type { TermAbout } from "../about";
import { compareText } from "../compare-text";
import type { NoteSource } from "../markdown/note-source";
import { foldLabel } from "./label";
import { ownLabels } from "./read-concept";

/** Gathers a vault's own notes about the terms of the distinctions, note by note. */
export interface TermNotes {
  add(note: NoteSource): void;
  /** The paths by the terms' labels; a term that no note is called after is left out. */
  found(): Record<string, string>;
}

/** Begins with no notes. A note is about a term if its name, its title or an alias is one of the term's names. */
export function createTermNotes(terms: readonly TermAbout[]): TermNotes {
  const named = terms.map(({ label, names }) => ({ label, folded: new Set(names.map(foldLabel)), paths: new Set<string>() }));
  const anyName = new RegExp(terms.flatMap(({ names }) => names).join("|"), "i");
  return {
    add(note) {
      // Most notes are spared the look at their properties.
      if (!anyName.test(note.path) && !anyName.test(note.source.slice(0, note.frontMatter.to))) return;
      const labels = ownLabels(note).map(foldLabel);
      for (const { folded, paths } of named) if (labels.some((label) => folded.has(label))) paths.add(note.path);
    },
    found: () => Object.fromEntries(named.flatMap(({ label, paths }) => {
      const path = shortestPath([...paths]);
      return path === undefined ? [] : [[label, path]];
    })),
  };
}

/** The shortest of some paths; among equals the first in the alphabet. */
export function shortestPath(paths: readonly string[]): string | undefined {
  return [...paths].sort((a, b) => a.length - b.length || compareText(a, b))[0];
}
