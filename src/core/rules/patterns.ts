import { frames } from "../distinctions/frames";
import type { Lexis } from "../prose/lexis";
import { offerPatterns } from "../prose/offers";
import { anyPhrase, type Phrase } from "../prose/phrase";
import { equations, join, jointMeaning, oppositions } from "../prose/relations";
import type { Patterns } from "./rule";

const known = new WeakMap<Lexis, Patterns>();

/** The expressions by which a lexis is judged, made once for it. */
export function patternsWith(lexis: Lexis): Patterns {
  const patterns = known.get(lexis) ?? patternsOf(lexis);
  known.set(lexis, patterns);
  return patterns;
}

function patternsOf(lexis: Lexis): Patterns {
  const { cues } = lexis;
  const anywhere = (phrases: readonly Phrase[]) => new RegExp(`\\b${anyPhrase(phrases)}(?!\\w)`);
  return {
    alternations: equations(frames.alternation, lexis),
    equations: equations(frames.equation, lexis),
    identities: equations(frames.identity, lexis),
    ownWords: equations(frames.ownWords, lexis),
    oppositions: oppositions(frames.opposition, lexis),
    offers: offerPatterns(frames, lexis),
    aside: anywhere(cues.asides),
    secondClause: new RegExp(`, ${anyPhrase(cues.secondClauses)} `),
    negation: anywhere(cues.negations),
    denied: anywhere(cues.nots),
    hedge: anywhere(cues.hedges),
    correction: anywhere(cues.corrections),
    teaching: anywhere(cues.teaches),
    alternative: anywhere(cues.alternatives),
    choice: anywhere(cues.choices),
    openHead: new RegExp(`^(?: \\w+)? ${anyPhrase(lexis.distinction.openHeads)}(?!\\w)`),
    contrast: anywhere(cues.contrasts),
    report: anywhere(cues.reports),
    related: anywhere(cues.related),
    comparison: anywhere(cues.compares),
    turn: new RegExp(`^(?:.{0,60}, )?${anyPhrase(cues.turns)}(?!\\w)`),
    contrary: anywhere(cues.contraries),
    secondName: new RegExp(`^\\(?${anyPhrase(cues.aliases)}(?!\\w)`),
    jointMeaning: jointMeaning(lexis),
    join: join(lexis),
    spelling: new RegExp(`^(?:and )?${anyPhrase([...cues.spellings, ...cues.nobodies, ...cues.pronouns])}(?!\\w)`),
    ask: new RegExp(`^.{0,12}${anyPhrase(cues.asks)}(?!\\w).*\\?["*)\\s]*$`),
    backwards: new RegExp(`^(?:and |so )?(?:${anyPhrase(cues.follows)}(?!\\w)|.{0,60}${anyPhrase(cues.sureties)})`),
    concession: new RegExp(`^,? ${anyPhrase(cues.concessions)}(?!\\w)`),
    denial: new RegExp(`^${anyPhrase(cues.denials)}(?!\\w)`),
    follow: new RegExp(`^(?:and )?${anyPhrase(cues.follows)}(?!\\w)`),
  };
}
