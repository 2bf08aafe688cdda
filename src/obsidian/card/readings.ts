import type { About, Diagnostic, Range } from "../../core/index";

/** What one axis has to do with a diagnostic: the words that speak for it, and what they say. */
export interface Reading {
  axis: string;
  /** Whether the words are the ones that are underlined, or stand for what they are read with. */
  as: "Word" | "Evidence";
  words: Range[];
  /** What the word stands for under the convention, or what the axis is about. */
  says: string;
}

/** The readings that a diagnostic sets side by side: what its word says under the convention, and what its evidence speaks for. */
export function readingsOf({ from, to, evidence, convention }: Diagnostic, about: About): Reading[] {
  const followed = about.conventions.find(({ id }) => id === convention);
  if (!followed) return [];
  const readings = about.terms.filter(({ distinction }) => distinction === followed.distinction).map(({ axis, axisLabel }, index): Reading => {
    const own = evidence.filter((one) => one.axis === axis);
    // Where nothing on its axis is shown, the underlined word is what speaks for it.
    const words = own.length > 0 ? own : [{ from, to }];
    const isWord = words.some((one) => one.from >= from && one.to <= to);
    return { axis, as: isWord ? "Word" : "Evidence", words, says: (isWord && followed.stands[index]) || axisLabel };
  });
  return evidence.length === 0 ? [] : readings.sort((a, b) => Number(a.as === "Evidence") - Number(b.as === "Evidence"));
}
