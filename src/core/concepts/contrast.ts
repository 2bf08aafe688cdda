import { readBlocks } from "../markdown/blocks";
import { flatten } from "../markdown/inline";
import type { Note } from "../markdown/note";
import { parse } from "../markdown/parse";
import { plainText } from "../markdown/plain-text";
import { prepare } from "../markdown/prepare";
import type { Section } from "../markdown/sections";
import { firstSentence } from "../markdown/sentence-at";
import { noProse } from "./definition";
import type { Contrast, Saying } from "./statement";

const versus = /\s+(?:vs\.?|versus)\s+/i;

/** The headings "X vs. Y" of a note. Which side is the note's own concept is settled when its labels are known. */
export function readContrasts(note: Note): Contrast<Saying>[] {
  return note.sections.flatMap((section) => {
    if (!versus.test(section.heading.text)) return [];
    const sides = readSides(note, section, sentenceOf(note, section));
    return sides.length > 1 ? [{ sides }] : [];
  });
}

function readSides(note: Note, section: Section, sentence: string): Saying[] {
  const { inner } = section.heading;
  const raw = note.text.slice(inner.from, inner.to);
  const indent = raw.length - raw.trimStart().length;
  const [node] = parse(prepare(raw.trimStart())).children;
  if (node?.type !== "paragraph") return [];
  const { text, spans } = flatten(node.children, inner.from + indent, note.definitions);
  const sides: Saying[] = [];
  let start = 0;
  for (const part of text.split(versus)) {
    start = text.indexOf(part, start);
    const end = start + part.length;
    const link = spans.find((span) => span.link?.target && span.start >= start && span.end <= end)?.link;
    const label = plainText(link ? link.text : part).replace(/^["'“‘]|["'”’:?]+$/g, "");
    const at = raw.indexOf(label);
    const place = link ?? (at === -1 ? inner : { from: inner.from + at, to: inner.from + at + label.length });
    sides.push({ kind: "contrast", label, sentence, from: place.from, to: place.to, written: link ? "link" : "label", target: link?.target ?? null });
    start = end;
  }
  return sides;
}

/** The first sentence below the heading; tables and lists have none. */
function sentenceOf(note: Note, section: Section): string {
  const below = note.text.slice(section.from, Math.min(section.to, section.from + 4000));
  const { blocks } = readBlocks(below);
  const block = blocks.find(({ kind, from }) => kind === "text" && !noProse.test(below.slice(from, from + 100)));
  return block ? firstSentence(plainText(below.slice(block.from, Math.min(block.to, block.from + 2000)))) : "";
}
