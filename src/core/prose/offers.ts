import type { Range } from "../range";
import type { Lexis } from "./lexis";
import { anyPhrase, type Phrase } from "./phrase";
import { matchesOf } from "./matches";
import { copula, leads, nounPhrase, run, stop, upTo, within, word } from "./pattern";
import { markOf, type Sentence } from "./sentence";

/** What a sentence offers as the meaning, the reason or the result of one of the two words. `[from, to)` is what is offered. */
export interface Offer extends Range {
  side: 0 | 1;
  as: "meaning" | "leap";
  isSure: boolean;
  /** Where what is offered stands. */
  where: OfferPattern["where"];
  /** Where the word stands. */
  word: Range;
}

/** An expression that finds offers: group 1 leads to the word, group 2 is the word, group 3 leads on, group 4 is what is offered. */
export interface OfferPattern {
  side: 0 | 1;
  as: Offer["as"];
  isSure: boolean;
  /** What is offered stands behind the word, before the whole match, in what leads to the word, or in the sentence before. */
  where: "behind" | "before" | "lead" | "previous";
  pattern: RegExp;
}

const start = "(?:^|^and |^but |[,;:(—-] ?| and | but | that )";
const rest = "(.+)";
const clause = "([^,;:.]+)";
/** The head of a clause: where a sentence begins, or behind punctuation. */
const head = "(?:^(?:and |but |also,? )?|[,;:(—] ?)";
/** A reason or a condition in full, up to its comma. */
const whole = "[^;.]{4,160}?, ";

