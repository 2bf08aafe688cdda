import { anyPhrase, type Phrase, wholePhrases } from "../prose/phrase";
import type { Lexis } from "../prose/lexis";

/** What places a note beside the words and the evidence of a lexis, as expressions. */
export interface PlaceLexis {
  /** By axis: what speaks for its low end, and for its high one. */
  signs: readonly (readonly [RegExp, RegExp])[];
  /** By axis: the whole of a piece of evidence that places nothing. */
  unplaced: readonly RegExp[];
  /** What stands behind it in its clause is denied of the subject. */
  against: RegExp;
  /** A clause about something else begins. */
  elsewhere: RegExp;
  /** Ends right before a word or an adjective before it: others are spoken of. */
  others: RegExp;
  /** Before a noun: what it names is denied. */
  denials: RegExp;
  /** Ends right before a word, or what belongs to it: its noun only names the setting. */
  within: RegExp;
  /** Right behind a word: it ends its clause, or goes on with where or among whom. */
  predicate: RegExp;
  /** By term: nouns that name the other axis; what is said of them is said of that one. */
  otherAxis: readonly RegExp[];
  /** A denial that denies nothing. */
  onlys: RegExp;
}

const known = new WeakMap<Lexis, PlaceLexis>();

/** The expressions that place notes by a lexis, made once for it. */
export function placeLexisOf(lexis: Lexis): PlaceLexis {
  const { cues, distinction } = lexis;
  const made: PlaceLexis = known.get(lexis) ?? {
    signs: distinction.axes.map(({ poles: [low, high] }) => [wholePhrases(low.signs), wholePhrases(high.signs)]),
    unplaced: distinction.axes.map(({ unplaced }) => new RegExp(`^${anyPhrase(unplaced)}$`)),
    against: wholePhrases([...cues.insteads, ...cues.comparisons]),
    elsewhere: headOfClause(cues.elsewhere),
    others: new RegExp(`\\b${anyPhrase(cues.others)}(?:,? \\w+)? $`),
    denials: new RegExp(`\\b${anyPhrase([...cues.negations, ...cues.withouts])}(?!\\w)`),
    within: new RegExp(`\\b${anyPhrase(cues.within)} (?:(?:a|an|the|these|this|our|its|their|such|other|more|truly|fully) )*$`),
    predicate: new RegExp(`^(?:$|\\W*[,.;:!?—)]| (?:and|or|but|${anyPhrase(cues.within)})(?!\\w))`),
    otherAxis: distinction.terms.map(({ otherAxisHeads }) => new RegExp(`\\b${anyPhrase(otherAxisHeads)}(?!\\w)`)),
    onlys: new RegExp(`\\b${anyPhrase(cues.onlys)}(?!\\w)`),
  };
  known.set(lexis, made);
  return made;
}

/** At the head of a sentence, or behind a comma. */
function headOfClause(phrases: readonly Phrase[]): RegExp {
  return new RegExp(`(?:^\\W*|[,;—] (?:and |but )?)${anyPhrase(phrases)}(?!\\w)`, "g");
}
