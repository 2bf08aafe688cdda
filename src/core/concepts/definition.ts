import type { Note } from "../markdown/note";
import { plainText } from "../markdown/plain-text";
import { asText, property } from "../markdown/properties";
import { isGap } from "./gap";

/** What a block begins with that is a list, a quote, a table or a picture. */
export const noProse = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||<(?!https?:)|!\[|\^)/;

/** "This is a definition of …": what it is stands in the paragraph behind it. */
const announcement = /^(?:this|here) (?:is|note|page|entry|article)\b.{0,40}\b(?:definition|defines|describes|explains)\b/i;

/**
 * What a note says its subject is, as plain text: the italic lead; else the first paragraph before the first heading
 * below the title, unless that only announces the next or is a gap; else the property `description`; else nothing.
 */
export function readDefinition(note: Note): string {
  let announced = "";
  for (const block of note.blocks) {
    if (block.kind === "heading") {
      if (block.depth === 1 || isDefinitionHeading(note.text.slice(block.inner.from, block.inner.to))) continue;
      break;
    }
    const text = note.text.slice(block.from, Math.min(block.to, block.from + 4000));
    if (noProse.test(text) || /^[ \t]*(?:#[^\s#]+[ \t]*)+$/.test(text)) continue;
    const plain = plainText(italicLead(text.trim()) ?? firstParagraph(text));
    if (!/[\p{L}\p{N}]/u.test(plain) || isGap(plain)) continue;
    if (announced !== "" || !announcement.test(plain)) return plain;
    announced = plain;
  }
  if (announced !== "") return announced;
  const described = plainText(asText(property(note.frontMatter, "description", "definition", "summary")));
  return isGap(described) ? "" : described;
}

function isDefinitionHeading(text: string): boolean {
  return /^\W*(?:definitions?|meaning|what is .*|overview|summary|introduction)\W*$/i.test(text);
}

/** A list may follow its paragraph without a blank line. */
function firstParagraph(text: string): string {
  const end = text.search(/\r?\n[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|\|)/);
  return end === -1 ? text : text.slice(0, end);
}

/** The italic text that a paragraph begins with, if it is more than a term. */
function italicLead(text: string): string | null {
  const mark = text[0];
  if ((mark !== "*" && mark !== "_") || text[1] === mark || /\s/.test(text[1] ?? " ")) return null;
  for (let at = text.indexOf(mark, 1); at !== -1; at = text.indexOf(mark, at + 1)) {
    const isDouble = text[at + 1] === mark || text[at - 1] === mark;
    const isInWord = /[\p{L}\p{N}]/u.test(text[at + 1] ?? "");
    if (isDouble || isInWord || /[\s\\]/.test(text[at - 1] ?? "") || isInTarget(text, at)) continue;
    const lead = text.slice(1, at);
    return lead.split(/\s+/).length >= 5 ? lead : null;
  }
  return null;
}

/** Whether an offset lies in the target of a link, where underscores are no emphasis. */
function isInTarget(text: string, at: number): boolean {
  const open = text.lastIndexOf("](", at);
  return open !== -1 && text.slice(open, at).search(/[)\n]/) === -1;
}
