import type { Concept, Relation, Resolution } from "../concepts/concept";
import { isGap } from "../concepts/gap";
import { foldLabel } from "../concepts/label";
import { bracketOf, conceptOf, isLeftOut, nameOf, type NoteLink, type NoteReading } from "../concepts/read-concept";
import type { Statement } from "../concepts/statement";
import { isExcluded, type Config } from "../config";
import { namesFile, type LinkTarget } from "../markdown/link-target";
import { labelKeys, type LabelIndex, type RankedLabel } from "./label-index";
import type { Packer } from "./packer";
import { nameKeys, type PathIndex } from "./path-index";
import type { Stamp } from "./stamp";

/** What the index keeps of one note. */
export interface Entry {
  readonly path: string;
  /** What was read of the note. It may have to be unpacked first: to be asked for once, and not of all notes. */
  readonly reading: NoteReading;
  /** Whether the config leaves the note out: others may link to it, and it says nothing. */
  readonly isExcluded: boolean;
  readonly concept: Concept | undefined;
  /** The labels by which other notes may name this one. */
  readonly labels: readonly RankedLabel[];
  /** Looked up; see `resolveEntry`. */
  readonly relations: readonly Relation[];
  /** Which of the reading's links open no note: another array as soon as they are looked up anew. */
  readonly brokenAt: readonly number[];
  /** Those links. */
  readonly broken: readonly NoteLink[];
}

/** What an entry says of its note, all but what was read of it, and what was looked up. */
export type EntryFacts = Pick<Entry, "isExcluded" | "concept" | "labels">;

/** The facts, and what was looked up. */
interface Row extends EntryFacts {
  relations: Relation[];
  brokenAt: readonly number[];
}

/** Texts by which an entry is kept, and the path by which it goes on. */
export interface EntryTexts {
  row: string;
  reading: string;
  /** The path that an index knows a note by, however many name it; one text for all of them. */
  share: (path: string) => string;
}

/** An entry as the index keeps it. What was read of the note is a text most of the time, since few ask for it; all the rest of one that comes from a snapshot, until it is asked for. */
export class KeptEntry implements Entry {
  /** What decides where the statements and links lead; undefined until it is asked for. */
  private filedUnder: readonly string[] | undefined;
  /** Where these stand in a list of such that the packer has made, where they do. */
  keysIn: { text: string; at: number } | undefined;
  private known: Row | string;
  private held: NoteReading | string;
  private readonly share: EntryTexts["share"] | undefined;

  /** @param stamp of the note's file when it was read; undefined where it may have changed since without showing it */
  constructor(
    readonly path: string,
    readonly stamp: Stamp | undefined,
    from: { facts: EntryFacts; reading: NoteReading | string } | EntryTexts,
    private readonly packer: Packer,
  ) {
    this.held = from.reading;
    this.known = "facts" in from ? { ...from.facts, relations: [], brokenAt: [] } : from.row;
    this.share = "facts" in from ? undefined : from.share;
  }

  private get row(): Row {
    return typeof this.known === "string" ? (this.known = this.unpackRow(this.known)) : this.known;
  }

  /** What the path tells is not in the text. */
  private unpackRow(text: string): Row {
    const { path, share } = this;
    const row = this.packer.unpackOwn(text) as Row;
    if (row.concept) row.concept.path = path;
    for (const relation of row.relations) {
      relation.source = path;
      if (relation.target !== null) relation.target = share?.(relation.target) ?? relation.target;
    }
    return row;
  }

  /** All but the reading, as a text. */
  packRow(): string {
    if (typeof this.known === "string") return this.known;
    const { concept, relations, ...rest } = this.known;
    return this.packer.pack({ ...rest, concept: concept && { ...concept, path: "" }, relations: relations.map((relation) => ({ ...relation, source: "" })) } satisfies Row);
  }

  /** Whether the config leaves the note out: others may link to it, and it says nothing. */
  get isExcluded(): boolean {
    return this.row.isExcluded;
  }

  get concept(): Concept | undefined {
    return this.row.concept;
  }

  get labels(): readonly RankedLabel[] {
    return this.row.labels;
  }

  get relations(): Relation[] {
    return this.row.relations;
  }

  get brokenAt(): readonly number[] {
    return this.row.brokenAt;
  }

  /** Takes what has been looked up. */
  lead(relations: Relation[], brokenAt: readonly number[]): void {
    Object.assign(this.row, { relations, brokenAt });
  }

  get reading(): NoteReading {
    return typeof this.held === "string" ? (this.packer.unpack(this.held) as NoteReading) : this.held;
  }

  get broken(): readonly NoteLink[] {
    if (this.brokenAt.length === 0) return [];
    const { links } = this.reading;
    return this.brokenAt.flatMap((at) => links[at] ?? []);
  }

