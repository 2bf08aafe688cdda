import type { BlockContent, DefinitionContent, Heading, List, Paragraph, RootContent } from "mdast";
import { flatten } from "../markdown/inline";
import type { Note } from "../markdown/note";
import { parse } from "../markdown/parse";
import { plainText } from "../markdown/plain-text";
import { prepare } from "../markdown/prepare";
import type { Section } from "../markdown/sections";
import { firstSentence, sentenceAt } from "../markdown/sentence-at";
import type { Range } from "../range";
import { defaultConfig } from "../config";
import { inlineAt } from "./inline-at";
import { opensItem, readItem, type Head, type Item } from "./item";
import type { RelationList } from "./lists";
import { kindOfHeading, type NamedKind } from "./relation-names";
import type { LabelPart, Saying } from "./statement";

const isRow = /^[ \t]*\|/;
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?\r?$/;

/** Past this many UTF-16 units of a section its rest is not read as a list. */
const longestSection = 64_000;

/** Whether a heading opens a list of related concepts: "Related Concepts", "See also" and their kin. */
export function isRelatedHeading(text: string): boolean {
  return kindOfHeading(text, defaultConfig.concepts) === "related";
}

/**
 * The sections of a note that list related concepts below a heading; those within another are left to it.
 * @param kinds what its headings say of the lists below them
 */
export function relatedSections(note: Note, kinds: readonly (NamedKind | undefined)[]): Section[] {
  const found: Section[] = [];
  for (const section of note.sections) {
    const outer = found.at(-1);
    if (kinds[section.index] === "related" && (!outer || section.from >= outer.to)) found.push(section);
  }
  return found;
}

/** The relations that a list states, one for each thing its items name. */
export function readList(note: Note, { kind, from, to }: RelationList): Saying[] {
  // Half a line would be read as something that nobody wrote.
  const end = to - from > longestSection ? note.text.lastIndexOf("\n", from + longestSection) : to;
  const tree = parse(prepare(note.text.slice(from, end)));
  const items: Placed[] = [];
  const hasList = listsOf(tree.children).length > 0;
  let isBelow = false;
  for (const [index, node] of tree.children.entries()) {
    if (node.type === "heading") {
      isBelow = true;
      const next = tree.children[index + 1];
      const sentence = next?.type === "paragraph" ? firstSentence(plainText(flatten(next.children, from, note.definitions).text)) : "";
      items.push({ item: { ...readItem(flatten(node.children, from, note.definitions)), sentence }, range: rangeOf(node, from), isDoubtful: true });
      continue;
    }
    const found: Placed[] = [];
    for (const list of listsOf([node])) readItems(note, list, from, found);
    if (!hasList) for (const paragraph of paragraphsOf([node])) readParagraph(note, paragraph, from, found);
    const areRemarks = isBelow && !found.some(({ item }) => item.heads.some(({ link }) => link));
    for (const placed of found) items.push(areRemarks ? { ...placed, isDoubtful: true } : placed);
  }
  return items.flatMap(({ item, range, isDoubtful }) => sayingsOf(note, kind, item, range, isDoubtful));
}

/** An item, and where its line or paragraph stands. */
interface Placed {
  item: Item;
  range: Range;
  /** Whether it may as well be a remark, or the heading of a group: its labels count only where something answers to them. */
  isDoubtful?: boolean;
}

function listsOf(nodes: readonly RootContent[]): List[] {
  return nodes.flatMap((node) => (node.type === "list" ? [node] : node.type === "blockquote" ? listsOf(node.children) : []));
}

function paragraphsOf(nodes: readonly RootContent[]): Paragraph[] {
  return nodes.flatMap((node) => (node.type === "paragraph" ? [node] : node.type === "blockquote" ? paragraphsOf(node.children) : []));
}

function readItems(note: Note, list: List, base: number, items: Placed[], isDoubtful = false): void {
  for (const node of list.children) {
    const [first, ...rest] = node.children.filter(isParagraph);
    const lists = listsOf(node.children.filter((child) => child.type === "list"));
    const item: Item = first ? readItem(flatten(first.children, base, note.definitions)) : { heads: [], sentence: "" };
    const isGroup = lists.length > 0 && item.sentence === "" && item.heads.every(({ link }) => !link);
    if (first) {
      const more = rest.map((paragraph) => plainText(flatten(paragraph.children, base, note.definitions).text));
      const sentence = [item.sentence, ...more].filter((part) => part !== "").join(" ");
      items.push({ item: { ...item, sentence }, range: rangeOf(first, base), isDoubtful: isDoubtful || isGroup });
    }
    for (const below of lists) readItems(note, below, base, items, !isGroup);
  }
}

