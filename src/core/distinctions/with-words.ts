import type { Words } from "../config";
import type { Cues } from "./cues";
import type { Axis, Distinction, Term } from "./distinction";

/** The lists of cues that users may add to: their names in `distinguo.yaml`, and what they hold. */
export const cueLists = {
  equate: { list: "equates", holds: "Between two words that are offered as one: “which we also call”." },
  oppose: { list: "opposes", holds: "Between two words that are set against each other: “as against”." },
  infer: { list: "results", holds: "Between a reason and its result: “from which it follows that”." },
  define: { list: "defines", holds: "Between a word and its definition: “is short for”." },
  hedge: { list: "hedges", holds: "What is only supposed, wished or asked: “if all goes well”." },
  quote: { list: "reports", holds: "What others say: “the brochure has it”." },
} as const satisfies Readonly<Record<string, { list: keyof Cues; holds: string }>>;

/** Pure: a distinction and the cues, with the user's own phrases added. Words for another distinction's terms and axes are left aside. */
export function withWords(distinction: Distinction, cues: Cues, words: Words): { distinction: Distinction; cues: Cues } {
  const [firstAxis, secondAxis] = distinction.axes;
  const [firstTerm, secondTerm] = distinction.terms;
  const axis = (own: Axis): Axis => {
    const phrases = words.evidence[own.id];
    return phrases ? { ...own, evidence: [{ weight: 1, phrases }, ...own.evidence] } : own;
  };
  const term = (own: Term): Term => ({ ...own, termsOfArt: [...own.termsOfArt, ...(words["terms-of-art"][own.label] ?? [])] });
  const added = Object.entries(cueLists).map(([name, { list }]) => [list, [...cues[list], ...(words.cues[name] ?? [])]] as const);
  return {
    distinction: { ...distinction, axes: [axis(firstAxis), axis(secondAxis)], terms: [term(firstTerm), term(secondTerm)] },
    cues: { ...cues, ...Object.fromEntries(added) },
  };
}