  get keys(): readonly string[] {
    return (this.filedUnder ??= this.keysFound());
  }

  set keys(keys: readonly string[]) {
    this.filedUnder = keys;
    this.keysIn = undefined;
  }

  private keysFound(): readonly string[] {
    const { keysIn } = this;
    if (keysIn) return (this.packer.unpack(keysIn.text) as readonly string[][])[keysIn.at] ?? [];
    return this.isExcluded ? [] : keysOf(this);
  }

  /** The same note at another path. */
  movedTo(path: string, config: Config): KeptEntry {
    const { reading } = this;
    const moved = new KeptEntry(path, this.stamp, { facts: factsOf(path, reading, config), reading: this.held }, this.packer);
    // Which side of a contrast is the note's own hangs on its name.
    if (moved.isExcluded === this.isExcluded && reading.contrasts.length === 0) moved.filedUnder = this.keys;
    return moved;
  }

  /** What was read of the note, as a text from now on. */
  pack(): string {
    return typeof this.held === "string" ? this.held : (this.held = this.packer.pack(this.held));
  }
}

/** What a resolution asks of the vault. */
export interface Surroundings {
  paths: PathIndex;
  labels: LabelIndex;
  isConcept(path: string): boolean;
}

/** A note's entry at a path, its relations not looked up yet. */
export function createEntry(path: string, reading: NoteReading, stamp: Stamp | undefined, config: Config, packer: Packer): KeptEntry {
  return new KeptEntry(path, stamp, { facts: factsOf(path, reading, config), reading }, packer);
}

function factsOf(path: string, reading: NoteReading, config: Config): EntryFacts {
  if (isExcluded(path, config)) return { isExcluded: true, concept: undefined, labels: [] };
  const concept = conceptOf(reading, path, config.concepts);
  return { isExcluded: false, concept, labels: labelsOf(path, reading, concept, config) };
}

/** The key of a note's name, among those of an entry. */
export function keyOfName(name: string): string {
  return `/${name}`;
}

function keysOf({ path, reading, concept }: KeptEntry): string[] {
  const keys = new Set<string>();
  for (const { target } of reading.links) for (const key of nameKeys(target)) keys.add(keyOfName(key));
  for (const { kind, target, label, parts = [] } of statementsOf(path, reading, concept)) {
    if (target) for (const key of nameKeys(target)) keys.add(keyOfName(key));
    if (kind !== "mention") for (const one of [label, ...parts.map((part) => part.label)]) for (const key of labelKeys(one)) keys.add(key);
  }
  return [...keys];
}

/** Looks up where a note's statements and links lead, in the vault as it is now. */
export function resolveEntry(entry: KeptEntry, around: Surroundings): void {
  if (entry.isExcluded) return;
  const { path, concept, reading } = entry;
  const relations: Relation[] = [];
  const mentioned = new Set<string>();
  /** Most links are asked for twice: as a statement and as a link. */
  const opened = new Map<string, ReturnType<PathIndex["resolve"]>>();
  const open = (target: LinkTarget): ReturnType<PathIndex["resolve"]> => {
    let found = opened.get(target.path);
    if (found === undefined) opened.set(target.path, (found = around.paths.resolve(target, path)));
    return found;
  };
  const statements = statementsOf(path, reading, concept);
  for (const statement of statements.some(({ parts }) => parts) ? statements.flatMap((whole) => partsOf(whole, around)) : statements) {
    const reached = reach(statement, open, around);
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
  entry.lead(relations, reading.links.flatMap(({ target }, at) => (open(target) === null && !namesFile(target.path) ? [at] : [])));
}

/** A statement by itself; those of its parts where nothing answers to the whole and something to each of them. */
function partsOf(whole: Statement, { labels }: Surroundings): Statement[] {
  const { parts } = whole;
  return parts && !labels.find(whole.label) && parts.every(({ label }) => labels.find(label)) ? parts.map((part) => ({ ...whole, ...part })) : [whole];
}

function reach({ kind, target, label }: Statement, open: (target: LinkTarget) => ReturnType<PathIndex["resolve"]>, { labels }: Surroundings): { path: string; found: Resolution } | null {
  const linked = target ? open(target) : null;
  if (linked !== null || kind === "mention" || (target && namesFile(target.path))) return linked;
  return labels.find(label);
}

function labelsOf(path: string, { title, aliases }: NoteReading, concept: Concept | undefined, config: Config): RankedLabel[] {
  if (!concept && isLeftOut(path, config.concepts.exclude)) return [];
  const labels: RankedLabel[] = [];
  const seen = new Set<string>();
  const add = (label: string, rank: number) => {
    // Most have a letter, which folding leaves.
    if (seen.has(label) || (!/[a-z\d]/i.test(label) && foldLabel(label) === "")) return;
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
