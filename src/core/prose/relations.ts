import type { Range } from "../range";
import { matchesOf } from "./matches";
import type { Lexis } from "./lexis";
import { leads, nounPhrase, run, upTo, within, word } from "./pattern";
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
    matchesOf(coded, pattern).map((match) => {
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
    { via: "equates", isSure: true, pattern: new RegExp(`${x}${nounPhrase}(?:[,;]| —| -)? \\(?${spelledOut}:?,?${lead} ${y}`, "g") },
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
  const joint = "(?:,|;| —| -)? \\(?";
  const opposes = word(cues.opposes);
  const openers = word(cues.openers);
  const comparisons = word(cues.comparisons);
  const copula = "(?: is| are| was| were|'s| has| have| does| do)";
  return acrossOpposites((x, opposite) => {
    const either = (make: (one: string, other: string) => string) => `(?:${make(x, opposite)}|${make(opposite, x)})`;
    const make = (via: string, isSure: boolean, source: string): RelationPattern => ({ via, isSure, pattern: new RegExp(source, "g") });
    return [
      make("against", true, either((one, other) => `${one}${nounPhrase}${joint}${opposes}${lead}${upTo(3)} ${other}`)),
      make("against", true, either((one, other) => `${one}${within(10)} than${lead}${within(3)} ${other}`)),
      make("against", true, `${x}${within(8)},? ${word(cues.insteads)}${lead}${within(5)} ${opposite}`),
      make("or", true, either((one, other) => `${one},? or${lead} ${other}`)),
      make("or", false, either((one, other) => `${one}(?: ?/ ?|${nounPhrase},? or${lead} )${other}`)),
      make("between", true, `(between${lead} )${either((one, other) => `${one}${nounPhrase} and${lead} ${other}`)}`),
      make("to", true, `${opposite} (?:→|->|=>|to)${lead} ${x}`),
      make("not", true, either((one, other) => `${one}(?:${nounPhrase}(?:[,;] \\(?| [—-] | \\()|,? )(?:and |but )?(?:not|never|no longer)${lead}${upTo(2)} ${other}`)),
      make("over", true, `(${word(cues.prefers)}${upTo(5)} )${x}${nounPhrase} over${lead}${upTo(2)} ${opposite}`),
      make("not but", true, `((?:not|n't|never)${lead} )${opposite}${nounPhrase}[,;]?(?: —| -)? (?:but|it is|it's|they are|they're|instead|rather)${lead} ${x}`),
      make("more and less", true, either((one, other) => `(?:more|less) ${one}${nounPhrase},? (?:and|but|rather than)? ?(?:more|less) ${other}`)),
      make("opener", true, `((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){0,4}?${x}`),
      make("opener", true, `((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:which|that|where|who)[^,;]{0,100}, (?:[\\w'%\\uFFFC-]+ ){0,4}?${x}`),
      make("opener", true, `((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){0,9}?(?:is|are)${lead} ${x}`),
      make("opener", false, `((?:^|[,;:(] ?))${openers}${upTo(6)} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){5,9}?${x}`),
      make("clause", true, `${x}[^;]{0,120}[,;]? ${comparisons}${upTo(5)} ${opposite}`),
      make("clause", true, `${x}[^,;]{0,60}[,;] (?:whereas|while|but|yet)${lead} ${opposite}${nounPhrase}${copula}(?!\\w)`),
      make("shift", true, `(from${upTo(4)} )${opposite}[^,;]{0,60}? (?:to|towards?|into)${upTo(6)} ${x}`),
      make("shift", true, `(?:to|towards?|into)${lead} ${x}${nounPhrase} (?:away )?from${upTo(3)} ${opposite}`),
      make("replaces", true, `replac(?:e|es|ed|ing)${upTo(4)} ${opposite}${nounPhrase} (?:with|by)${upTo(3)} ${x}`),
    ];
  });
}

/** Both words joined by "and", and a cue that what follows is what they mean. */
export function jointMeaning({ cues }: Lexis): RegExp {
  const first = run(markOf(0, false));
  const second = run(markOf(1, false));
  const pair = `(?:${first},? (?:and |& )?${second}|${second},? (?:and |& )?${first})`;
  return new RegExp(`${pair}${nounPhrase}(?:,? ${word(["means|mean", "meaning", "refers|refer to", "is|are when", "is|are where", ...cues.glosses])})`);
}
