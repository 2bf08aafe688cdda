/**
 * Whether one of a note's tags is a tag or below it, whatever their case, as in Obsidian's own search: `infra` is met by `Infra/net`,
 * not by `infrared`. A `#` before any of them is left out of account.
 */
export function hasTag(own: readonly string[], wanted: string): boolean {
  const sought = `${foldTag(wanted)}/`;
  return own.some((tag) => `${foldTag(tag)}/`.startsWith(sought));
}

/** A tag without what makes no difference: `#`, case, a slash at its end. */
export function foldTag(tag: string): string {
  return tag.replace(/^#|\/+$/g, "").toLowerCase();
}

/** A folded tag and all that it is below: `infra/net` and `infra`. */
export function tagsAbove(tag: string): string[] {
  const parts = tag.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
