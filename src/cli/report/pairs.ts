import type { TermAbout } from "../../core/index";

/** The words that are kept apart: “a” and “b”, or “c” and “d”. */
export function pairs(terms: readonly TermAbout[]): string {
  const ids = [...new Set(terms.map(({ distinction }) => distinction))];
  return ids.map((id) => terms.filter(({ distinction }) => distinction === id).map(({ label }) => `“${label}”`).join(" and ")).join(", or ");
}
