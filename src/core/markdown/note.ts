import { readBlocks, type Block, type ParagraphAsHeading } from "./blocks";
import { bodyStart } from "./body";
import type { FrontMatter } from "./front-matter";
import { hiddenIn } from "./hidden";
import type { Definitions } from "./inline";
import { readDefinitions, readLinks, type Link } from "./links";
import { fits, foundLinks } from "./metadata";
import type { NoteSource } from "./note-source";
import { readProperties, type Property } from "./properties";
import { readHeadings, readSections, type Heading, type Section } from "./sections";
import { readTags, type Tag } from "./tags";
import { visibleText } from "./visible";

/** What a note holds, with its places. All offsets are UTF-16 units of the note's text. */
export interface Note {
  path: string;
  source: string;
  frontMatter: FrontMatter;
  properties: readonly Property[];
  /** As long as the source; front matter, code, comments and display math blanked. */
  text: string;
  blocks: Block[];
  headings: Heading[];
  sections: Section[];
  /** Links in the body to notes. */
  links: Link[];
  tags: Tag[];
  definitions: Definitions;
  /** Paragraphs that a `---` below turns into headings. */
  traps: ParagraphAsHeading[];
}

/** Reads a note. Never throws, whatever the note holds; its time is linear in the note's length. */
export function readNote(note: NoteSource): Note {
  const { path, source } = note;
  // Read out once: an engine takes each front matter that is parsed when it is asked for to be of a shape of its own.
  const { from, to, properties: values, problem } = note.frontMatter;
  const frontMatter: FrontMatter = { from, to, properties: values, problem };
  const start = bodyStart(note);
  const before = { from: source.startsWith("\uFEFF") ? 1 : 0, to: start };
  const text = visibleText(source, [before, ...hiddenIn(source, start)]);
  const { blocks, traps } = readBlocks(text);
  const metadata = note.metadata && fits(note.metadata, source, start) ? note.metadata : undefined;
  const headings = readHeadings(text, blocks, metadata && new Set(metadata.headings));
  const definitions = readDefinitions(text);
  const properties = readProperties(frontMatter);
  return {
    path,
    source,
    frontMatter,
    properties,
    text,
    blocks,
    headings,
    sections: readSections(headings, text.length),
    links: readLinks(text, blocks, definitions, metadata && foundLinks(metadata)),
    tags: readTags(source, text, frontMatter, properties),
    definitions,
    traps,
  };
}
