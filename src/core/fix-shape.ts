/** What fixes do, by the part of their shape before the colon; `{}` is the part behind it. */
const titles = {
  "add-claim": "Say what makes it “{}”, with a gap to fill",
  "add-link": "Say how the one follows from the other, with a gap to fill",
  "add-way-back": "List the relation in the other note, too",
  "claim-both": "Claim both words",
  "create-note": "Create the missing note",
  "deny-sameness": "Deny that the two are the same",
  "insert-blank-line": "Insert a blank line",
  "keep-word": "Keep “{}” of the two words",
  "lead-to-likeliest": "Link to the likeliest note",
  "link-label": "Link the label to its concept",
  "link-mention": "Link the mention to its concept",
  "mend-path": "Mend the link’s path",
  "remove-suppression": "Remove what suppresses nothing",
  "rename-rule": "Change to the rule that was likeliest meant",
  "take-out-entry": "Take the entry out, with what it says",
  "take-out-silent-entry": "Take the entry out, which says nothing",
  "write-percent": "Write “%20” for the spaces",
  "write-word": "Say “{}” instead",
} as const;

/** The shapes that fixes can have; see `Fix.shape`. */
export type ShapeKind = keyof typeof titles;

/** The shape of a fix, of which there is one for each word where it is about a word. */
export function shapeOf(kind: ShapeKind, word?: string): string {
  return word === undefined ? kind : `${kind}:${word}`;
}

/** What fixes of a shape do, for people; an unknown shape as it is. */
export function shapeTitle(shape: string): string {
  const colon = `${shape}:`.indexOf(":");
  const title = new Map<string, string>(Object.entries(titles)).get(shape.slice(0, colon));
  return title?.replace("{}", shape.slice(colon + 1)) ?? shape;
}
