import type { Range } from "../range";
import { matchesOf } from "./matches";
import type { Lexis } from "./lexis";
import { copula, leads, nounPhrase, run, stop, upTo, within, word } from "./pattern";
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
  /** The marks of both words: without them there is nothing to find. */
  marks: readonly [string, string];
}

type Maker = (via: string, isSure: boolean, source: string) => RelationPattern;

function maker(marks: RelationPattern["marks"]): Maker {
  return (via, isSure, source) => ({ via, isSure, pattern: new RegExp(source, "g"), marks });
}

/** Patterns for both orders of the two terms. */
function bothWays(patterns: (make: Maker, x: string, y: string) => RelationPattern[]): RelationPattern[] {
  const marks = [markOf(0, false), markOf(1, false)] as const;
  const make = maker(marks);
  const [first, second] = [run(marks[0]), run(marks[1])];
  return [...patterns(make, first, second), ...patterns(make, second, first)];
}

/** Patterns for each term and the opposite of the other. */
function acrossOpposites(patterns: (make: Maker, x: string, opposite: string) => RelationPattern[]): RelationPattern[] {
  return ([[markOf(0, false), markOf(1, true)], [markOf(1, false), markOf(0, true)]] as const).flatMap((marks) => patterns(maker(marks), run(marks[0]), run(marks[1])));
}

/** The relations that the patterns find in a sentence, in their order. */
export function relationsIn({ coded }: Sentence, patterns: readonly RelationPattern[]): Relation[] {
  return patterns.flatMap(({ via, isSure, pattern, marks }) => {
    if (!coded.includes(marks[0]) || !coded.includes(marks[1])) return [];
    return matchesOf(coded, pattern).map((match) => {
      const lead = match.groups?.["lead"]?.length ?? 0;
      return { via, isSure, from: match.index + lead, to: match.index + match[0].length };
    });
  });
}

/** Where a sentence offers one word for another. */
export function equations({ cues }: Lexis): RelationPattern[] {
  const lead = leads(cues.determiners);
  const equates = word(cues.equates);
  const spelledOut = word(cues.equates.filter((phrase) => !phrase.startsWith("or")));
  const naming = word(cues.namings);
  return bothWays((make, x, y) => [
    make("bracket", true, `${x}"? ?\\((?:(?:${equates}|or|and|=),?)?${lead} ?"?${y}"? ?\\)`),
    make("slash", true, `${x} ?/ ?${y}`),
    make("or", true, `${x}(?:and/or| and/or| & / or),?${lead} ${y}`),
    make("or", true, `${x}(?:,| ?—| -)? ?or(?: ${word(cues.equates)},?)?${lead} ${y}`),
    make("or rather", true, `${x}${nounPhrase}(?:,| ?—| -| \\()? ?or(?:,? (?:${word(cues.equates)}|${word(cues.secondThoughts)}),?)${lead} ${y}`),
    make("equates", true, `${x}${nounPhrase}(?:[,;]| ?—| -)? ?\\(?${spelledOut}:?,?${lead} "?${y}`),
    make("renames", true, `${x}${upTo(6)} ${word(cues.renames)}${lead} "?${y}`),
    make("same name", true, `${x}(?<head> [\\w-]+)(?: \\(\\w+\\.\\))?(?::|,)? (?:is|are|means?|same as|the same as)${lead} ${y}\\k<head>(?!\\w)`),
    make("to be", true, `to be${lead} ${x} (?:is|means) to be${lead} ${y}`),
    make("meant", true, `(?<lead>${naming}${lead} "?)${x}"?${nounPhrase},? (?:we|i|you|they|people|most)?(?: [\\w]+){0,2} ?mean${lead} "?${y}`),
    make("condition", true, `(?<lead>${copula}(?: called| said to be| considered)?${lead} )${x},? (?:if|when|once|as soon as|only if) [\\w']+(?: [\\w']+)?${copula}${lead} ${y}`),
    make("own words", true, `(?<lead>(?:^|[ ,])${word(cues.ownVoice)} .{0,60}?)${x}"?${nounPhrase} (?:and|or|&)${lead} "?${y}"?${upTo(8)} ${word(cues.sameness)}`),
    make("own words", true, `(?<lead>^"?)${x}"? (?:and|&) "?${y}"?${nounPhrase} (?:just |simply |basically |really )?(?:mean|means|are) (?:exactly |just )?${word(cues.sameness)}`),
    make("own words", true, `(?<lead>^(?:[^,]{0,60} )?(?:say|use|write|read) )"?${x}"? (?:instead of|for|in place of) "?${y}"?.{0,60}? ${word(cues.sameness)}`),
    make("degrees", true, `(?<lead>(?:more|less)${lead} )${x}[^.;]{0,40}?,? (?:or|and|but) [^.;]{0,30}?(?:more|less)${lead} ${y}`),
    make("degrees", true, `(?<lead>from${lead} )${x}${nounPhrase} to${lead} ${y}`),
    make("own words", true, `(?<lead>^(?:both terms, |the terms |the words |both )?"?)${x}"?${nounPhrase} (?:and|&) "?${y}"?${nounPhrase},? (?:refer to|mean|are|denote|describe) (?:exactly |just |really |basically )?(?:the same|one and the same)`),
    make("same", false, `${x}"?${nounPhrase} (?:and|or|&)${lead} "?${y}"?${upTo(8)} ${word(cues.sameness)}`),
    make("noun bracket", false, `${x}${nounPhrase} \\(${lead} ?${y}${nounPhrase}\\)`),
    make("is", true, `^(?:an? )?${x}(?: [\\w-]+){1,2} (?:is|are)(?: by definition,?| by nature,?)?${lead} ${y}`),
    make("is", false, `^(?:an? |the )?${x}${nounPhrase} (?:is|are)${lead} ${y}`),
    make("label", false, `^${x}${nounPhrase}(?:: | — | - )${lead}${y}`),
  ]);
}