function isParagraph(node: BlockContent | DefinitionContent): node is Paragraph {
  return node.type === "paragraph";
}

/** A paragraph where there is no list: rows of a table, lines that name something, terms between commas, or prose whose links count. */
function readParagraph(note: Note, node: Paragraph, base: number, items: Placed[]): void {
  const range = rangeOf(node, base);
  let from = range.from;
  const lines = note.text.slice(range.from, range.to).split("\n");
  for (const [index, written] of lines.entries()) {
    const line = { from, to: from + written.length };
    from += written.length + 1;
    if (isRow.test(written)) {
      const isHead = delimiterRow.test(written) || delimiterRow.test(lines[index + 1] ?? "");
      if (!isHead) items.push({ item: readItem(inlineAt(note, asItem(written), line.from)), range: line });
      continue;
    }
    const inline = inlineAt(note, written, line.from);
    const item = readItem(inline);
    if (opensItem(inline)) {
      items.push({ item, range: line });
      continue;
    }
    const links = inline.spans.flatMap((span) => (span.link ? [span.link] : []));
    for (const link of links) {
      items.push({ item: { heads: [{ label: plainText(link.text), link, place: link }], sentence: item.sentence === "" ? "" : sentenceAt(note.text, link, range) }, range: line });
    }
    if (links.length === 0) items.push({ item: { heads: termsOf(inline.text), sentence: "" }, range: line });
  }
}

/** Two or more short terms between commas, which are no sentence. */
function termsOf(text: string): Head[] {
  const terms = text.trim().split(/\s*[,;·•、，；]\s*/);
  const areTerms = terms.length > 1 && terms.every((term) => /^(?:[^\s.!?:]+ ?){1,4}$/.test(term));
  return areTerms ? terms.map((label) => ({ label: label.trim(), link: null, place: null })) : [];
}

/** A row of a table as an item: its first cell is what it names, the others what it says. As long as the row. */
function asItem(row: string): string {
  let cells = 0;
  return row.replace(/\\?\|/g, (bar, at: number) => {
    if (bar.length > 1) return bar;
    cells += 1;
    return cells === 1 || at >= row.trimEnd().length - 1 ? " " : cells === 2 ? ":" : " ";
  }).replace(/(\S)( +):/, "$1:$2");
}

/** What stands for a label where there is none: a sign, "none", an address. */
const noLabel = /^(?:[^\p{L}\p{N}]*|none|n\/a|todo|tb[ad]|[^\s@]+@[^\s@]+|.*:\/\/.*|www\..*)$/iu;

/** What an item states, one saying for each thing that it names. `range` is where a plain label is looked for; labels that are in doubt count only where something answers to them. */
export function sayingsOf(note: Note, kind: NamedKind, { heads, role = "", sentence }: Item, range: Range, isDoubtful = false): Saying[] {
  return heads.flatMap(({ label, link, place, aside = "" }): Saying[] => {
    // A link out of the vault, or to a picture, relates to nothing in it.
    if (label === "" || (link ? !link.target?.path : noLabel.test(label))) return [];
    const { from, to } = place ?? placeOf(note, label, range);
    const said = [role, aside, sentence].filter((part) => part !== "").join(": ");
    return [{ kind, label, sentence: said, from, to, ...(link ? { written: "link", target: link.target } : { written: "label", target: null, isDoubtful, ...partsOf(note, label, { from, to }) }) }];
  });
}

function partsOf(note: Note, label: string, range: Range): { parts?: LabelPart[] } {
  const labels = label.split(/ *,(?: and| or)? +| (?:and|or|&) | *\/ */);
  return labels.length > 1 ? { parts: labels.map((part) => ({ label: part, ...placeOf(note, part, range) })) } : {};
}

function placeOf({ source }: Note, label: string, { from, to }: Range): Range {
  const written = source.slice(from, to);
  const at = written.indexOf(label);
  if (at !== -1) return { from: from + at, to: from + at + label.length };
  const end = written.search(/\r?\n|$/);
  return { from, to: from + end };
}

function rangeOf(node: Paragraph | Heading, base: number): Range {
  return { from: base + (node.position?.start.offset ?? 0), to: base + (node.position?.end.offset ?? 0) };
}
