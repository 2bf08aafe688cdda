import type { Note } from "../markdown/note";
import { foldKey, propertyTexts, unquoted, type Property } from "../markdown/properties";
import { markdownTarget } from "../markdown/link-target";
import { wikiDisplay } from "../markdown/plain-text";
import { inlineAt } from "./inline-at";
import { readItem, type Head, type Item } from "./item";
import { sayingsOf } from "./related";
import { kindOfKey, type NamedKind, type OwnNames } from "./relation-names";
import type { Saying } from "./statement";

/** A longer plain text names nothing. */
const longestLabel = 120;
/** Past this many UTF-16 units the rest of a line is not read as the value of a field. */
const longestValue = 4_000;

/** What a property in the front matter states: each of its texts is read as an item of a list is. */
export function propertySayings(note: Note, property: Property, kind: NamedKind): Saying[] {
  const { source, frontMatter } = note;
  return propertyTexts(source, frontMatter, [property]).flatMap(({ key, text, from, to }) => {
    const isScalar = typeof property.value === "string";
    const isPlaced = source.slice(from, to) === text;
    return sayingsOf(note, kind, propertyItem(note, text, from, isScalar), { from, to })
      .map((saying) => ({ ...saying, ...(isPlaced ? {} : { from, to }), written: "property" as const, section: key }));
  });
}

function propertyItem(note: Note, text: string, from: number, isScalar: boolean): Item {
  const item = readItem(inlineAt(note, text, from));
  if (item.sentence !== "" || item.heads.some(({ link }) => link)) return item;
  const labels = isScalar ? text.split(/[,;·•、，；]|\s\|\s/) : [text];
  return { heads: labels.flatMap((label) => (label.length > longestLabel ? [] : [labelHead(unquoted(label), from)])), sentence: "" };
}

/** A label, or the path of a note as the parsers of other apps write it. */
function labelHead(text: string, from: number): Head {
  if (!/^\S+\.md$/i.test(text)) return { label: text.replace(/^#/, ""), link: null, place: null };
  const place = { from, to: from + text.length };
  return { label: wikiDisplay(text), link: { text, target: markdownTarget(text), ...place }, place };
}

/** What may open the value of a field: `key::`, or a key and a link behind its colon. */
const opening = /[:：](?::|[*_]{0,3}[ \t]*!?\[)/g;
const bracketed = /[[(][ \t]*([\p{L}][\p{L}\p{N}:_ -]{0,40})$/u;
const atHead = /(?:^|[·•|])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[*_]{0,3}([\p{L}][\p{L}\p{N}:._ -]{0,40})[*_]{0,3}$/u;
/** What parts a field from the next one on its line. */
const nextField = /[ \t][·•|][ \t]+(?=[*_]{0,3}\p{L}[^:[\]]{0,40}:)/u;
const insideBrackets = /^(?:\[\[[^\]\n]*\]\]|\[[^\]\n]*\]\([^)\n]*\)|[^[\])\n])*/;

/**
 * What the fields in the text state: `key:: value` on a line of its own and `[key:: value]`, as Dataview and Logseq read
 * them, and a key with links behind its colon ("See also: [[Moon]], [[Neap]]").
 */
export function fieldSayings(note: Note, names: OwnNames): Saying[] {
  const { text } = note;
  const sayings: Saying[] = [];
  for (const { 0: found, index } of text.matchAll(opening)) {
    const before = text.slice(Math.max(0, text.lastIndexOf("\n", index) + 1, index - 80), index);
    const isDouble = found === "::";
    const inside = isDouble ? bracketed.exec(before)?.[1] : undefined;
    const key = inside ?? atHead.exec(before)?.[1];
    const kind = key === undefined ? undefined : kindOfKey(foldKey(key), names);
    if (!kind) continue;
    const from = index + (isDouble ? 2 : 1);
    const end = text.indexOf("\n", from);
    const line = text.slice(from, Math.min(end === -1 ? text.length : end, from + longestValue));
    const marks = /^[*_]*/.exec(line)?.[0].length ?? 0;
    const value = inside === undefined ? (line.slice(marks).split(nextField, 1)[0] ?? "") : (insideBrackets.exec(line)?.[0] ?? "");
    const start = inside === undefined ? from + marks : from;
    sayings.push(...sayingsOf(note, kind, propertyItem(note, value, start, true), { from: start, to: start + value.length }));
  }
  return sayings;
}
