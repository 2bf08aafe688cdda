import { defaultConfig, type ConceptConfig } from "../config";
import type { ParagraphAsHeading } from "../markdown/blocks";
import type { LinkTarget } from "../markdown/link-target";
import type { Note } from "../markdown/note";
import { asText, property, propertyLinks, propertyTexts, readProperties, textsOf, unquoted, type Property, type PropertyText } from "../markdown/properties";
import { sentenceAt } from "../markdown/sentence-at";
import type { Tag } from "../markdown/tags";
import type { Range } from "../range";
import type { Concept, Use } from "./concept";
import { readContrasts } from "./contrast";
import { readDefinition } from "./definition";
import { foldLabel } from "./label";
import { linkPath, type LinkPath } from "./link-path";
import { readMending, type Mending } from "./mending";
import { fieldSayings, propertySayings } from "./fields";
import { relationLists } from "./lists";
import { readList, relatedSections } from "./related";
import { kindOfHeading, kindOfKey, type NamedKind, type OwnNames } from "./relation-names";
import type { Contrast, Saying, Statement } from "./statement";
import { lineCounter, placer } from "./place";
import { countReferences, readUses } from "./uses";

/** A link of a note to a note, wherever it stands. */
export interface NoteLink extends Range {
  target: LinkTarget;
  label: string;
  /** The line that it begins in, from 1. */
  line: number;
  /** Absent for a reference, whose path stands elsewhere. */
  path?: LinkPath | undefined;
}

/** All that is kept of a note: nothing in it depends on the note's path, so a rename needs no second reading. */
export interface NoteReading {
  /** From the properties, or the heading that the note begins with; empty where it has neither. */
  title: string;
  aliases: string[];
  /** What stands for the note as a whole: its title property, else the heading or the line that it begins with; empty where it has none. */
  opening: Range;
  /** Where the title and the aliases stand in the front matter. */
  labelPlaces: PropertyText[];
  types: string[];
  tags: Tag[];
  definition: string;
  uses: Use[];
  references: number;
  /** Related items, mentions and tags, in document order. */
  statements: Statement[];
  contrasts: Contrast[];
  links: NoteLink[];
  traps: ParagraphAsHeading[];
  /** Where the front matter stands, and why it does not parse. */
  frontMatter: Range & { problem?: string };
  lineBreak: "\n" | "\r\n";
  mending: Mending;
}

/** A longer heading is no title. */
const longestTitle = 120;

const titleKeys = new Set(["title", "preflabel"]);
const aliasKeys = new Set(["aliases", "alias", "altlabel", "altlabels"]);

/** Reads what a note says of itself and of others. `names` are those that the vault's config adds. */
export function readStatements(note: Note, names: OwnNames = defaultConfig.concepts): NoteReading {
  const { frontMatter, source, properties } = note;
  const kinds: (NamedKind | undefined)[] = [];
  for (const { text, folded } of note.headings) kinds.push(kindOfHeading(text, names, folded));
  const title = titleOf(note, kinds);
  const aliases = aliasesOf(properties);
  const stated = propertiesStating(note, names);
  const related = readRelated(note, kinds, names);
  const contrasts = readContrasts(note);
  const { from, to, problem } = frontMatter;
  return {
    title,
    aliases,
    opening: openingOf(note),
    labelPlaces: propertyTexts(source, frontMatter, properties.filter(({ folded }) => titleKeys.has(folded) || aliasKeys.has(folded)), /,/),
    types: textsOf(property(properties, "type")),
    tags: note.tags,
    definition: readDefinition(note),
    uses: readUses(note, [title, ...bracketOf(title), ...aliases]),
    references: countReferences(note),
    statements: inPlace(note, [tagStatements(note.tags), stated, related, readMentions(note, [related, ...contrasts.map(({ sides }) => sides)])]),
    contrasts: contrasts.map(({ sides }) => ({ sides: sides.map(placer(note)) })),
    links: readNoteLinks(note, stated),
    traps: note.traps,
    frontMatter: problem === undefined ? { from, to } : { from, to, problem },
    lineBreak: source.includes("\r\n") ? "\r\n" : "\n",
    mending: readMending(note, relatedSections(note, kinds), [...stated, ...related]),
  };
}

