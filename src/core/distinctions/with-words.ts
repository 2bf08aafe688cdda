import type { Words } from "../config";
import type { Cues } from "./cues";
import type { Axis, Distinction, Term } from "./distinction";

/** The lists of cues that users may add to, by their names in `distinguo.yaml`. */
export const cueLists = { equate: "equates", oppose: "opposes", infer: "results", define: "defines", hedge: "hedges", quote: "reports" } as const satisfies Readonly<Record<string, keyof Cues>>;

/** Pure: a distinction and the cues, with the user's own phrases added. Words for another distinction's terms and axes are left aside. */
export function withWords(distinction: Distinction, cues: Cues, words: Words): { distinction: Distinction; cues: Cues } {
  const [firstAxis, secondAxis] = distinction.axes;
  const [firstTerm, secondTerm] = distinction.terms;
  const axis = (own: Axis): Axis => {
    const phrases = words.evidence[own.id];
    return phrases ? { ...own, evidence: [{ weight: 1, phrases }, ...own.evidence] } : own;
  };
  const term = (own: Term): Term => ({ ...own, termsOfArt: [...own.termsOfArt, ...(words["terms-of-art"][own.label] ?? [])] });
  const added = Object.entries(cueLists).map(([name, list]) => [list, [...cues[list], ...(words.cues[name] ?? [])]] as const);
  return {
    distinction: { ...distinction, axes: [axis(firstAxis), axis(secondAxis)], terms: [term(firstTerm), term(secondTerm)] },
    cues: { ...cues, ...Object.fromEntries(added) },
  };
}
