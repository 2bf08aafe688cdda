import type { Note } from "../markdown/note";
import { foldHeading, type Heading, type Section } from "../markdown/sections";
import type { Use } from "./concept";
import { fileLabel } from "./label";

/** A longer heading was not meant to name a domain. */
const longestDomain = 120;

const usesHeading = /^(?:uses?|usages?|applications?)(?: of .+)?$/;
const referencesHeading = /^(?:references?(?: (?:and|&) (?:further )?(?:resources|reading|links|notes))?|sources?|resources and references|(?:further|related) (?:reading|resources|literature)|bibliography|works cited)$/;
/** What stands before the first "in" or "as", and what follows. Set phrases name no domain. */
const inOrAs = /^(?:(.*?)\s)??(?:in|as|within)\s+(?!(?:general|action|practice|brief|detail|short|depth|a nutshell)$)(?:(?:the|an?)\s+)?(.+)$/i;
const andOrFor = /^(.+?)\s(?:and|&|for|through|across)\s(.+)$/i;
const marker = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\S/;

/** Whether a heading opens a list of sources: "References", "Further reading" and their kin. */
export function isReferencesHeading(text: string): boolean {
  return referencesHeading.test(foldHeading(text));
}

/**
 * The use-domains of a concept: the subheadings under "Uses of …", each with what follows "in" or "as"; where nothing
 * stands under such a heading, the headings that begin with the concept and go on so ("Tides in Salt Making").
 * @param labels what the note calls its concept
 */
export function readUses(note: Note, labels: readonly string[]): Use[] {
  const own = new Set(labels.flatMap((label) => (label === "" ? [] : [fileLabel(label).key])));
  const isOwn = (text: string) => own.has(fileLabel(text.replace(/^(?:the|an?) /i, "")).key);
  const under = note.sections.filter((section) => usesHeading.test(section.heading.folded)).flatMap((section) => {
    const below = headingsIn(note, section).filter(isDomain);
    const depth = below.reduce((least, heading) => Math.min(least, heading.depth), 6);
    return below.filter((heading) => heading.depth === depth);
  });
  const found = under.length > 0 ? under : note.headings.filter((heading) => isDomain(heading) && /\s(?:in|as|within)\s/i.test(heading.text) && isOwn(inOrAs.exec(heading.text)?.[1] ?? ""));
  return found.map(({ text }) => ({ domain: domainOf(text, isOwn), heading: text }));
}

function isDomain({ text }: Heading): boolean {
  return text !== "" && text.length <= longestDomain;
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
    if (section.from < counted || !referencesHeading.test(section.heading.folded)) continue;
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

/** What follows the first "in" or "as", or stands before it where the concept itself follows; what the concept is joined to by "and" or "for"; else the whole. */
function domainOf(heading: string, isOwn: (text: string) => boolean): string {
  const [, before = "", after = heading] = inOrAs.exec(heading) ?? [];
  if (after !== heading) return before !== "" && isOwn(after) ? before : after;
  const [, own = "", beside = ""] = andOrFor.exec(heading) ?? [];
  return isOwn(own) ? beside : heading;
}
