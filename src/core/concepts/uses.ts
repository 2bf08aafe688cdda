import type { Note } from "../markdown/note";
import { foldHeading, type Heading, type Section } from "../markdown/sections";
import type { Use } from "./concept";

/** A longer heading was not meant to name a domain. */
const longestDomain = 120;

const usesHeading = /^(?:uses?|usages?|applications?)(?: of .+)?$/;
const referencesHeading = /^(?:references?(?: (?:and|&) (?:further )?(?:resources|reading|links|notes))?|sources?|resources and references|further reading|bibliography|works cited)$/;
const marker = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

/** The use-domains of a concept: the subheadings under "Uses of …", each with what follows "in" or "as". */
export function readUses(note: Note): Use[] {
  return note.sections.filter((section) => usesHeading.test(foldHeading(section.heading.text))).flatMap((section) => {
    const below = headingsIn(note, section).filter((heading) => heading.text !== "" && heading.text.length <= longestDomain);
    const depth = below.reduce((least, heading) => Math.min(least, heading.depth), 6);
    return below.filter((heading) => heading.depth === depth).map(({ text }) => ({ domain: domainOf(text), heading: text }));
  });
}

function headingsIn(note: Note, section: Section): Heading[] {
  const found: Heading[] = [];
  for (let index = section.index + 1; (note.headings[index]?.from ?? Infinity) < section.to; index += 1) found.push(...note.headings.slice(index, index + 1));
  return found;
}

/** How many entries stand under "References": list items that head no list of their own, or lines where there is no list. */
export function countReferences(note: Note): number {
  let count = 0;
  let counted = 0;
  for (const section of note.sections) {
    if (section.from < counted || !referencesHeading.test(foldHeading(section.heading.text))) continue;
    counted = section.to;
    count += countEntries(note, section);
  }
  return count;
}

function countEntries(note: Note, section: Section): number {
  const lines = note.text.slice(section.from, section.to).split("\n");
  const items = lines.flatMap((line) => {
    const match = marker.exec(line);
    return match ? [(match[1] ?? "").replace(/\t/g, "    ").length] : [];
  });
  if (items.length > 0) return items.filter((indent, index) => (items[index + 1] ?? 0) <= indent + 1).length;
  return lines.filter((line) => /\]\(|\[\[|https?:/.test(line)).length;
}

function domainOf(heading: string): string {
  const match = /^(?:.*?\s)?(?:in|as|within)\s+(?:(?:the|an?)\s+)?(.+)$/i.exec(heading);
  return match?.[1] ?? heading;
}
