import type { Range } from "../range";
import type { FrontMatter } from "./front-matter";
import { markdownTarget, wikiTarget, type LinkTarget } from "./link-target";
import { plainText, wikiDisplay } from "./plain-text";

/** A property of a note. */
export interface Property {
  /** As written. */
  key: string;
  /** See `foldKey`. */
  folded: string;
  value: unknown;
}

/** One text in the value of a property, and where it stands in the note. */
export interface PropertyText extends Range {
  /** The key as written. */
  key: string;
  text: string;
}

/** A property's text that is a link to a note. */
export interface PropertyLink extends PropertyText {
  /** What it shows, plain. */
  label: string;
  target: LinkTarget;
}

/** A property key without case, spaces and separators: `relates_to` and `relatesTo` are one. */
export function foldKey(key: string): string {
  return /[^a-z]/.test(key) ? key.toLowerCase().replace(/[\s_-]/g, "") : key;
}

/** The properties of a note, in order. */
export function readProperties({ properties }: Pick<FrontMatter, "properties">): Property[] {
  return Object.entries(properties).map(([key, value]) => ({ key, folded: foldKey(key), value }));
}

/** The value of the first property whose folded key is one of `keys`. */
export function property(properties: readonly Property[], ...keys: string[]): unknown {
  return properties.find(({ folded }) => keys.includes(folded))?.value;
}

/** A text, number or truth value as text; empty for all else. */
export function asText(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** A text without the quotes around it, as they are left in a list written as one text. */
export function unquoted(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, "$2");
}

/** The texts of a value: itself, or those of a list, however nested. */
export function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const text = asText(value);
  return text === "" ? [] : [text];
}

/** The texts of some of a note's properties, with their places. */
export function propertyTexts(note: string, frontMatter: Range, properties: readonly Property[], separator?: RegExp): PropertyText[] {
  const found: PropertyText[] = [];
  const source = note.slice(0, frontMatter.to);
  for (const { key, value } of properties) {
    let texts = textsOf(value);
    if (separator && typeof value === "string") texts = value.split(separator).map(unquoted).filter((text) => text !== "");
    let at = keyAt(source, frontMatter.from, key);
    for (const text of texts) {
      const start = source.indexOf(text, at);
      const isFound = start !== -1;
      found.push({ key, text, from: isFound ? start : at, to: isFound ? start + text.length : at + key.length });
      if (isFound) at = start + text.length;
    }
  }
  return found;
}

/** The texts that are links to notes, as the app reads them: one that holds more than a link holds none. */
export function propertyLinks(texts: readonly PropertyText[]): PropertyLink[] {
  return texts.flatMap((entry): PropertyLink[] => {
    const [, wiki, alias = "", shown = "", path = ""] = /^(?:!?\[\[([^[\]|]+)(?:\|([^[\]]*))?\]\]|\[([^[\]]*)\]\(([^()]*)\))$/.exec(entry.text.trim()) ?? [];
    const target = wiki === undefined ? markdownTarget(path.replace(/^<|>$/g, "")) : wikiTarget(wiki);
    const label = wiki === undefined ? plainText(shown) : alias.trim() || wikiDisplay(wiki);
    return target?.path ? [{ ...entry, label, target }] : [];
  });
}

function keyAt(source: string, from: number, key: string): number {
  let at = source.indexOf(key, from);
  while (at !== -1) {
    const before = source[at - 1];
    const follows = /^["']?\s*:/.test(source.slice(at + key.length, at + key.length + 8));
    if (follows && (before === "\n" || before === '"' || before === "'")) return at;
    at = source.indexOf(key, at + 1);
  }
  return from;
}
