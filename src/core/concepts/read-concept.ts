import { defaultConfig, type ConceptConfig } from "../config";
import type { ParagraphAsHeading } from "../markdown/blocks";
import type { LinkTarget } from "../markdown/link-target";
import type { Note } from "../markdown/note";
import { asText, property, propertyLinks, propertyTexts, readProperties, textsOf, unquoted, type Property, type PropertyLink, type PropertyText } from "../markdown/properties";
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
  const { frontMatter, source } = note;
  // Each thing counts once: an inner list, and a field, know better what kind it is.
  const kinds = note.headings.map(({ text, folded }) => kindOfHeading(text, names, folded));
  const listed = new Map([...relationLists(note, kinds, names).flatMap((list) => readList(note, list)), ...fieldSayings(note, names)].map((saying) => [`${saying.from} ${saying.label}`, saying]));
  const related = [...listed.values()];
  const contrasts = readContrasts(note);
  const title = titleOf(note, kinds);
  const aliases = aliasesOf(note.properties);
  const place = placer(note);
  const lineOf = lineCounter(source);
  const stating: Saying[] = [];
  const others: Property[] = [];
  for (const one of note.properties) {
    const kind = kindOfKey(one.folded, names);
    if (kind) stating.push(...propertySayings(note, one, kind));
    else others.push(one);
  }
  const properties = [
    ...stating,
    ...linksIn(note, others).map(({ label, target, from, to, key }): Saying => ({ kind: "mention", label, sentence: "", from, to, written: "property", target, section: key })),
  ];
  const taken = new Set([...related, ...contrasts.flatMap(({ sides }) => sides)].map(({ from }) => from));
  const links = [...properties, ...note.links.map(({ text: label, target, from, to }) => ({ label, target, from, to }))];
  return {
    title,
    aliases,
    opening: openingOf(note),
    labelPlaces: propertyTexts(source, frontMatter, note.properties.filter(({ folded }) => titleKeys.has(folded) || aliasKeys.has(folded)), /,/),
    types: textsOf(property(note.properties, "type")),
    tags: note.tags,
    definition: readDefinition(note),
    uses: readUses(note, [title, ...bracketOf(title), ...aliases]),
    references: countReferences(note),
    statements: [...tagStatements(note.tags), ...properties, ...related, ...readMentions(note, taken)].sort((a, b) => a.from - b.from || a.to - b.to).map(place),
    contrasts: contrasts.map(({ sides }) => ({ sides: sides.map(place) })),
    links: links.flatMap(({ target, label, from, to }) => (target && target.path !== "" ? [{ target, label, from, to, line: lineOf(from), path: linkPath(source, { from, to }) }] : [])),
    traps: note.traps,
    frontMatter: { from: frontMatter.from, to: frontMatter.to, ...(frontMatter.problem === undefined ? {} : { problem: frontMatter.problem }) },
    lineBreak: source.includes("\r\n") ? "\r\n" : "\n",
    mending: readMending(note, relatedSections(note, kinds), [...properties, ...related]),
  };
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

/** The links in properties that state no relation. */
function linksIn({ source, frontMatter }: Note, properties: readonly Property[]): PropertyLink[] {
  const mayLink = properties.filter(({ value }) => textsOf(value).some((text) => text.includes("[")));
  return mayLink.length > 0 ? propertyLinks(propertyTexts(source, frontMatter, mayLink)) : [];
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

/** The links of the prose, the first of each target, with the sentences around them. */
function readMentions(note: Note, taken: ReadonlySet<number>): Saying[] {
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