/** Where a sentence sets a word against the opposite of the other. */
export function oppositions({ cues }: Lexis): RelationPattern[] {
  const lead = leads(cues.determiners);
  const joint = "(?:,|;| ?—| -)? \\(?";
  const opposes = word(cues.opposes);
  const openers = word(cues.openers);
  const comparisons = word(cues.comparisons);
  const whereas = "(?:whereas|while|but|yet|when|and not)";
  const has = "(?: is| are| was| were|'s| has| have| does| do)";
  const opening = `(?<lead>(?:^(?:and |but )?|[,;:(—] ?))${openers}${upTo(8)}`;
  /** What stands between the first side and the cue: further words, no new sentence. */
  const far = "(?: [^ ;:.!?]+){0,10}?";
  return acrossOpposites((make, x, opposite) => {
    const either = (sides: (one: string, other: string) => string) => `(?:${sides(x, opposite)}|${sides(opposite, x)})`;
    const sure = (source: string) => make("opposition", true, source);
    const perhaps = (source: string) => make("opposition", false, source);
    const each = (sides: (one: string, other: string) => string) => [sure(sides(x, opposite)), sure(sides(opposite, x))];
    return [
      sure(either((one, other) => `${one}${nounPhrase} \\([^()]{1,40}\\),? ${opposes}${lead}${within(2)} ${other}`)),
      sure(either((one, other) => `${one}${nounPhrase}${joint}${opposes}${lead}${upTo(3)} ${other}`)),
      sure(`${x}${far},? ${word(cues.insteads)}${lead}${within(6)} ${opposite}`),
      sure(`${x}${far},? ${comparisons}${lead}${within(6)} ${opposite}`),
      sure(either((one, other) => `${one}${within(10)} than${lead}${within(3)} ${other}`)),
      sure(either((one, other) => `${one}${stop} ${word(cues.insteads)}${lead}${within(3)} ${other}`)),
      sure(either((one, other) => `${one},? or${lead} ${other}`)),
      sure(`(?<lead>${word(cues.choices)}${within(4)} )${either((one, other) => `${one}${nounPhrase},? or${lead} ${other}`)}`),
      sure(either((one, other) => `${one}(?: ?/ ?|${nounPhrase},? or${lead} )${other}`)),
      sure(`(?<lead>between${lead} )${either((one, other) => `${one}${nounPhrase} and${lead} ${other}`)}`),
      sure(`${opposite}${nounPhrase} (?:→|->|=>|⇒)${lead} ${x}`),
      sure(`${opposite} to${lead} ${x}`),
      ...each((one, other) => `(?<lead>${word(cues.kinds)}[^.;]{0,30}? )${one}${nounPhrase},? (?:and|or)${lead} ${other}`),
      ...each((one, other) => `${one}(?<head> [\\w-]+),? or${lead} ${other}\\k<head>(?!\\w)`),
      ...each((one, other) => `(?<lead>${word(cues.turnings)}${within(4)} )${one}${nounPhrase} (?:into|to|towards?)${lead}${within(2)} ${other}`),
      ...each((one, other) => `(?<lead>(?:from|start(?:s|ed) (?:out|off)(?: as)?)${upTo(4)} )${one}[^.;]{0,50}? (?:to|towards?|into|and (?:is |has )?(?:became|become|ended up|now))${lead}${within(2)} ${other}`),
      sure(`(?<lead>(?:no|without)${lead}${within(2)} )${opposite}${nounPhrase}(?:[:;,]| ?—)${within(5)}${copula}${lead} ${x}`),
      sure(`${x}${nounPhrase} ${word(cues.removals)}${lead}${within(4)} ${opposite}`),
      sure(`(?<lead>${word(cues.removals)}${lead}${within(3)} )${opposite}${nounPhrase},? (?:through|by|with|using|via|in favou?r of)${within(4)} ${x}`),
      sure(`(?<lead>alternatives? to${lead}${within(3)} )${opposite}[^.;]{0,60}? ${x}`),
      ...each((one, other) => `${one}[^.;]{0,40}?(?: is| are| means?| it)?(?: not|n't)(?: being)?(?: an?)? ${other}`),
      sure(either((one, other) => `${one}(?:${nounPhrase}(?:[,;] \\(?| ?[—-] | \\()|,? )(?:and |but )?(?:not|never|no longer|non|nor)[ -]?${lead.replace("(?: ", "(?:")} ?${upTo(2).replace("(?: ", "(?:")} ?${other}`)),
      sure(either((one, other) => `${one}${nounPhrase},? (?:and|but) (?:is |are |it is )?(?:not|never|no longer)${lead}${within(2)} ${other}`)),
      ...each((one, other) => `(?<lead>(?:not|n't|never|no longer)${lead} )${one}${nounPhrase}(?: at all)?(?:[,;:.]| ?—| -)? (?:but|it is|it's|they are|they're|this is|instead|rather)${lead} ${other}`),
      ...each((one, other) => `${one}${nounPhrase}(?: is not| are not|n't)(?: an?)? ${other}`),
      ...each((one, other) => `${copula}${lead} ${one}${nounPhrase};(?! (?:its|their|his|her) )${within(4)}${copula}${lead} ${other}`),
      ...each((one, other) => `${one}(?<head> [\\w-]+)[^;.]{0,80}?;${lead} ${other}\\k<head>(?!\\w)`),
      sure(`${x}${within(8)} without(?: ${word(cues.needs)})?${lead}${within(3)} ${opposite}`),
      sure(`${x}${nounPhrase} (?:that |which )?(?:requires?|needs?|has|have|uses?|relies on|rely on) no${within(3)} ${opposite}`),
      sure(`${x}${nounPhrase} (?:that |which )?(?:does not|do not|doesn't|don't|did not|didn't) ${word(cues.needs)}${lead}${within(3)} ${opposite}`),
      sure(`(?<lead>(?:^|[,;:(] ?)(?:without|no)(?: ${word(cues.needs)})?${lead}${within(3)} )${opposite}[^,;]{0,60}, (?:[\\w'%\\uFFFC-]+ ){0,5}?${x}`),
      sure(either((one, other) => `${one},?${far} ${word(cues.contraries)}${lead}${within(3)} ${other}`)),
      sure(either((one, other) => `(?:${word(cues.contraries)}${lead} )"?${one}"?${nounPhrase}(?: is| are| would be|\\?|:)${lead}${within(3)} "?${other}`)),
      sure(`(?<lead>${word(cues.prefers)}${upTo(5)} )${x}${nounPhrase} (?:over|to)${lead}${upTo(2)} ${opposite}`),
      sure(`${x}${within(6)} ${word(cues.superiors)} (?:over|to)${lead}${within(2)} ${opposite}`),
      sure(`(?<lead>(?:swap|trade|exchang|replac|substitut|leav|abandon|ditch|giv)\\w*${upTo(3)} )${opposite}${nounPhrase} (?:for|with|by)${lead}${within(2)} ${x}`),
      sure(either((one, other) => `(?:more|less) ${one}${nounPhrase},? (?:and|but|rather than)? ?(?:more|less) ${other}`)),
      sure(`${opening} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){0,4}?${x}`),
      sure(`${opening} ${opposite}[^,;]{0,80}, (?:which|that|where|who)[^,;]{0,100}, (?:[\\w'%\\uFFFC-]+ ){0,4}?${x}`),
      sure(`${opening} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){0,9}?(?:is|are)${lead} ${x}`),
      sure(`(?<lead>^${openers}${upTo(8)} )${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){5,9}?${x}`),
      perhaps(`${opening} ${opposite}[^,;]{0,80}, (?:[\\w'%\\uFFFC-]+ ){5,9}?${x}`),
      sure(`${x}[^,;]{0,60}[,;] ${whereas}${lead} ${opposite}${nounPhrase}${has}(?!\\w)`),
      sure(either((one, other) => `${copula}${lead} ${one}${nounPhrase},? ${word(cues.whereas)}${within(4)}${copula}${lead} ${other}`)),
      sure(`(?<lead>${copula}${lead} )${either((one, other) => `${one},? (?:when|but|and|though|although) (?:it|they|we|this|that) (?:should|ought to|could|must|needs? to|have to|has to|might) be${lead} ${other}`)}`),
      sure(either((one, other) => `${one}.{0,80}? ${word(cues.otherHands)}.{0,40}? ${other}`)),
      sure(`(?<lead>from${upTo(5)} )${opposite}[^,;]{0,60}? (?:to|towards?|into)${upTo(6)} ${x}`),
      sure(`(?:to|towards?|into)${lead} ${x}${nounPhrase} (?:away )?from${upTo(3)} ${opposite}`),
      sure(`(?<lead>${word(cues.onces)}[^;.]{0,60}?${copula}${lead}|${copula}${lead}) ${opposite}[^;.]{0,50}?[,;] ?(?:but |and )?(?:now|today|then|since|later|these days)[^;.]{0,30}?${copula}${lead} ${x}`),
      sure(`replac(?:e|es|ed|ing)${upTo(4)} ${opposite}${nounPhrase} (?:with|by)${upTo(3)} ${x}`),
      ...each((one, other) => `${one}(?:,| \\(| —) ?(?:i\\.e\\.|that is|meaning|in other words),? ?(?:it is |it's |is )?(?:not|non)[ -]?(?:an? )?${other}`),
      ...each((one, other) => `${one}(?<head> [\\w-]{3,})[^.;]{0,50}? ${other}\\k<head>(?!\\w)`),
    ];
  });
}

