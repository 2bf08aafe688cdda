import type { FrameLists } from "../distinctions/frames";
import { fitsOf, framePattern, mayFit, type Fit, type Frame, type FramePattern } from "./frame";
import type { Lexis } from "./lexis";
import { leads, nounPhrase, run, word } from "./pattern";
import { anyPhrase } from "./phrase";
import { markOf, type Sentence } from "./sentence";

/** Two words of a sentence that it relates. */
export interface Relation extends Fit {
  isSure: boolean;
}

/** The frames for two words, and the marks of both: without them there is nothing to find. */
export interface RelationPatterns {
  marks: readonly [string, string];
  patterns: readonly (FramePattern & { isSure: boolean })[];
}

/** The patterns of frames in which `A` and `B` stand for two words in either order, `X` and `Y` for the one and the other. */
function relationPatterns({ sure, perhaps }: FrameLists, marks: RelationPatterns["marks"], { cues, finderOf }: Lexis): RelationPatterns {
  const [X, Y] = marks;
  const lists = { ...cues };
  const patterns = (frames: readonly Frame[], isSure: boolean) =>
    frames.flatMap((frame) => {
      const tokens = frame.split(" ");
      const named = (first: string, second: string) => tokens.map((token) => (token === "A" ? first : token === "B" ? second : token)).join(" ");
      const orders = tokens.includes("A") ? [named("X", "Y"), named("Y", "X")] : [frame];
      return orders.map((order) => ({ ...framePattern(order, { X, Y, finderOf, lists, contractions: cues.contractions }), isSure }));
    });
  return { marks, patterns: [...patterns(sure, true), ...patterns(perhaps, false)] };
}

/** Where a sentence offers one word for another. */
export function equations(frames: FrameLists, lexis: Lexis): RelationPatterns[] {
  return [relationPatterns(frames, [markOf(0, false), markOf(1, false)], lexis)];
}

/** Where a sentence sets a word against the opposite of the other. */
export function oppositions(frames: FrameLists, lexis: Lexis): RelationPatterns[] {
  return ([[markOf(0, false), markOf(1, true)], [markOf(1, false), markOf(0, true)]] as const).map((marks) => relationPatterns(frames, marks, lexis));
}

/** The relations that the patterns find in a sentence, in their order. */
export function relationsIn(sentence: Sentence, groups: readonly RelationPatterns[]): Relation[] {
  const { coded } = sentence;
  const padded = ` ${coded}`;
  const relations: Relation[] = [];
  for (const { marks, patterns } of groups) {
    if (!coded.includes(marks[0]) || !coded.includes(marks[1])) continue;
    for (const pattern of patterns) {
      if (!mayFit(sentence.frames, pattern)) continue;
      for (const fit of fitsOf(padded, pattern)) relations.push({ ...fit, isSure: pattern.isSure });
    }
  }
  return relations;
}

/** Both words claimed of one thing, and a cue that what follows is what they mean; where they are stacked without a comma, what they are good for serves as well. */
export function jointMeaning({ cues }: Lexis): RegExp {
  const first = run(markOf(0, false));
  const second = run(markOf(1, false));
  const pair = (join: string) => `(?:${first}${join}${second}|${second}${join}${first})${nounPhrase}`;
  return new RegExp(`(?:${pair(",? (?:and |& )?")}(?:,? ${word(cues.jointly)}|[.!] ${anyPhrase(cues.jointlyNext)})|${pair(" ")},? ${word(cues.favours)})(?!\\w)`);
}

/** What joins two words of which the second is only another name, or one more: a bracket, a slash, "or", "also known as". Group `head` is the first word's noun, group `open` what sets the second off. */
export function join({ cues }: Lexis): RegExp {
  const names = word(cues.equates.filter((phrase) => !/mean|[=≈]/.test(phrase)));
  const asides = `${word([...cues.equates, ...cues.secondThoughts])}[,:]?`;
  return new RegExp(`^(?<head>${nounPhrase})(?:(?<open> ?\\(|,| ?—| -)(?: ?(?:or|and))?(?:,? ?${asides})?| ?and/or|(?: (?:or|and|&))(?:,? ${asides})?| ${names}[,:]?| ?/)${leads(cues.determiners)} ?$`);
}
