import type { Range } from "../range";
import type { Lexis } from "./lexis";
import { anyPhrase } from "./phrase";
import { matchesOf } from "./matches";
import { leads, nounPhrase, run, upTo, within, word } from "./pattern";
import { markOf, type Sentence } from "./sentence";

/** What a sentence offers as the meaning, the reason or the result of one of the two words. `[from, to)` is what is offered. */
export interface Offer extends Range {
  side: 0 | 1;
  as: "meaning" | "leap";
  isSure: boolean;
  /** What is offered stands before the word. */
  isBefore: boolean;
  /** Where the word stands. */
  word: Range;
}

/** An expression that finds offers: group 1 leads to the word, group 2 is the word, group 3 leads on, group 4 is what is offered. */
export interface OfferPattern {
  side: 0 | 1;
  as: Offer["as"];
  isSure: boolean;
  /** What is offered stands before the word. */
  isBefore: boolean;
  pattern: RegExp;
}

const start = "(?:^|[,;:(—-] ?| and | but | that )";
const rest = "(.+)";
const clause = "([^,;:.]+)";

/** The patterns of both terms, the surer ones first. */
export function offerPatterns({ cues, distinction }: Lexis): OfferPattern[] {
  const lead = leads(cues.determiners);
  const means = word(cues.means);
  const reasons = word([...cues.reasons.filter((phrase) => phrase !== "as" && phrase !== "for"), ...cues.causes]);
  const weakReasons = word(["as", "for", "with", "by using", "through", "by"]);
  return ([0, 1] as const).flatMap((side) => {
    const { makers, doings, states, termsOfArt } = distinction.terms[side];
    const x = `(${run(markOf(side, false))})`;
    const make = (as: Offer["as"], isSure: boolean, source: string, isBefore = false): OfferPattern => ({ side, as, isSure, isBefore, pattern: new RegExp(source, "g") });
    return [
      make("meaning", true, `(^(?:[\\w ]{0,24}: |in [^,]{3,70}, |the term |when we say |by |put simply, |simply put, )?"?${lead.replace("(?: ", "(?:")} ?)${x}("?${nounPhrase},? ${word(cues.defines)}:?) ${rest}`),
      make("meaning", true, `(^(?:${anyPhrase(cues.settings)})${lead} )${x}(${nounPhrase},?) ${rest}`),
      make("leap", true, `()${x}( )(by \\w+ing .+)`),
      make("leap", true, `((?:^| )${anyPhrase(cues.merits)}${lead} )${x}(${nounPhrase} (?:is|are|was|were|includes?)) ${rest}`),
      make("meaning", true, `(^)${x}(${nounPhrase}(?::| —| -)) ${rest}`),
      make("meaning", true, `((?:is|are|be|being|was|were|'s|stays|becomes?)${lead} )${x}(${nounPhrase}(?::| —| -|;)) ${rest}`),
      make("meaning", true, `()${x}( \\()([^()]+)\\)`),
      make("meaning", true, `()${x}(${nounPhrase},? \\(?${word(cues.glosses)},?) ${rest}`),
      make("meaning", true, `(^(?:in )?${lead.replace("(?: ", "(?:")} ?)${x}(${nounPhrase} )(${word(doings)} .+)`),
      make("meaning", true, `((?:^|[(:—-] ?|is|are|'s|being)${lead} ?)${x}(${nounPhrase},) (no .+|nobody .+|without .+)`),
      make("meaning", true, `()${x}((?: [\\w-]+){0,3} (?:that|which) )(${word(doings)} .+)`),
      make("meaning", true, `()${x}((?: [\\w-]+){0,2},? )(${word(states)} .+)`),
      make("meaning", true, `((?:is|are|being|'s)${lead} )${x}(${nounPhrase},) (with .+)`),
      make("meaning", true, `()${x}( )(${word(makers)} ${clause.slice(1, -1)})`),
      make("leap", true, `()${x}(${upTo(6)}[,;:]?(?: —| -)? \\(?${word(cues.results)},?) ${rest}`),
      make("leap", true, `()${x}(${nounPhrase} ${word(cues.brings)}) ${rest}`),
      make("leap", true, `((?:being|is|are|be)${lead} )${x}( (?:also )?${means}) ${rest}`),
      make("leap", true, `()${x}( ${anyPhrase(termsOfArt)} ${means}) ${rest}`),
      make("leap", true, `()${x}((?: \\w+){0,2},? ${word(cues.purposes)}) ${rest}`),
      make("leap", true, `(${start}${reasons}${lead} )${x}([^,]{0,70},) ${rest}`),
      make("leap", true, `(${start}${reasons}${within(6)}(?: is| are| was| were| being| becomes?|'s)${lead} )${x}([^,]{0,70},) ${rest}`),
      make("leap", true, `(${start}${reasons}${within(4)} (?:in|of|on|with)${lead} )${x}([^,]{0,90},) ${rest}`),
      make("leap", true, `(,? ${word(cues.correlates)}(?: \\w+,? and)? )${x}()(.*)`, true),
      make("leap", true, `((?:is|are|being|'s)${lead} )${x}(${nounPhrase}[.!;] (?:and )?${word(cues.follows)},?) ${rest}`),
      make("leap", true, `(${word(cues.correlates)} )${x}([^,]{0,60},) (the .+)`),
      make("leap", false, `()${x}([^.!]{0,80}[.!;] (?:and )?${word(cues.follows)},?) ${rest}`),
      make("leap", false, `(${start}${reasons}${within(9)} )${x}([^,]{0,70},) ${rest}`),
      make("leap", true, `(^being${lead} )${x}([^,]{0,70},) ${rest}`),
      make("leap", true, `(${start}as${within(6)}(?: is| are| was| were|'s)${lead} )${x}([^,]{0,70},) ${rest}`),
      make("leap", true, `(,? ${word(cues.results)}(?: it| they| this| that| the \\w+| the \\w+ \\w+)?(?: is| are|'s)?${lead} )${x}()(.*)`, true),
      make("leap", true, `()${x}(${nounPhrase},? ${reasons}) ${rest}`),
      make("leap", true, `(,? ${reasons}${upTo(5)} )${x}()(.*)`, true),
      make("leap", false, `((?:^|[,;:(] ?)${weakReasons}${upTo(9)} )${x}([^,]{0,70},) ${rest}`),
      make("leap", false, `()${x}(${upTo(10)},? ${word(cues.results)}) ${rest}`),
      make("leap", false, `()${x}(${nounPhrase} ${word([...cues.brings, ...cues.favours])}) ${rest}`),
      make("meaning", false, `()${x}(${nounPhrase},? (?:where|in which|whose|with|without|that is|that are|which is|which are)) ${rest}`),
      make("meaning", false, `()${x}(${nounPhrase}(?::| —| -|;)) ${rest}`),
      make("meaning", false, `()${x}(${nounPhrase} )(${word(makers)} ${clause.slice(1, -1)})`),
      make("meaning", false, `()${x}(${nounPhrase} \\()([^()]+)\\)`),
    ];
  });
}

/** The offers of a sentence, the surer ones first. */
export function offersIn({ followed }: Sentence, patterns: readonly OfferPattern[], negation: RegExp, aside: RegExp): Offer[] {
  const offers: Offer[] = [];
  for (const { side, as, isSure, isBefore, pattern } of patterns) {
    if (!followed.includes(markOf(side, false))) continue;
    for (const match of matchesOf(followed, pattern)) {
      const [, before = "", x = "", between = "", offered = ""] = match;
      if (negation.test(`${between} `) || aside.test(between) || (!isBefore && negation.test(before))) continue;
      const from = match.index + before.length;
      const word = { from, to: from + x.length };
      const start = word.to + between.length;
      const range = isBefore ? { from: 0, to: match.index } : { from: start, to: Math.min(followed.length, start + clauseEnd(offered, aside) + 1) };
      offers.push({ side, as, isSure, isBefore, word, ...range });
    }
  }
  return offers;
}

/** Where what is offered ends at the latest: at a semicolon, or where the sentence turns to something else. */
function clauseEnd(offered: string, aside: RegExp): number {
  const at = [offered.indexOf("; "), offered.search(aside)].filter((found) => found > 0);
  return Math.min(offered.length, ...at);
}