/** Both words joined by "and", and a cue that what follows is what they mean. */
export function jointMeaning({ cues }: Lexis): RegExp {
  const first = run(markOf(0, false));
  const second = run(markOf(1, false));
  const pair = `(?:${first},? (?:and |& )?${second}|${second},? (?:and |& )?${first})`;
  const cue = word(["means|mean", "meaning", "refers|refer to", "is|are when", "is|are where", "that is", "two words that|which ?simply|just|merely mean", ...cues.glosses]);
  const next = "[.!] (?:all (?:that )?)?(?:this|that|it|which|by (?:this|that|which) (?:we|i))(?: (?:just|simply|merely|only|all))? means?(?: is)?(?: that)?";
  return new RegExp(`${pair}${nounPhrase}(?:,? ${cue}|${next})(?!\\w)`);
}

/** What joins two words of which the second is only another name, or one more: a bracket, a slash, "or", "also known as". Group `head` is the first word's noun, group `open` what sets the second off. */
export function join({ cues }: Lexis): RegExp {
  const names = word(cues.equates.filter((phrase) => !/mean|[=≈]/.test(phrase)));
  const asides = `${word([...cues.equates, ...cues.secondThoughts])}[,:]?`;
  return new RegExp(`^(?<head>${nounPhrase})(?:(?<open> ?\\(|,| ?—| -)(?: ?(?:or|and))?(?:,? ?${asides})?| ?and/or|(?: (?:or|and|&))(?:,? ${asides})?| ${names}[,:]?| ?/)${leads(cues.determiners)} ?$`);
}
