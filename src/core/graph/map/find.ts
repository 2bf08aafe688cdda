import { compareText } from "../../compare-text";

/** A text as it is searched: without case and accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** How well a text fits: 0 begins with it, 1 has a word that does, 2 holds it; undefined where it does not. */
function fit(text: string, typed: string): number | undefined {
  const at = text.indexOf(typed);
  if (at === -1) return undefined;
  if (at === 0) return 0;
  for (let next = at; next !== -1; next = text.indexOf(typed, next + 1)) if (!/[\p{L}\p{N}]/u.test(text.charAt(next - 1))) return 1;
  return 2;
}

/**
 * Finds nodes by what they are called, whatever the case and the accents.
 * @param labels of the nodes
 * @param altLabels the other labels of the first of them
 * @returns what gives the numbers of those that a text finds: by label before by another label, what begins with it before what
 * holds it, then in alphabetical order; for an empty text all of them
 */
export function createFinder(labels: readonly string[], altLabels: readonly (readonly string[])[]): (typed: string) => Uint32Array {
  const own = labels.map(plain);
  const others = altLabels.map((list) => list.map(plain));
  const alphabetical = own.map((_, node) => node).sort((a, b) => compareText(own[a] ?? "", own[b] ?? "") || a - b);
  return (text) => {
    const typed = plain(text.trim());
    if (typed === "") return Uint32Array.from(alphabetical);
    const rank = (node: number): number | undefined => {
      const first = fit(own[node] ?? "", typed);
      if (first !== undefined) return first;
      const ranks = (others[node] ?? []).flatMap((label) => fit(label, typed) ?? []);
      return ranks.length === 0 ? undefined : 3 + Math.min(...ranks);
    };
    const found = alphabetical.flatMap((node) => {
      const at = rank(node);
      return at === undefined ? [] : [{ node, at }];
    });
    return Uint32Array.from(found.sort((a, b) => a.at - b.at).map(({ node }) => node));
  };
}