/** The patterns of both terms, the surer ones first. */
export function offerPatterns({ cues, distinction }: Lexis): OfferPattern[] {
  const lead = leads(cues.determiners);
  const label = lead.replace("(?: ", "(?:").replace(")*", " )*");
  const means = word(cues.means);
  const reasons = word([...cues.reasons.filter((phrase) => phrase !== "as" && phrase !== "for"), ...cues.causes]);
  const weakReasons = word(["as", "for", "with", "by using", "through", "by"]);
  const results = word(cues.results);
  const yields = word(cues.yields);
  const any = (phrases: readonly Phrase[]) => anyPhrase(phrases);
  return ([0, 1] as const).flatMap((side) => {
    const { makers, doings, states, termsOfArt } = distinction.terms[side];
    const x = `(${run(markOf(side, false))})`;
    const make = (as: Offer["as"], isSure: boolean) => (source: string, where: Offer["where"] = "behind"): OfferPattern => ({ side, as, isSure, where, pattern: new RegExp(source, "g") });
    const meaning = make("meaning", true);
    const leap = make("leap", true);
    const meaningPerhaps = make("meaning", false);
    const leapPerhaps = make("leap", false);
    return [
      // Definitions.
      meaning(`(^(?:[\\w ]{0,24}: |in [^,]{3,70},? |the term |when we say |by |put simply, |simply put, |here,? )?"?${label})${x}("?${nounPhrase},?) (${word(cues.defines)}:? .+)`),
      meaning(`(${head}(?:${any(cues.namings)})${lead} )${x}("?${nounPhrase},? ${any(cues.meanings)}(?: that)?,?) ${rest}`),
      meaning(`(${head}(?:${any(cues.callings)})${within(4)} )${x}(,? (?:if|when|where|because)) ${rest}`),
      meaning(`(what makes${within(4)} )${x}( is(?: that)?) ${rest}`),
      meaning(`(^(?:${any(cues.settings)})${lead} )${x}(${nounPhrase},?) ${rest}`),
      meaning(`(^[^\\w\\s"(\\uE010-\\uE013]{0,4} ?${label})${x}(${nounPhrase}${stop}) ?${rest}`),
      meaning(`(^[^\\w\\s"(\\uE010-\\uE013]{0,4} ?${label})${x}(${nounPhrase} \\()([^()]+)\\)`),
      meaning(`(^[^\\w\\s"(\\uE010-\\uE013]{0,4} ?${label})${x}((?: [\\w-]+){0,2}[.!] )(.+)`),
      meaning(`(^)${x}( )((?:no|nobody) .+)`),
      meaning(`((?:^| )(?:we|they|i|you|to|has|have|had|will|can)(?: \\w+ly)? )${x}(${nounPhrase}${stop}) ?${rest}`),
      meaning(`(^[^?]{0,12}(?:${any(cues.asks)})(?: [^?]{0,80})? "?)${x}("?(?: [\\w-]+){0,3}\\? )(.+)`),
      meaning(`(^[^?]{0,12}(?:${any(cues.asks)}) (?:does|do|is)${within(2)} "?)${x}("?${nounPhrase} mean\\? )(.+)`),
      meaning(`(${copula}${lead} )${x}(${nounPhrase}${stop}) ?${rest}`),
      meaning(`((?:^${label}|${copula}${lead} ))${x}((?: one| ones)?, )((?:with|without|no|nobody|not|none|each|every|everyone|everybody|all|there|\\w+(?:ed|ing|en)|run|kept|held|split|spread|cut) .+)`),
      meaning(`()${x}( \\()([^()]+)\\)`),
      meaning(`()${x}(${nounPhrase} \\()((?:no|without|not|nobody) [^()]+)\\)`),
      meaning(`()${x}((?: [\\w-]+){1,3} )((?:that|which|where|in which) (?:no|nobody) .+)`),
      meaning(`()${x}(${nounPhrase},) (one (?:that|where|which|in which|with no|without) .+)`),
      meaning(`()${x}(${nounPhrase},? ?\\(?—? ?${word(cues.glosses)},?) ${rest}`),
      meaning(`(^(?:in )?${label})${x}(${nounPhrase} )(${word(doings)} .+)`),
      meaning(`((?:^|[(:—-] ?|${copula.slice(3, -1)})${lead} ?)${x}(${nounPhrase},) (no .+|nobody .+|without .+|one (?:that|where|which|in which) .+)`),
      meaning(`()${x}((?: [\\w-]+){1,3} )((?:with no|without|where no|in which no|that has no|with neither) .+)`),
      meaning(`()${x}((?: [\\w-]+){0,3} (?:that|which) )(${word(doings)} .+)`),
      meaning(`()${x}((?: [\\w-]+){0,2},? )(${word(states)} .+)`),
      meaning(`()${x}( )(${word(makers)} ${clause.slice(1, -1)})`),
      meaning(`(${copula}${lead} )${x}((?: [\\w-]+){0,3}[.!] )(${word(cues.spellings)}.+)`),
      meaning(`(${copula}${lead} )${x}((?: one)?[.!] )(${word(cues.pronouns)}.+)`),
      meaning(`(${copula}${lead} )${x}((?: [\\w-]+){0,3}[.!] )(${word(cues.nobodies)}.* ${word(cues.anaphors)}.*)`),
      // Reasons and results.
      leap(`()${x}(${nounPhrase} )((?:by|through|via) \\w+ing .+)`),
      leap(`()${x}( )((?:by|through|via) \\w+tion .+)`),
      leap(`()${x}(${nounPhrase} for ${word(cues.gains)}) ${rest}`),
      leap(`(^for [^,;]{3,60}?,? (?:[^,;]{0,40}?${copula}|we)${lead} )${x}()(.*)`, "lead"),
      leap(`(${head}(?:by|through|via) )${x}([^,]{0,70},) ${rest}`),
      leap(`(^(?:an? |the |our )?)${x}(${nounPhrase} )((?:cannot|can't|can not|can never) be .+)`),
      leap(`(^(?:${any(cues.settings)})${lead} )${x}((?: [\\w-]+){0,2},?) ((?:there is|there are|there's|no|nobody|you don't|we don't) .+)`),
      leap(`()${x}(${nounPhrase}, as) ((?:it|they|we|the|every|each|all|no|nobody) .+)`),
      leap(`((?:^| )${any(cues.merits)}${lead} )${x}(${nounPhrase} (?:is|are|was|were|includes?)) ${rest}`),
      leap(`()${x}(${upTo(6)}(?:[,;:]| —)? \\(?${results},?) ${rest}`),
      leap(`()${x}( ?(?:→|->|=>|⇒)) ?${rest}`),
      leap(`()${x}(${nounPhrase} )(${word(cues.brings)} .+)`),
      leap(`(^(?:[^,;.]{0,40} )?)${x}( [^,;.]{1,60}? )((?:allows|allow|enables|ensures|ensure|prevents|eliminates|guarantees|leads to|results in|makes it) .+)`),
      leap(`(${copula}${lead} )${x}( (?:also )?${means}) ${rest}`),
      leap(`()${x}( (?:\\w+ )?${any(cues.natures)} ${means}) ${rest}`),
      leap(`()${x}( ${any(termsOfArt)}(?: \\w+)? ${means}) ${rest}`),
      leap(`()${x}((?: \\w+){0,2},? ${word(cues.purposes)}) ${rest}`),
      leap(`(${start}${reasons}${lead} )${x}([^,]{0,70},) ${rest}`),
      leap(`(${start}${reasons}${within(6)}${copula}${lead} )${x}([^,]{0,70},) ${rest}`),
      leap(`(${start}${reasons}${within(6)}${copula}${lead} )${x}(${nounPhrase} )((?:there|it|they|we|no|nobody) .+)`),
      leap(`(${start}${reasons}${lead} )${x}(${nounPhrase} )((?:there|it|they|we|no|nobody) .+)`),
      leap(`(${start}${reasons}${within(6)} (?:uses?|using|in|of|on|with)${lead} )${x}([^,]{0,90},) ${rest}`),
      leap(`(,? ${word(cues.correlates)}(?: \\w+,? and)? )${x}()(.*)`, "before"),
      leap(`(${copula}${lead} )${x}(${nounPhrase}[.!;] (?:and )?${word(cues.follows)},?) ${rest}`),
      leap(`(${word(cues.correlates)} )${x}([^,]{0,60},) (the .+)`),
      leap(`(${head}being${lead} )${x}([^,]{0,70},) ${rest}`),
      leap(`(${head}as${lead} )${x}([^,]{0,40},) ((?:it|we|they|our|its|there|no|nobody) .+)`),
      leap(`(${head}as${within(6)}${copula}${lead} )${x}([^,]{0,70},) ${rest}`),
      leap(`(,? ${results}${within(4)}${copula}?${lead} )${x}()(.*)`, "before"),
      leap(`(,? (?:and|which|that|it|this) ${yields}${within(4)}${lead} )${x}()(.*)`, "before"),
      leap(`(, ${yields}${within(4)}${lead} )${x}()(.*)`, "before"),
      leap(`(${head}(?:by|through) \\w+ing [^;.]{4,140}?(?:${copula}|${yields})${lead} )${x}()(.*)`, "lead"),
      leap(`(${head}(?:in order )?to \\w+ [^;.,]{4,90}? (?:must|needs? to|has to|have to|should) be${lead} )${x}()(.*)`, "lead"),
      leap(`(^[^,;.?]{8,120}, and [^,;]{0,50}? (?:will|would|can) (?:be|become|get|stay)${lead} )${x}()(.*)`, "lead"),
      leap(`(${head}if [^;.]{4,160}, [^,;]{0,40} must be${lead} )${x}()(.*)`, "lead"),
      leap(`(^(?:[\\w']+ ){1,3})${x}(${nounPhrase} ${word(cues.sureties)})(.*)`, "previous"),
      leap(`(^[^,;.]{4,90} ${yields}${within(4)}${lead} )${x}()(.*)`, "lead"),
      leap(`(^(?:the )?(?:more|fewer|adding|running|having|with more) [^;.]{3,60}?(?:,| ${yields})${within(3)} (?:more |greater |better )?)${x}()(.*)`, "lead"),
      leap(`((?:${reasons}|${head}(?:by|through) \\w+ing|${head}(?:to|in order to|so as to) \\w+) ${whole}(?:[^,;]{0,60}?)(?:${copula}|${yields}|must be|we)${lead} )${x}()(.*)`, "lead"),
      leap(`(^(?:[^,;.]{4,120}),? (?:and )?(?:it|this|that|which)${copula}? (?:is )?(?:${any(cues.proofs)})${within(6)} )${x}()(.*)`, "lead"),
      leap(`(^(?:the fact )?(?:that )?[^,;.]{4,120} ${word(cues.proofs)}${within(6)} )${x}()(.*)`, "lead"),
      leap(`(^(?:and |so )?${word(cues.follows)}${within(6)} )${x}()(.*)`, "previous"),
      leap(`()${x}(${nounPhrase},? ${reasons}) ${rest}`),
      leap(`(,? ${reasons}${upTo(5)} )${x}()(.*)`, "before"),
      leap(`()${x}(${copula}? (?:\\w+ly )?${any(cues.attainments)}) ${rest}`),
      // With less weight.
      leapPerhaps(`()${x}([^.!;]{0,80}[.!;] (?:and )?${word(cues.follows)},?) ${rest}`),
      leapPerhaps(`(${start}${reasons}${within(9)} )${x}([^,]{0,70},) ${rest}`),
      leapPerhaps(`(${head}${weakReasons}${upTo(9)} )${x}([^,]{0,70},) ${rest}`),
      leapPerhaps(`()${x}(${upTo(12)},? ${results}) ${rest}`),
      leap(`()${x}(${nounPhrase} )(${word(cues.favours)} .+)`),
      meaningPerhaps(`()${x}(${nounPhrase},? (?:where|in which|whose|with|that is|that are|which is|which are)) ${rest}`),
      meaningPerhaps(`(${copula}${lead} )${x}((?: one)?[.!] )(?!${word(cues.nobodies)} )${rest}`),
      meaningPerhaps(`()${x}(${nounPhrase}${stop}) ?${rest}`),
      meaningPerhaps(`()${x}(${nounPhrase} )(${word(makers)} ${clause.slice(1, -1)})`),
      meaningPerhaps(`()${x}(${nounPhrase} \\()([^()]+)\\)`),
    ];
  });
}

