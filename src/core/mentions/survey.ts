import type { Config } from "../config";
import type { ConceptGraph } from "../graph/concept-graph";
import { fileLabel, isAcronym } from "../concepts/label";
import { propertyNamed, type NoteSource } from "../markdown/note-source";
import type { Mention } from "./mention";
import { createMentionFinder } from "./mention-finder";

/** A label whose mentions are held back, and why. */
export interface HeldBack {
  /** Path of the concept's note. */
  target: string;
  label: string;
  /** `common`: said far more often than linked; `excluded`: by the config; `declined`: by the concept's note. */
  reason: "common" | "excluded" | "declined";
  /** In how many notes it stands that have no relation to the concept. */
  notes: number;
  /** How many notes link the concept, or relate to it in another way than by a tag. */
  linked: number;
}

/** The mentions of one note that are worth a link, in document order. */
export interface NoteMentions {
  path: string;
  mentions: Mention[];
}

/** What a survey came to. */
export interface MentionReport {
  /** In the order in which the notes were added; those without any left out. */
  notes: NoteMentions[];
  /** The most frequent first. */
  held: HeldBack[];
}

/** Gathers the mentions of a vault, note by note, since only the whole tells which names are common words. */
export interface MentionSurvey {
  add(note: NoteSource): void;
  /** What the notes so far come to. */
  report(): MentionReport;
}

/** By the amount that a config asks for: how many times as many notes may say a name as link its concept. */
const ratios: Readonly<Record<Config["mentions"]["amount"], number>> = { few: 1, some: 3, all: Infinity };

/** A name that no more notes say than this, or than this share of all notes, is not common in any vault. */
const fewNotes = 10;
const fewOfAll = 0.01;

/** A name that a greater share of all notes says and does not link is what the vault is about. */
const mostOfAll = 1 / 3;

/**
 * A survey of a vault of which the graph is known. Of each concept the first mention in a note counts, and none in a note
 * that has a relation to it already; with `every`, all of them. A concept's note declines by the property
 * `distinguo-mentions: false`. The rest is settled by `config.mentions`; with the amount `all` no name counts as common.
 *
 * A name is a common word where many notes say it (more than ten, and than one in a hundred) and either far more of them than
 * link the concept, or more than a third of all notes. Names of several words, and acronyms, are said of nothing else, so
 * that for them the third alone decides. Each label is judged by itself: "local" may be common where "localism" is not.
 */
export function createMentionSurvey({ concepts, relations }: ConceptGraph, config: Config, { every = false } = {}): MentionSurvey {
  const finder = createMentionFinder(concepts);
  const isConcept = new Set(concepts.map(({ path }) => path));
  const related = new Map<string, Set<string>>();
  const linked = new Map<string, number>();
  for (const { kind, source, target } of relations) {
    const targets = related.get(source) ?? new Set<string>();
    if (target === null || targets.has(target) || kind === "tag") continue;
    related.set(source, targets.add(target));
    linked.set(target, (linked.get(target) ?? 0) + 1);
  }
  const excluded = new Set(config.mentions.exclude.map((label) => fileLabel(label).key));
  const declined = new Set<string>();
  const notes: NoteMentions[] = [];
  let size = 0;

  const isCommon = (label: string, said: number, links: number): boolean => {
    const ratio = ratios[config.mentions.amount];
    if (ratio === Infinity || said <= Math.max(fewNotes, size * fewOfAll)) return false;
    return said > size * mostOfAll || (said > ratio * links && !isAcronym(label) && !/[\s_-]/.test(label));
  };

  const reasonFor = ({ target, label }: Mention, said: number): HeldBack["reason"] | undefined => {
    if (declined.has(target)) return "declined";
    if (excluded.has(fileLabel(label).key)) return "excluded";
    return isCommon(label, said, linked.get(target) ?? 0) ? "common" : undefined;
  };

  return {
    add(note) {
      size += 1;
      if (isConcept.has(note.path) && propertyNamed(note, "distinguo-mentions") === false) declined.add(note.path);
      const mentions = finder.mentionsIn(note).filter(({ target }) => every || !related.get(note.path)?.has(target));
      if (mentions.length > 0) notes.push({ path: note.path, mentions });
    },
    report() {
      const names = new Map<string, { mention: Mention; paths: Set<string> }>();
      for (const { path, mentions } of notes) {
        for (const mention of mentions) {
          const name = names.get(keyOf(mention)) ?? { mention, paths: new Set() };
          names.set(keyOf(mention), name);
          if (!related.get(path)?.has(mention.target)) name.paths.add(path);
        }
      }
      const held = new Map<string, HeldBack>();
      for (const [key, { mention, paths }] of names) {
        const reason = reasonFor(mention, paths.size);
        const { target, label } = mention;
        if (reason) held.set(key, { target, label, reason, notes: paths.size, linked: linked.get(target) ?? 0 });
      }
      return {
        notes: notes.flatMap(({ path, mentions }) => {
          const left = mentions.filter((mention) => !held.has(keyOf(mention)));
          const shown = every ? left : firstOfEach(left);
          return shown.length > 0 ? [{ path, mentions: shown }] : [];
        }),
        held: [...held.values()].sort((a, b) => b.notes - a.notes || (a.target + a.label < b.target + b.label ? -1 : 1)),
      };
    },
  };
}

/** The first mention of each concept: one link a note is what a reader needs. */
function firstOfEach(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ target }) => !seen.has(target) && seen.add(target));
}

function keyOf({ target, label }: Mention): string {
  return `${target}\n${label}`;
}
