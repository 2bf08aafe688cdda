import { compareText } from "../../compare-text";
import { folded, rankOf } from "../find-concepts";

/**
 * Finds nodes by what they are called, whatever the case and the accents.
 * @param labels of the nodes
 * @param altLabels the other labels of the first of them
 * @returns what gives the numbers of those that a text finds, the best first and equals in alphabetical order; for an empty text all of them
 */
export function createFinder(labels: readonly string[], altLabels: readonly (readonly string[])[]): (typed: string) => Uint32Array {
  const own = labels.map((label, node) => [label, ...(altLabels[node] ?? [])].map(folded));
  const alphabetical = own.map((_, node) => node).sort((a, b) => compareText(own[a]?.[0] ?? "", own[b]?.[0] ?? "") || a - b);
  return (text) => {
    const sought = folded(text.trim());
    if (sought === "") return Uint32Array.from(alphabetical);
    const found = alphabetical.flatMap((node) => {
      const ranks = (own[node] ?? []).flatMap((label, index) => {
        const rank = rankOf(label, sought);
        return rank === null ? [] : [2 * rank + Number(index > 0)];
      });
      return ranks.length === 0 ? [] : [{ node, rank: Math.min(...ranks) }];
    });
    return Uint32Array.from(found.sort((a, b) => a.rank - b.rank).map(({ node }) => node));
  };
}