/** What a sentence offers for the words of some sides, as one thing or the other; the surer offers first. */
export function offersIn({ followed, previous }: Sentence, patterns: readonly OfferPattern[], wanted: Pick<Offer, "as"> & { sides: readonly (0 | 1)[] }, negation: RegExp, aside: RegExp): Offer[] {
  const offers: Offer[] = [];
  const sides = wanted.sides.filter((side) => followed.includes(markOf(side, false)));
  for (const { side, as, isSure, where, pattern } of patterns) {
    if (as !== wanted.as || !sides.includes(side)) continue;
    for (const match of matchesOf(followed, pattern)) {
      const [, before = "", x = "", between = "", offered = ""] = match;
      if (negation.test(`${between} `) || aside.test(between) || (where === "behind" && negation.test(before))) continue;
      const from = match.index + before.length;
      const word = { from, to: from + x.length };
      const begin = word.to + between.length;
      offers.push({ side, as, isSure, where, word, ...rangeOf() });

      function rangeOf(): Range {
        if (where === "before") return { from: 0, to: match.index };
        if (where === "lead") return { from: match.index, to: word.from };
        if (where === "previous") return { from: -(previous?.plain.length ?? 0), to: 0 };
        return { from: begin, to: Math.min(followed.length, begin + clauseEnd(offered, aside) + 1) };
      }
    }
  }
  return offers;
}

/** Where what is offered ends at the latest: at a semicolon, or where the sentence turns to something else. */
function clauseEnd(offered: string, aside: RegExp): number {
  const at = [offered.indexOf("; "), offered.search(aside)].filter((found) => found > 0);
  return Math.min(offered.length, ...at);
}
