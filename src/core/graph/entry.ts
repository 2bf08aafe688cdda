import type { Concept, Relation, Resolution } from "../concepts/concept";
import { isGap } from "../concepts/gap";
import { foldLabel } from "../concepts/label";
import { bracketOf, conceptOf, isLeftOut, nameOf, type NoteLink, type NoteReading } from "../concepts/read-concept";
import type { Statement } from "../concepts/statement";
import { isExcluded, type Config } from "../config";
import { namesFile } from "../markdown/link-target";
import { labelKeys, type LabelIndex, type RankedLabel } from "./label-index";
import { nameKeys, type PathIndex } from "./path-index";

/** What the index keeps of one note. */
export interface Entry {
  path: string;
  reading: NoteReading;
  /** Whether the config leaves the note out: others may link to it, and it says nothing. */
  isExcluded: boolean;
  concept: Concept | undefined;
  /** The labels by which other notes may name this one. */
  labels: RankedLabel[];
  /** Contrasts, related items, mentions and tags, their far ends not looked up yet. */
  statements: Statement[];
  /** What decides where the statements and links lead. */
  nameKeys: Set<string>;
  labelKeys: Set<string>;
  /** Looked up; see `resolveEntry`. */
  relations: Relation[];
  /** Links that open no note. */
  broken: NoteLink[];
}

/** What a resolution asks of the vault. */
export interface Surroundings {
  paths: PathIndex;
  labels: LabelIndex;
  isConcept(path: string): boolean;
}

/** A note's entry at a path, its relations not looked up yet. */
export function createEntry(path: string, reading: NoteReading, config: Config): Entry {
  if (isExcluded(path, config)) {
    return { path, reading, isExcluded: true, concept: undefined, labels: [], statements: [], nameKeys: new Set(), labelKeys: new Set(), relations: [], broken: [] };
  }
  const concept = conceptOf(reading, path, config.concepts);
  const labels = labelsOf(path, reading, concept, config);
  const statements = statementsOf(path, reading, concept);
  const names = new Set<string>();
  const wanted = new Set<string>();
  for (const { target } of reading.links) for (const key of nameKeys(target)) names.add(key);
  for (const { kind, target, label, parts = [] } of statements) {
    if (target) for (const key of nameKeys(target)) names.add(key);
    if (kind !== "mention") for (const one of [label, ...parts.map((part) => part.label)]) for (const key of labelKeys(one)) wanted.add(key);
  }
  return { path, reading, isExcluded: false, concept, labels, statements, nameKeys: names, labelKeys: wanted, relations: [], broken: [] };
}

/** Looks up where a note's statements and links lead, in the vault as it is now. */
export function resolveEntry(entry: Entry, around: Surroundings): void {
  const { path, concept } = entry;
  const relations: Relation[] = [];
  const mentioned = new Set<string>();
  for (const statement of entry.statements.flatMap((whole) => partsOf(whole, around))) {
    const reached = reach(statement, path, around);
    const target = reached?.path ?? null;
    if (target === null && statement.target && namesFile(statement.target.path)) continue;
    if (target === null && statement.isDoubtful) continue;
    if (!concept && (target === null || !around.isConcept(target))) continue;
    if (statement.kind === "tag" && (target === null || !around.isConcept(target))) continue;
    if ((statement.kind === "mention" || statement.kind === "tag" || statement.kind === "contrast") && target === path) continue;
    if (statement.kind === "mention" || statement.kind === "tag") {
      const key = `${statement.kind} ${target ?? `? ${statement.target?.path ?? statement.label}`}`;
      if (mentioned.has(key)) continue;
      mentioned.add(key);
    }
    const { kind, label, sentence, from, to, written, section, line } = statement;
    relations.push({ kind, source: path, target, label, sentence: isGap(sentence) ? "" : sentence, from, to, written, section, line, found: reached?.found ?? null });
  }
  entry.relations = relations;
  if (entry.isExcluded) return;
  entry.broken = entry.reading.links.filter(({ target }) => around.paths.resolve(target, path) === null && !namesFile(target.path));
}

/** A statement by itself; those of its parts where nothing answers to the whole and something to each of them. */
function partsOf(whole: Statement, { labels }: Surroundings): Statement[] {
  const { parts } = whole;
  return parts && !labels.find(whole.label) && parts.every(({ label }) => labels.find(label)) ? parts.map((part) => ({ ...whole, ...part })) : [whole];
}

function reach({ kind, target, label }: Statement, source: string, { paths, labels }: Surroundings): { path: string; found: Resolution } | null {
  const linked = target ? paths.resolve(target, source) : null;
  if (linked !== null || kind === "mention" || (target && namesFile(target.path))) return linked;
  return labels.find(label);
}

function labelsOf(path: string, { title, aliases }: NoteReading, concept: Concept | undefined, config: Config): RankedLabel[] {
  if (!concept && isLeftOut(path, config.concepts.exclude)) return [];
  const labels: RankedLabel[] = [];
  const seen = new Set<string>();
  const add = (label: string, rank: number) => {
    if (foldLabel(label) === "" || seen.has(label)) return;
    seen.add(label);
    labels.push({ label, rank });
  };
  if (title !== "") add(title, 0);
  for (const alias of aliases) add(alias, 1);
  const bracket = bracketOf(title);
  for (const label of bracket) add(label, 1);
  if (bracket.length > 0) add(title.slice(0, title.lastIndexOf("(")).trim(), 1);
  add(nameOf(path), title === "" ? 0 : 2);
  return labels;
}

/** A contrast counts where one of its sides is the note's own concept; else its links are mentions. */
function statementsOf(path: string, reading: NoteReading, concept: Concept | undefined): Statement[] {
  if (reading.contrasts.length === 0) return reading.statements;
  const own = new Set((concept ? [concept.prefLabel, ...concept.altLabels, nameOf(path)] : [reading.title, nameOf(path)]).flatMap((label) => labelKeys(label)));
  const isOwn = ({ label }: Statement) => labelKeys(label).some((key) => own.has(key));
  const contrasts = reading.contrasts.flatMap(({ sides }) => {
    const others = sides.filter((side) => !isOwn(side));
    if (others.length < sides.length) return others;
    return others.flatMap((side): Statement[] => (side.target ? [{ ...side, kind: "mention" }] : []));
  });
  return [...reading.statements, ...contrasts].sort((a, b) => a.from - b.from || a.to - b.to);
}
