const names = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&apos;"]]);

/** A text as XML 1.0 can hold it, in an element or an attribute: escaped, without control characters and half surrogate pairs. */
export function xmlText(text: string): string {
  return [...text]
    .map((character) => names.get(character) ?? character)
    .join("")
    .replace(/\s+/g, " ")
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
