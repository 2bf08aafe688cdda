import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent } from "mdast";
import { flatten, type Inline } from "../markdown/inline";
import type { Note } from "../markdown/note";
import { parse } from "../markdown/parse";
import { plainText } from "../markdown/plain-text";
import { prepare } from "../markdown/prepare";
import { foldHeading, type Section } from "../markdown/sections";
import { sentenceAt } from "../markdown/sentence-at";
import type { Range } from "../range";
import { readItem, type Item } from "./item";
import type { Saying } from "./statement";

const relatedHeading =
  /^(?:related(?: (?:concepts?|pages?|notes?|terms?|topics?|ideas?|words?|patterns?|primitives?|protocols?|tags?|entries|to .{1,80}))?|see also|(?:related )?concepts? related to .{1,80}|(?:connected|associated|neighbou?ring) concepts?|connections)$/;

const isRow = /^[ \t]*\|/;
const delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?\r?$/;

/** Past this many UTF-16 units of a section its rest is not read as a list. */
const longestSection = 64_000;

/** Whether a heading opens a list of related concepts: "Related Concepts", "See also" and their kin. */
export function isRelatedHeading(text: string): boolean {
  return relatedHeading.test(foldHeading(text));
}

/** The sections of a note that list related concepts; those within another are left to it. */
export function relatedSections(note: Note): Section[] {
  const found: Section[] = [];
  for (const section of note.sections) {
    const outer = found.at(-1);
    if (isRelatedHeading(section.heading.text) && (!outer || section.from >= outer.to)) found.push(section);
  }
  return found;
}

/** The relations that a section states, one for each thing its items name. */
export function readRelated(note: Note, section: Section): Saying[] {
  const to = Math.min(section.to, section.from + longestSection);
  const tree = parse(prepare(note.text.slice(section.from, to)));
  const statements: Saying[] = [];
  const lists = listsOf(tree.children);
  for (const list of lists) readList(note, list, section.from, statements);
  if (lists.length === 0) for (const node of tree.children) if (node.type === "paragraph") readParagraph(note, node, section.from, statements);
  return statements;
}

function listsOf(nodes: readonly RootContent[]): List[] {
  return nodes.flatMap((node) => (node.type === "list" ? [node] : node.type === "blockquote" ? listsOf(node.children) : []));
}

function readList(note: Note, list: List, base: number, statements: Saying[]): void {
  for (const item of list.children) {
    readListItem(note, item, base, statements);
    for (const child of item.children) if (child.type === "list") readList(note, child, base, statements);
  }
}

function readListItem(note: Note, node: ListItem, base: number, statements: Saying[]): void {
  const [first, ...rest] = node.children.filter(isParagraph);
  if (!first) return;
  const range = rangeOf(first, base);
  const item = readItem(flatten(first.children, base, note.definitions));
  const hasList = node.children.some((child) => child.type === "list");
  const isGroup = hasList && item.sentence === "" && item.heads.every((head) => head.link === null);
  if (isGroup) return;
  const more = rest.map((paragraph) => plainText(flatten(paragraph.children, base, note.definitions).text));
  addItem(note, { heads: item.heads, sentence: [item.sentence, ...more].filter((part) => part !== "").join(" ") }, range, statements);
}

function isParagraph(node: BlockContent | DefinitionContent): node is Paragraph {
  return node.type === "paragraph";
}

/** A paragraph in a section without a list: rows of a table, lines that name something, or prose whose links count. */
function readParagraph(note: Note, node: Paragraph, base: number, statements: Saying[]): void {
  const range = rangeOf(node, base);
  let from = range.from;
  const lines = note.text.slice(range.from, range.to).split("\n");
  for (const [index, line] of lines.entries()) {
    const lineRange = { from, to: from + line.length };
    from += line.length + 1;
    if (isRow.test(line)) {
      const isHead = delimiterRow.test(line) || delimiterRow.test(lines[index + 1] ?? "");
      if (!isHead) addItem(note, readItem(readLine(note, lineRange, asItem)), lineRange, statements);
      continue;
    }
    const inline = readLine(note, lineRange);
    const start = inline.text.length - inline.text.trimStart().length;
    const opens = inline.spans.some((span) => span.start === start && span.link !== null);
    if (opens) {
      addItem(note, readItem(inline), lineRange, statements);
      continue;
    }
    const links = inline.spans.flatMap((span) => (span.link ? [span.link] : []));
    const isBare = links.length > 0 && readItem(inline).sentence === "";
    for (const link of links) {
      const item = { heads: [{ label: plainText(link.text), link, place: link }], sentence: isBare ? "" : sentenceAt(note.text, link, range) };
      addItem(note, item, lineRange, statements);
    }
  }
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

function readLine(note: Note, range: Range, change = (line: string) => line): Inline {
  const line = change(note.text.slice(range.from, range.to));
  const indent = line.search(/\S|$/);
  const [node] = parse(prepare(line.slice(indent))).children;
  return node?.type === "paragraph" ? flatten(node.children, range.from + indent, note.definitions) : { text: "", spans: [] };
}

function addItem(note: Note, item: Item, range: Range, statements: Saying[]): void {
  for (const { label, link, place } of item.heads) {
    // A link out of the vault, or to a picture, relates to nothing in it.
    if (label === "" || (link && link.target === null)) continue;
    const target = link?.target ?? null;
    if (target?.path === "") continue;
    const { from, to } = place ?? placeOf(note, label, range);
    statements.push({ kind: "related", label, sentence: item.sentence, from, to, written: target ? "link" : "label", target });
  }
}

function placeOf(note: Note, label: string, { from, to }: Range): Range {
  const written = note.text.slice(from, to);
  const at = written.indexOf(label);
  if (at !== -1) return { from: from + at, to: from + at + label.length };
  const end = written.search(/\r?\n|$/);
  return { from, to: from + end };
}

function rangeOf(node: Paragraph, base: number): Range {
  return { from: base + (node.position?.start.offset ?? 0), to: base + (node.position?.end.offset ?? 0) };
}
