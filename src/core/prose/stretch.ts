import type { Range } from "../range";

/** A stretch of a block's inline Markdown that prose keeps: text, the text of a link, or something that stands in a sentence like a word. */
export interface Stretch extends Range {
  as: "text" | "link" | "object";
}

const external = /^[a-z][a-z0-9+.-]*:/i;

/** Whether a link leads out of the vault and its text is an address or reads as the title of a work: three words or more, the first one capitalised. */
export function isOthersWork(url: string, linkText: string): boolean {
  if (!external.test(url)) return false;
  const text = linkText.replace(/[*_"“”‘’]/g, "").trim();
  if (external.test(text)) return true;
  return /^[\p{Lu}\d]/u.test(text) && text.split(/\s+/).length >= 3;
}
