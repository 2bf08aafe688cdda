import type { ConceptGraph } from "../graph/concept-graph";
import { fileLabel } from "../concepts/label";
import type { Config } from "../config";
import { propertyNamed, type NoteSource } from "../markdown/note-source";
import { mostNotesSaying, relatedness } from "./common";
import type { Mention } from "./mention";
import { createMentionFinder } from "./mention-finder";
import { firstOfEach, keyOf, type NoteMentions } from "./survey";
import { wordsOf } from "./words";

/** The mentions of one note that are worth a link: what a `MentionSurvey` of the vault would say of it, at a part of its cost. */
export interface NoteSurvey {
  /** Whether there is nothing to ask of other notes: the note says no name of a concept, or of none is it open whether it is common. */
  readonly isSettled: boolean;
  /** Another note of the vault, each once. One that says none of the names that are still open costs one search. */
  add(note: NoteSource): void;
  /** What the notes so far come to. `held` counts the names that are held back. */
  report(): NoteMentions & { held: number };
}

/** A name that the note says. */
interface Name {
  mention: Mention;
  /** How many notes say it that do not relate to its concept. */
  said: number;
  most: number;
}

/**
 * A survey of the names that one note says, in a vault of which the graph is known. A name that has come to count as common
 * is not counted further.
 * @param size how many notes the vault has, this one included
 */
export function createNoteSurvey(note: NoteSource, graph: ConceptGraph, config: Config, size: number): NoteSurvey {
  const finder = createMentionFinder(graph.concepts);
  const { isRelated, linked } = relatedness(graph);
  const excluded = new Set(config.mentions.exclude.map((label) => fileLabel(label).key));
  const mentions = finder.mentionsIn(note).filter(({ target }) => !isRelated(note.path, target));
  const names = new Map<string, Name>();
  const targets = new Set<string>();
  const declined = new Set<string>();
  for (const mention of mentions) {
    const { target, label } = mention;
    if (excluded.has(fileLabel(label).key)) continue;
    targets.add(target);
    names.set(keyOf(mention), { mention, said: 1, most: mostNotesSaying({ label, linked: linked(target), size, amount: config.mentions.amount }) });
  }
  const open = new Map([...names].filter(([, { most }]) => most < size));
  /** Finds what may be one of the open names. */
  let begins = beginningsOf(open);

  return {
    get isSettled() {
      // Whether a concept's note declines, only that note tells.
      return targets.size === 0;
    },
    add(other) {
      if (other.path === note.path) return;
      if (targets.has(other.path) && propertyNamed(other, "distinguo-mentions") === false) declined.add(other.path);
      if (open.size === 0 || !begins.test(other.source)) return;
      const said = finder.mentionsIn(other, (name) => open.has(keyOf(name)) && !isRelated(other.path, name.target));
      for (const key of new Set(said.map(keyOf))) {
        const name = open.get(key);
        if (!name || ++name.said <= name.most) continue;
        open.delete(key);
        begins = beginningsOf(open);
      }
    },
    report() {
      const isKept = (mention: Mention): boolean => {
        const name = names.get(keyOf(mention));
        return name !== undefined && name.said <= name.most && !declined.has(mention.target);
      };
      const held = new Set(mentions.filter((mention) => !isKept(mention)).map(keyOf));
      return { path: note.path, mentions: firstOfEach(mentions.filter(isKept)), held: held.size };
    },
  };
}

/** How much of a word all its forms and spellings begin with; short ones change earlier ("axis", "axes"). */
const stem = 4;

/** Finds the beginnings of some names in a text: too much rather than too little. What is beyond ASCII may be written in two ways. */
function beginningsOf(names: ReadonlyMap<string, Name>): RegExp {
  const starts = new Set([...names.values()].map(({ mention: { label } }) => {
    const [first] = wordsOf([{ from: 0, text: label }], new Set());
    const word = first?.from === 0 ? first.fold : "";
    const sure = new RegExp(`^[a-z\\d]{0,${Math.max(1, Math.min(stem, word.length - 2))}}(?![^\\0-\\x7F])`);
    return sure.exec(word)?.[0] ?? "";
  }));
  return new RegExp(starts.has("") ? "" : `(?:^|[^a-z\\d])(?:${[...starts].join("|")})`, "i");
}
