import type { Range } from "../range";
import { foldKey, propertyTexts, type Property } from "./properties";

/** A tag of a note, without `#`. */
export interface Tag extends Range {
  name: string;
  written: "property" | "text";
}

const named = /(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]|\u200D|\uFE0F)+/uy;

/** The tags of a note, those of the properties first; each name once, whatever its case. */
export function readTags(source: string, text: string, frontMatter: Range, properties: readonly Property[]): Tag[] {
  const tags: Tag[] = [];
  const seen = new Set<string>();
  const add = (tag: Tag) => {
    const folded = tag.name.toLowerCase();
    if (tag.name === "" || seen.has(folded)) return;
    seen.add(folded);
    tags.push(tag);
  };
  for (const { text: written, from, to } of propertyTexts(source, frontMatter, properties.filter(({ folded }) => folded === "tags" || folded === "tag"), /[,\s]+/)) {
    add({ name: written.trim().replace(/^#/, ""), from, to, written: "property" });
  }
  for (let at = text.indexOf("#"); at !== -1; at = text.indexOf("#", at + 1)) {
    // Most are headings.
    if (text[at + 1] === " " || text[at + 1] === "#" || !/^[\s(]?$/.test(text.charAt(at - 1)) || text.startsWith("](", at - 2)) continue;
    named.lastIndex = at + 1;
    const name = named.exec(text)?.[0] ?? "";
    if (/^[\d/_-]*$/.test(name) || foldKey(name) === "") continue;
    add({ name, from: at, to: at + 1 + name.length, written: "text" });
  }
  return tags;
}
