import type { Frame } from "../prose/frame";

/** Frames by how sure readers are of what fits them: what fits only the second list is a hint. */
export interface FrameLists {
  sure: readonly Frame[];
  perhaps: readonly Frame[];
}

/** The shapes in which English relates two words, or a word and a claim; shared by all distinctions. */
export interface Frames {
  /** Two words joined as alternatives: offered as one, unless one is to choose. */
  alternation: FrameLists;
  /** Two words offered as one. */
  equation: FrameLists;
  /** The one said of a thing that is called the other. */
  identity: FrameLists;
  /** The same by the writer's own word for it, so that talk about words does not silence it. */
  ownWords: FrameLists;
  /** A word set against the opposite of the other: `X` the word, `Y` the opposite. */
  opposition: FrameLists;
  /** What a word is said to mean, in so many words. */
  definition: FrameLists;
  /** What is given for its meaning: a gloss, an attribute, the next sentence. */
  meaning: FrameLists;
  /** What a word is the reason for, or the result of. */
  leap: FrameLists;
}

export const frames: Frames = {
  alternation: {
    sure: [
      "A and/or|&|/or ~ B",
      "A ,? or ?{equates} ,? ~ B",
    ],
    perhaps: [],
  },
  equation: {
    sure: [
      "A ( ?{equates} ?: ?or|and|= ,? ~ B )",
      "A ( ?{equates} ~ B ,",
      "A <2> ( ~ B <2> )",
      "A / B",
      "A <4> ,? ?( or ,? {equates+secondThoughts} ,? ~ B",
      "A <4> ,? ?( {equates} ?: ,? ~ B",
      "A <6,> {renames} ~ B",
      "to be ~ A is|means to be ~ B",
      "{be} ~ ?called|considered|said ?to ?be A ,? {conditions} <2> {be} ~ B",
      "{senses} ~ A <4> is|are|lies|rests ?in|on ~ B",
      "more|less ~ A <40c> or|and|but <30c> more|less ~ B",
    ],
    perhaps: [
      "from ~ A <4> to ~ B",
      "A <4> and|or ~ B <8,> {sameness}",
      "A ( <3,> B )",
      "^ ~ A <4> : ~ B",
    ],
  },
  identity: {
    sure: ["^ ?a|an|all|every|any|each|our|the ?fully A <2> {be} ?by ?nature|definition ,? ~ B"],
    perhaps: ["^ ~ A <4> {be} ~ B"],
  },
  ownWords: {
    sure: [
      "^ <3> A and|or|& B <4> {sameness} <4> here|below|throughout|hereafter|in",
      "{namings} ~ A <4> ,? ?we|i|you|they|people|most <2> mean ~ B",
      "{ownVoice} <60c> A <4> and|or|& ~ B <8,> {sameness}",
      "^ <60c> say|use|write|read A instead|for|in ?of|place ?of B <60c> {sameness}",
      "^ ?both|the ?terms|words ,? A <4> and|& B <4> ,? refer|mean|are|denote|describe ?to ?exactly|just|really|basically the|one ?and ?the same|one",
    ],
    perhaps: [],
  },
  opposition: {
    sure: [
      // A cue between the two.
      "A <4> ( <6> ) ,? {opposes} ~ <2> B",
      "A <4> ,? ?( {opposes} ~ <3,> B",
      "X <10> ,? {insteads+comparisons} ~ <8,> Y",
      "X alternative|answer|response|reply|counterpart to ~ <2> Y",
      "{weighs} <3> A <4> against|with|to ~ <2> B",
      "one {be} ~ A ,? ?and|while the other ?one ?{be} ~ B",
      "A <10> than ~ <3> B",
      "A : {insteads} ~ <3> B",
      "A ,? or ~ B",
      "A / B",
      "{choices} <4> A <4> ,? or ~ B",
      "A @ ,? or ~ B @",
      "A @ <50c> B @",
      "between ~ A <4> and ~ B",
      "Y <4> →|->|=>|⇒ ~ X",
      "{kinds} <30c> A <4> ,? and|or ~ B",
      "A ,? <10> {contraries} ~ <3> B",
      "{contraries} ~ A <4> is|are|would ?be ~ <3> B",
      "{contraries} ~ A <4> ?? ?: ~ <3> B",
      "A <80c> {otherHands} <40c> B",
      "{prefers} <5,> X <4> over|to ~ <2,> Y",
      "X <6> {superiors} over|to ~ <2> Y",
      "more|less A <4> ,? ?and|but|rather ?than more|less B",
      // From the one to the other.
      "Y ?@ to|into|towards|toward ~ X",
      "{turnings} <4> A <4> into|to|towards|toward ~ <2> B",
      "from <4,> A <50c> to|towards|toward|into ~ <6,> B",
      "start|starts|started|begin|begins|began out|off|as ?as ~ A <50c> became|become|becomes|now|today|to|into|ended ?up ~ <4> B",
      "to|towards|toward|into ~ X <4> ?away from <3,> Y",
      "{onces} <60c> {be} ~ Y <50c> ,? ?but|and now|today|then|since|later|these ?days <30c> {be} ~ X",
      // The one done away with by the other.
      "X <4> {removals} ~ <4> Y",
      "{removals} ~ <3> Y <4> ,? through|by|with|using|via|in ?favour|favor ?of <4> X",
      "alternative|alternatives to ~ <3> Y <60c> X",
      "Y <90c> X ?* alternative|alternatives|counterpart|counterparts",
      "{exchanges} <3,> Y <4> for|with|by ~ <3,> X",
      "X <8> without ?{needs} ~ <3> Y",
      "X <6> ,? with|having no|little|minimal ~ <2> Y",
      "X <4> ?that|which {needs} no <3> Y",
      "X <4> ?that|which does|do|did|doesn't|don't|didn't ?not {needs} ~ <3> Y",
      "| without|no ?{needs} ~ <3> Y <60c> , <5> X",
      "no|without ~ <2> Y <4> ,? <5> {be} ~ X",
      // Not the one but the other.
      "A <40c> {nots} ?being ~ B",
      "A <4> — ?and|but ?it ?is|are {nots} ~ <2,> B",
      "A ,? ?and|but {nots} ~ <2,> B",
      "{nots} <2> A <4> ,? but <2> ~ B",
      "{nots} ~ A <4> ?at ?all ,? ?. but|it|it's|they|they're|this|instead|rather ?is|are ~ B",
      "A ,? ?( meaning|i.e.|that|which ?means ?that ?is ,? ?it ?is {nots} ~ B",
      // Two clauses.
      "{be} ~ A <4> ,? {whereas} <4> {be} ~ B",
      "{be} ~ A <4> ; <4> {be} ~ B",
      "A @ <80c> ; ~ B @",
      "X <60c> {whereas} ~ Y <4> {has}",
      // A clause that opens with the one.
      "| {openers} <8> Y <140c> , <4> X",
      "| {openers} <4> , which|that|who|when|where <3> {be} ~ Y <20c> , <4> X",
      "^ {openers} <8> Y <80c> , <9> X",
    ],
    perhaps: [
      "| {openers} <8> Y <80c> , <9> X",
    ],
  },
  definition: {
    sure: [
      "| ?{introductions} ~ X <4> ,? … {defines}",
      "| {namings} ~ X <4> ,? {meanings} ?that ,? …",
      "| {callings} <4> X ,? if|when|where|because …",
      "what makes <4> X is ?that …",
      "X <4> ,? ?( {glosses} ,? …",
      "X <4> — that is ,? …",
      "^ <2> {asks} <80c> X <3> ? …",
      "^ <2> {asks} does|do|is <2> X <4> mean ? …",
    ],
    perhaps: [],
  },
  meaning: {
    sure: [
      // Labelled, and glossed.
      "^ ~ X <4> : …",
      "^ ~ X <4> ( …)",
      "^ ~ X <2> . …",
      "^ X … no|nobody",
      "we|they|i|you|to|has|have|had|will|can ?*ly X <4> : …",
      "{be} ~ X <4> : …",
      "X ( …)",
      // Spelled out by what hangs on its noun.
      "{be} ~ X ?one|ones , ?*ly|often|usually … {attributes}",
      "we|they|i|to|and|has|have|had|will X <4> , … *ing",
      "{be} ~ X <8> … in|by|under|through|for which",
      "{be} ~ X <8> … where|whereby|wherein",
      "^ ~ X <3> , … {attributes}",
      "X <4> , … one that|which|where|in|with|without ?which",
      "{be} ~ X <4> , … no|nobody|without",
      "X <3> … that|which|where|in ?which no|nobody",
      "X <3> … {lacks}",
      "X <4> ,? … free of|from",
      "X <3> that|which … {doings}",
      "^ ?in ~ X <4> … {doings}",
      "X <2> ,? … {states}",
      "^ {settings} ~ X <2> ,? …",
      "^ ~ X <2> …, {makers}",
      "X …, {makers}",
      "in|with|using ~ X way|manner|fashion|form|mode|model ,? …",
      // By the next sentence.
      "{be} ~ X <3> . … {spellings}",
      "{be} ~ X ?one . … {pronouns}",
      "{be} ~ X <3> . … {nobodies} <20,> {anaphors}",
    ],
    perhaps: [
      "^ {settings} ~ X <4> ,? …",
      "X <4> ,? where|whose|with|that|which|in ?which ?is|are …",
      "{be} ~ X ?one . …",
      "X <4> : …",
      "X <4> …, {makers}",
      "X <4> ( …)",
    ],
  },
  leap: {
    sure: [
      // The word, a cue, what follows from it.
      "X <6,> ,? ?( {results} ,? …",
      "X →|->|=>|⇒ …",
      "| ~ <2> X <4> … {brings}",
      "{uses} ~ X <8> … {brings+favours}",
      "that|because|since|so|and|which ~ X <4> … {brings}",
      "^ ~ X <4> … {favours}",
      "{be} ~ X ?also {means} …",
      "X ?* {natures+termsOfArt} ?* {means} …",
      "X <2> ,? {purposes} …",
      "X <4> for {gains} …",
      "{merits} ~ X <4> is|are|was|were|includes|include …",
      "{be} ~ X <4> . ?and {follows} ,? …",
      // The word, a cue, its reason.
      "X <4> ,? {reasons} …",
      "X <4> … by|through|via *ing|*tion",
      "X <4> , as … it|they|we|the|every|each|all|no|nobody",
      "X ?{be} ?*ly {attainments} …",
      // A reason first.
      "| {reasons} ~ X <70c> , …",
      "| {reasons} <6> {be} ~ X <70c> , …",
      "| {reasons} <6> uses|use|using|in|of|on|with ~ X <70c> , …",
      "| {reasons} <6> ~ X <4> … there|it|they|we|no|nobody",
      "| by|through|via|being ~ X <70c> , …",
      "| as ~ X <40c> , … it|we|they|our|its|there|no|nobody",
      "| as <6> {be} ~ X <70c> , …",
      "^ {settings} ~ X <2> ,? … there|no|nobody|you|we|there's",
      "^ ~ X <4> … cannot|can't|can ?not|never be",
      "{correlates} X <60c> , … the",
      // What precedes, and the word as its result.
      "… ,? {results} <4> ?{be} ~ X",
      "… ,? and|which|that|it|this {yields} <4> ~ X",
      "… ,? {reasons} <5,> X",
      "… ,? {correlates} <2> X",
      "{reasons} …, <60c> {be} ~ ?called|considered|deemed ~ X",
      "| to|so ?as ?to *|* …, <60c> {be} ~ X",
      "| to|so ?as ?to *|* …, we ~ X",
      "| as|with …, <60c> {be} ~ X",
      "| if …, <40c> must be ~ X",
      "| by|through *ing … {be} ~ X",
      "| ?in ?order to * … must|needs|need|has|have|should ?to be ~ X",
      "^ for … <40c> {be} ~ X",
      "^ for …, we ~ X",
      "^ ?the more|fewer|adding|running|having|with …, <3> ?more|greater|better X",
      "^ … {yields} <4> ~ X",
      "^ … {proofs} <6> ~ X",
      "^ … {be} <3> {merits} ~ X",
      "^ … : it|they|this|that|we ?{be} ~ X",
      "…< ^ <3> X <4> {sureties}",
      "…< ^ ?and|so {follows} <6> ~ X",
    ],
    perhaps: [
      "^ … , it|they|this|that {be} ~ X",
      "X <4> … {brings}",
      "X <4> … {favours}",
      "X <80c> . ?and {follows} ,? …",
      "| {reasons} <9> X <70c> , …",
      "| {weakReasons} <9,> X <70c> , …",
      "X <12,> ,? {results} …",
    ],
  },
};
