import type { Concept } from "../concepts/concept";

/** A concept that was looked for. */
export interface FoundConcept {
  path: string;
  label: string;
  /** The other label by which it was found; null where it is the label itself. */
  by: string | null;
}

/** A text as it is searched: without accents and case, so that "Torbel" finds "Törbel". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** How well a label answers to what is looked for: from its start, from the start of a word in it, somewhere; null not at all. Both folded. */
export function rankOf(label: string, sought: string): number | null {
  const at = label.indexOf(sought);
  if (at === -1) return null;
  if (at === 0) return label.length === sought.length ? 0 : 1;
  return new RegExp(`[^\\p{L}\\p{N}]${sought.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")}`, "u").test(label) ? 2 : 3;
}

/** The concepts that one of whose labels holds a text, the best first; none for an empty text. */
export function findConcepts(concepts: readonly Concept[], text: string, limit: number): FoundConcept[] {
  const sought = folded(text.trim());
  if (sought === "") return [];
  return concepts
    .flatMap(({ path, prefLabel, altLabels }) => {
      const ranked = [prefLabel, ...altLabels].flatMap((label, index) => {
        const rank = rankOf(folded(label), sought);
        return rank === null ? [] : [{ label, rank: rank * 2 + Number(index > 0) }];
      });
      const best = ranked.sort((a, b) => a.rank - b.rank)[0];
      return best ? [{ path, label: prefLabel, by: best.label === prefLabel ? null : best.label, rank: best.rank }] : [];
    })
    .sort((a, b) => a.rank - b.rank || a.label.length - b.label.length || (a.path < b.path ? -1 : 1))
    .slice(0, limit)
    .map(({ path, label, by }) => ({ path, label, by }));
}