/** What the properties state, those that name a relation first; a link in any other is a mention. */
function propertiesStating(note: Note, names: OwnNames): Saying[] {
  const found: Saying[] = [];
  const others: Property[] = [];
  for (const one of note.properties) {
    const kind = kindOfKey(one.folded, names);
    if (kind) found.push(...propertySayings(note, one, kind));
    else if (textsOf(one.value).some((text) => text.includes("["))) others.push(one);
  }
  if (others.length === 0) return found;
  for (const { label, target, from, to, key } of propertyLinks(propertyTexts(note.source, note.frontMatter, others))) {
    found.push({ kind: "mention", label, sentence: "", from, to, written: "property", target, section: key });
  }
  return found;
}

/** What the lists and the fields in the text state. Each thing counts once: an inner list, and a field, know better what kind it is. */
function readRelated(note: Note, kinds: readonly (NamedKind | undefined)[], names: OwnNames): Saying[] {
  const listed = new Map<string, Saying>();
  const add = (saying: Saying) => void listed.set(`${saying.from} ${saying.label}`, saying);
  for (const list of relationLists(note, kinds, names)) readList(note, list).forEach(add);
  fieldSayings(note, names).forEach(add);
  return [...listed.values()];
}

/** Sayings in document order, with their places. */
function inPlace(note: Note, parts: readonly (readonly Saying[])[]): Statement[] {
  const sayings: Saying[] = [];
  for (const part of parts) for (const saying of part) sayings.push(saying);
  sayings.sort((a, b) => a.from - b.from || a.to - b.to);
  const statements: Statement[] = [];
  const place = placer(note);
  for (const saying of sayings) statements.push(place(saying));
  return statements;
}

/** The links to notes: those in properties, then those of the text. */
function readNoteLinks({ source, links }: Note, stated: readonly Saying[]): NoteLink[] {
  const found: NoteLink[] = [];
  const lineOf = lineCounter(source);
  const add = (target: LinkTarget | null, label: string, from: number, to: number) => {
    if (target && target.path !== "") found.push({ target, label, from, to, line: lineOf(from), path: linkPath(source, { from, to }) });
  };
  for (const { target, label, from, to } of stated) add(target, label, from, to);
  for (const { target, text, from, to } of links) add(target, text, from, to);
  return found;
}

/** The concept that a note at `path` is about, or undefined where the config counts it as no concept note. */
export function conceptOf(reading: NoteReading, path: string, config: ConceptConfig): Concept | undefined {
  if (!isConceptNote(reading, path, config)) return undefined;
  const prefLabel = reading.title === "" ? nameOf(path) : reading.title;
  const seen = new Set([foldLabel(prefLabel)]);
  const altLabels: string[] = [];
  for (const label of [...bracketOf(prefLabel), ...reading.aliases]) {
    const fold = foldLabel(label);
    if (fold === "" || seen.has(fold)) continue;
    seen.add(fold);
    altLabels.push(label);
  }
  const { tags, definition, uses, references } = reading;
  return { path, prefLabel, altLabels, tags: tags.map(({ name }) => name), definition, uses, references };
}

/** The name of the note at a path: the last part, without `.md`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

/** The other name in brackets at the end of a title: "Mutual Aid Network (MAN)". What is all in small letters tells things of one name apart. */
export function bracketOf(title: string): string[] {
  const bracket = /^.*\S\s*\(([^()]+)\)$/.exec(title)?.[1]?.trim();
  return bracket && !/^[\p{Ll}\s-]+$/u.test(bracket) ? [bracket] : [];
}

