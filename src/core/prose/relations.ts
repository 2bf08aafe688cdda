import type { Range } from "../range";
import type { Lexis } from "./lexis";
import { leads, nounPhrase, run, upTo, word } from "./pattern";
import { markOf, type Sentence } from "./sentence";

/** Two words of a sentence that it relates. */
export interface Relation extends Range {
  /** How they are joined. */
  via: string;
  isSure: boolean;
}

/** An expression that finds two words in a relation. */
export interface RelationPattern {
  via: string;
  isSure: boolean;
  pattern: RegExp;
}

/** Patterns for both orders of the two terms. */
export function bothWays(make: (x: string, y: string) => RelationPattern[]): RelationPattern[] {
  const first = run(markOf(0, false));
  const second = run(markOf(1, false));
  return [...make(first, second), ...make(second, first)];
}

/** Patterns for each term and the opposite of the other. */
export function acrossOpposites(make: (x: string, opposite: string) => RelationPattern[]): RelationPattern[] {
  return [...make(run(markOf(0, false)), run(markOf(1, true))), ...make(run(markOf(1, false)), run(markOf(0, true)))];
}

/** The relations that the patterns find in a sentence, in their order. */
export function relationsIn({ coded }: Sentence, patterns: readonly RelationPattern[]): Relation[] {
  return patterns.flatMap(({ via, isSure, pattern }) =>
    Array.from(coded.matchAll(pattern), (match) => {
      const lead = match[1]?.length ?? 0;
      return { via, isSure, from: match.index + lead, to: match.index + match[0].length };
    }),
  );
}

/** Where a sentence offers one word for another. */
export function equations({ cues }: Lexis): RelationPattern[] {
  const lead = leads(cues.determiners);
  const equates = word(cues.equates);
  const spelledOut = word(cues.equates.filter((phrase) => !phrase.startsWith("or")));
  return bothWays((x, y) => [
    { via: "bracket", isSure: true, pattern: new RegExp(`${x} ?\\((?:${equates},?)?${lead} ?${y} ?\\)`, "g") },
    { via: "slash", isSure: true, pattern: new RegExp(`${x} ?/ ?${y}`, "g") },
    { via: "or", isSure: true, pattern: new RegExp(`${x}(?:,? |, ?)or(?: ${word(cues.equates)},?)?${lead} ${y}`, "g") },
    { via: "equates", isSure: true, pattern: new RegExp(`${x}${nounPhrase}[,;.]? \\(?${spelledOut}:?,?${lead} ${y}`, "g") },
    { via: "renames", isSure: true, pattern: new RegExp(`${x}${upTo(6)} ${word(cues.renames)}${lead} ${y}`, "g") },
    { via: "same", isSure: false, pattern: new RegExp(`${x}"?${nounPhrase} (?:and|or|&)${lead} "?${y}"?${upTo(8)} ${word(cues.sameness)}`, "g") },
    { via: "noun bracket", isSure: false, pattern: new RegExp(`${x}${nounPhrase} \\(${lead} ?${y}${nounPhrase}\\)`, "g") },
    { via: "is", isSure: false, pattern: new RegExp(`^(?:an? |the )?${x}${nounPhrase} (?:is|are)${lead} ${y}`, "g") },
    { via: "label", isSure: false, pattern: new RegExp(`^${x}${nounPhrase}(?:: | — | - )${lead}${y}`, "g") },
  ]);
}

/** Where a sentence sets a word against the opposite of the other. */
export function oppositions({ cues }: Lexis): RelationPattern[] {
  const lead = leads(cues.determiners);
  const opposes = word(cues.opposes.filter((phrase) => phrase !== "or"));
  const openers = word(cues.openers);
  const comparisons = word(cues.openers.filter((phrase) => !["whereas", "while", "not", "instead of", "rather than", "in place of"].includes(phrase)));
  return acrossOpposites((x, opposite) => [
    { via: "against", isSure: true, pattern: new RegExp(`${x}${nounPhrase},? ${opposes}${lead}${upTo(3)} ${opposite}`, "g") },
    { via: "against", isSure: true, pattern: new RegExp(`${opposite}${nounPhrase},? ${opposes}${lead}${upTo(3)} ${x}`, "g") },
    { via: "or", isSure: true, pattern: new RegExp(`(?:${x} or ${opposite}|${opposite} or ${x})`, "g") },
    { via: "slash", isSure: false, pattern: new RegExp(`(?:${x} ?/ ?${opposite}|${opposite} ?/ ?${x})`, "g") },
    { via: "or", isSure: false, pattern: new RegExp(`(?:${x}${nounPhrase},? or${lead} ${opposite}|${opposite}${nounPhrase},? or${lead} ${x})`, "g") },
    { via: "not but", isSure: true, pattern: new RegExp(`not${lead} ${opposite}${nounPhrase},? (?:but|it is|they are)(?: rather)?${lead} ${x}`, "g") },
    { via: "opener", isSure: true, pattern: new RegExp(`((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){0,4}?${x}`, "g") },
    { via: "opener", isSure: false, pattern: new RegExp(`((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){5,9}?${x}`, "g") },
    { via: "clause", isSure: true, pattern: new RegExp(`${x}[^;]{0,120}[,;]? ${comparisons}${upTo(5)} ${opposite}`, "g") },
    { via: "clause", isSure: true, pattern: new RegExp(`${x}[^,;]{0,60}[,;] (?:whereas|while|but)${lead} ${opposite}${nounPhrase} (?:is|are|has|have|does|do)(?!\\w)`, "g") },
    { via: "shift", isSure: true, pattern: new RegExp(`from${upTo(4)} ${opposite}[^,;]{0,60}? (?:to|towards?|into)${upTo(6)} ${x}`, "g") },
  ]);
}

/** Both words joined by "and", and a cue that what follows is what they mean. */
export function jointMeaning({ cues }: Lexis): RegExp {
  const first = run(markOf(0, false));
  const second = run(markOf(1, false));
  const pair = `(?:${first},? (?:and |& )?${second}|${second},? (?:and |& )?${first})`;
  return new RegExp(`${pair}${nounPhrase}(?:,? ${word(["means|mean", "meaning", "refers|refer to", "is|are when", "is|are where", ...cues.glosses])})`);
}
