import type { Note } from "../markdown/note";
import { plainText } from "../markdown/plain-text";
import { asText, property } from "../markdown/properties";
import { isGap } from "./gap";

/** What a block begins with that is a list, a quote, a table or a picture. */
export const noProse = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|\||<(?!https?:)|!\[|\^)/;

/** A line that is a field, `key:: value`, in brackets or in none. */
const fieldLine = /^[ \t]*[[(]?[*_]{0,3}\p{L}[\p{L}\p{N}:._ -]{0,40}::.*\r?\n?/gmu;

/** "This is a definition of …": what it is stands in the paragraph behind it. */
const announcement = /^(?:this|here) (?:is|note|page|entry|article)\b.{0,40}\b(?:definition|defines|describes|explains)\b/i;

/**
 * What a note says its subject is, as plain text: the italic lead; else the first paragraph before the first heading
 * below the title, unless that only announces the next or is a gap; else the property `description`; else nothing. Fields are none of it.
 */
export function readDefinition(note: Note): string {
  let announced = "";
  const title = note.blocks.findIndex(({ kind }) => kind === "heading");
  for (const [index, block] of note.blocks.entries()) {
    if (block.kind === "heading") {
      if (block.depth === 1 || isDefinitionHeading(note.text.slice(block.inner.from, block.inner.to))) continue;
      break;
    }
    const text = withoutFields(note.text.slice(block.from, Math.min(block.to, block.from + 4000)));
    // What no sentence says above the title is about the note.
    if (index < title && note.blocks[title]?.depth === 1 && !/\n|[.!?。][*_\s]*$/.test(text.trim())) continue;
    if (noProse.test(text) || /^[ \t]*(?:#[^\s#]+[ \t]*)+$/.test(text)) continue;
    const plain = plainText(italicLead(text.trim()) ?? firstParagraph(text));
    if (!/[\p{L}\p{N}]/u.test(plain) || isGap(plain)) continue;
    if (announced !== "" || !announcement.test(plain)) return plain;
    announced = plain;
  }
  if (announced !== "") return announced;
  const described = plainText(asText(property(note.properties, "description", "definition", "summary")));
  return isGap(described) ? "" : described;
}

/** A text without its fields; empty where it is but facts, "Key: value" on several lines. */
function withoutFields(text: string): string {
  const lines = text.replace(fieldLine, "").trim().split(/\r?\n/);
  const areFacts = lines.length > 1 && lines.every((line) => /^[*_]*\p{L}[^:.]{0,30}:[*_]*(?:\s.{0,80})?$/u.test(line) && !/[.!?]\s*$/.test(line));
  return areFacts ? "" : lines.join("\n");
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