function isConceptNote(reading: NoteReading, path: string, config: ConceptConfig): boolean {
  if (isLeftOut(path, config.exclude)) return false;
  const types = config.types.map((type) => type.toLowerCase());
  if (reading.types.some((type) => types.includes(type.toLowerCase()))) return true;
  const tags = config.tags.map((tag) => tag.replace(/^#/, "").toLowerCase());
  if (reading.tags.some(({ name }) => tags.includes(name.toLowerCase()))) return true;
  const folder = `/${path.slice(0, path.lastIndexOf("/") + 1).toLowerCase()}`;
  return config.folders.some((wanted) => {
    const bare = wanted.replace(/^\/+|\/+$/g, "").toLowerCase();
    if (bare === "") return wanted.startsWith("/");
    return bare.includes("/") || wanted.startsWith("/") ? folder.startsWith(`/${bare}/`) : folder.includes(`/${bare}/`);
  });
}

/** Whether a path is named by an exclusion: a basename, or a folder ending in `/`, at any depth. */
export function isLeftOut(path: string, exclude: readonly string[]): boolean {
  const lower = `/${path.toLowerCase()}`;
  const name = nameOf(path).toLowerCase();
  return exclude.some((entry) => {
    const wanted = entry.toLowerCase().replace(/^\/+/, "");
    return wanted.endsWith("/") ? lower.includes(`/${wanted}`) : wanted.replace(/\.md$/, "") === name;
  });
}

/** The property `title`; else the heading of the first level that the note begins with. */
function titleOf({ properties, blocks, headings }: Note, [kind]: readonly (NamedKind | undefined)[]): string {
  const title = asText(property(properties, ...titleKeys));
  const [first] = headings;
  const isOpening = first?.depth === 1 && blocks[0]?.kind === "heading" && first.text.length <= longestTitle && !kind;
  return title === "" && isOpening ? first.text : title;
}

function openingOf({ source, frontMatter, properties, text, blocks }: Note): Range {
  const [title] = propertyTexts(source, frontMatter, properties.filter(({ folded }) => titleKeys.has(folded)));
  if (title) return { from: title.from, to: title.to };
  const [block] = blocks;
  if (!block) return { from: frontMatter.to, to: frontMatter.to };
  const { from, to } = block.inner;
  const [line = ""] = text.slice(from, to).split(/\r?\n/, 1);
  const start = from + line.length - line.trimStart().length;
  return { from: start, to: start + line.trim().length };
}

/** What a note calls itself: its name, its title property and its aliases. */
export function ownLabels({ path, frontMatter }: Pick<Note, "path" | "frontMatter">): string[] {
  const properties = readProperties(frontMatter);
  return [nameOf(path), asText(property(properties, ...titleKeys)), ...aliasesOf(properties)];
}

function aliasesOf(properties: readonly Property[]): string[] {
  const value = property(properties, ...aliasKeys);
  const texts = typeof value === "string" ? value.split(",").map(unquoted) : textsOf(value);
  return texts.map((text) => text.trim().replace(/^#/, "")).filter((text) => text !== "");
}

function tagStatements(tags: readonly Tag[]): Saying[] {
  return tags.map(({ name, from, to, written }) => ({ kind: "tag", label: name, sentence: "", from, to, target: null, ...(written === "property" ? { written, section: "tags" } : { written: "label" }) }));
}

/** The links of the prose that are no part of what is read already, the first of each target, with the sentences around them. */
function readMentions(note: Note, read: readonly (readonly Saying[])[]): Saying[] {
  const taken = new Set<number>();
  for (const part of read) for (const { from } of part) taken.add(from);
  const seen = new Set<string>();
  const mentions: Saying[] = [];
  let index = 0;
  for (const { text, target, from, to } of note.links) {
    const label = text === "" ? nameOf(target.path) : text;
    if (taken.has(from) || target.path === "" || seen.has(target.path)) continue;
    seen.add(target.path);
    while ((note.blocks[index]?.to ?? Infinity) < to) index += 1;
    const block = note.blocks[index]?.inner ?? { from, to };
    mentions.push({ kind: "mention", label, sentence: sentenceAt(note.text, { from, to }, block), from, to, written: "link", target });
  }
  return mentions;
}
