import type { Config } from "../config";
import type { ConceptGraph } from "../graph/concept-graph";
import { fileLabel } from "../concepts/label";
import { propertyNamed, type NoteSource } from "../markdown/note-source";
import { mostNotesSaying, relatedness } from "./common";
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

/**
 * A survey of a vault of which the graph is known. Of each concept the first mention in a note counts, and none in a note
 * that has a relation to it already; with `every`, all of them. A concept's note declines by the property
 * `distinguo-mentions: false`. The rest is settled by `config.mentions`; with the amount `all` no name counts as common.
 * Which do else, `mostNotesSaying` tells. Each label is judged by itself: "local" may be common where "localism" is not.
 */
export function createMentionSurvey(graph: ConceptGraph, config: Config, { every = false } = {}): MentionSurvey {
  const { concepts } = graph;
  const finder = createMentionFinder(concepts);
  const isConcept = new Set(concepts.map(({ path }) => path));
  const { isRelated, linked } = relatedness(graph);
  const excluded = new Set(config.mentions.exclude.map((label) => fileLabel(label).key));
  const declined = new Set<string>();
  const notes: NoteMentions[] = [];
  let size = 0;

  const reasonFor = ({ target, label }: Mention, said: number): HeldBack["reason"] | undefined => {
    if (declined.has(target)) return "declined";
    if (excluded.has(fileLabel(label).key)) return "excluded";
    return said > mostNotesSaying({ label, linked: linked(target), size, amount: config.mentions.amount }) ? "common" : undefined;
  };

  return {
    add(note) {
      size += 1;
      if (isConcept.has(note.path) && propertyNamed(note, "distinguo-mentions") === false) declined.add(note.path);
      const mentions = finder.mentionsIn(note).filter(({ target }) => every || !isRelated(note.path, target));
      if (mentions.length > 0) notes.push({ path: note.path, mentions });
    },
    report() {
      const names = new Map<string, { mention: Mention; paths: Set<string> }>();
      for (const { path, mentions } of notes) {
        for (const mention of mentions) {
          const name = names.get(keyOf(mention)) ?? { mention, paths: new Set() };
          names.set(keyOf(mention), name);
          if (!isRelated(path, mention.target)) name.paths.add(path);
        }
      }
      const held = new Map<string, HeldBack>();
      for (const [key, { mention, paths }] of names) {
        const reason = reasonFor(mention, paths.size);
        const { target, label } = mention;
        if (reason) held.set(key, { target, label, reason, notes: paths.size, linked: linked(target) });
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
export function firstOfEach(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ target }) => !seen.has(target) && seen.add(target));
}

/** What tells one name from another. */
export function keyOf({ target, label }: Pick<Mention, "target" | "label">): string {
  return `${target}\n${label}`;
}
