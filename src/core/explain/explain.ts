import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { conventionOf } from "../distinctions/convention-of";
import type { Level } from "../distinctions/distinction";
import type { NoteSource } from "../markdown/note-source";
import type { Candidate, Reason } from "../prose/against";
import { evidenceIn } from "../prose/evidence";
import { termMark, wholeContexts, type Lexis } from "../prose/lexis";
import { offersIn } from "../prose/offers";
import { relationsIn } from "../prose/relations";
import { around, clauseEnds, type DroppedWord, type Occurrence, type Sentence } from "../prose/sentence";
import { overlaps, type Range } from "../range";
import { isTurnedOff } from "../suppressions/directive";
import type { Because, CandidateRead, Explanation, FrameRead, RuleRead, WordRead } from "./explanation";
import { rulesOf } from "../rules/index";
import { lint, type Lint } from "../judge/lint";
import type { Listener } from "../judge/listener";
import { reasons } from "./reasons";
import type { Context, Finding, Rule } from "../rules/rule";

/**
 * Says how each sentence of a note that holds a word of a distinction was read and judged, in document order; a block
 * without either of the two words is not read. It listens to the linter, so what it names as reported is what `lint`
 * reports. Pure.
 */
export type Explain = (note: NoteSource, config: Config) => Explanation[];

/** What was heard of one sentence. */
interface Heard {
  scene: Pick<Context, "as" | "lexis" | "patterns" | "sentence">;
  /** Absent where no rule was asked. */
  context?: Context;
  skipped: Reason[];
  asked: Asked[];
  diagnostic?: Diagnostic;
}

/** What was heard while one rule was asked. */
interface Asked {
  rule: Rule;
  against: { reason: Reason; candidate: Candidate | undefined; words: string | undefined }[];
  found: { finding: Finding; level: Level | "exception" }[];
}

/** Makes the explainer of a linter. */
export function explainer(judge: Lint): Explain {
  return (note, config) => {
    const heard = new Map<Sentence, Heard>();
    let asked: Asked | undefined;
    const of = (scene: Heard["scene"]): Heard => {
      const known = heard.get(scene.sentence) ?? { scene, skipped: [], asked: [] };
      heard.set(scene.sentence, known);
      return known;
    };
    const listener: Listener = {
      skips: (scene, reason) => void of(scene).skipped.push(reason),
      asks: (context, rule) => {
        asked = { rule, against: [], found: [] };
        const known = of(context);
        known.context = context;
        known.asked.push(asked);
      },
      hear: (reason, candidate, words) => void asked?.against.push({ reason, candidate, words }),
      finds: (finding, level) => void asked?.found.push({ finding, level }),
      reports: (context, diagnostic) => {
        of(context).diagnostic = diagnostic;
      },
    };
    const reported = new Set(judge(note, config, listener));
    const explanations = [...heard.values()].map((one) => explanationOf(one, note, config, reported));
    const blocks = new Set(explanations.flatMap((one) => (one.as === "block" ? [keyOf(one)] : [])));
    return explanations.filter((one) => isNews(one, blocks)).sort((a, b) => a.from - b.from);
  };
}

/** Whether a sentence isn't only one that was read before, and of which nothing more was found. */
function isNews(one: Explanation, blocks: ReadonlySet<string>): boolean {
  return one.as === "block" || one.rules.some(({ candidates }) => candidates.length > 0) || !blocks.has(keyOf(one));
}

function keyOf({ from, to }: Range): string {
  return `${from} ${to}`;
}

/** Explains by all distinctions on the list. */
export const explain = explainer(lint);

function explanationOf(heard: Heard, note: NoteSource, config: Config, reported: ReadonlySet<Diagnostic>): Explanation {
  const { scene, context, skipped, diagnostic } = heard;
  const { as, sentence, lexis } = scene;
  const { plain, followed } = sentence;
  const { distinction } = lexis;
  const evidence = context?.evidence ?? evidenceIn(plain, lexis);
  const range = inNote(sentence, { from: 0, to: plain.length });
  return {
    ...range,
    as,
    text: as === "block" ? note.source.slice(range.from, range.to) : textOf({ from: 0, to: plain.length }, sentence).trim(),
    distinction: distinction.id,
    convention: conventionOf(note, config, distinction).id,
    followed: followed.length > plain.length ? inNote(sentence, { from: plain.length, to: followed.length }) : null,
    clauses: clausesOf(plain).map((clause) => inNote(sentence, clause)),
    words: wordsOf(sentence, lexis),
    evidence: evidence.map(({ side, weight, isOpen, from, to }) => ({ axis: distinction.axes[side].id, weight, isOpen, ...inNote(sentence, { from, to }) })),
    frames: context ? framesOf(context) : [],
    skipped: skipped.map((reason) => because(reason)),
    rules: context ? rulesOf(distinction).flatMap(({ id }) => ruleRead(id, heard, context, note, config, reported) ?? []) : [],
    diagnostic: diagnostic && reported.has(diagnostic) ? diagnostic : null,
  };
}

/** A range of a sentence as the note's, without the space at its end. */
function inNote({ reading, start }: Sentence, { from, to }: Range): Range {
  return reading.inNote(start + from, start + from + reading.text.slice(start + from, start + to).trimEnd().length);
}

function because(id: keyof typeof reasons, words?: string): Because {
  return { id, text: words === undefined ? reasons[id] : `${reasons[id]}: ${words}` };
}

function quote(words: string): string {
  return `“${words.trim()}”`;
}

function clausesOf(plain: string): Range[] {
  const clauses: Range[] = [];
  for (let from = 0; from < plain.length; ) {
    const ends = clauseEnds.map((end) => plain.indexOf(end, from)).filter((at) => at !== -1);
    const to = ends.length === 0 ? plain.length : Math.min(...ends) + 1;
    const text = plain.slice(from, to);
    if (text.trim() !== "") clauses.push({ from: from + text.length - text.trimStart().length, to });
    from = to;
  }
  return clauses;
}

function wordsOf(sentence: Sentence, lexis: Lexis): WordRead[] {
  const read = (word: Occurrence | DroppedWord, sense: Because[], counts: boolean): WordRead => ({
    ...inNote(sentence, word),
    term: lexis.distinction.terms[word.side].label,
    isOpposite: word.isOpposite,
    wordClass: word.wordClass,
    counts,
    sense,
  });
  const counted = sentence.occurrences.map((word) => read(word, sensesOf(word), true));
  const dropped = sentence.dropped.map((word) => read(word, [because(word.reason, word.reason === "other-sense" ? phraseFor(word, sentence, lexis) : undefined)], false));
  return [...counted, ...dropped].sort((a, b) => a.from - b.from);
}

/** The phrase by which a word has another sense. */
function phraseFor({ side, wordClass, ...range }: DroppedWord, { plain }: Sentence, { distinction }: Lexis): string | undefined {
  const { before, after } = around(plain, range);
  const phrase = distinction.terms[side].otherSenses[wordClass].find((one) => wholeContexts([one]).test(before + termMark + after));
  return phrase === undefined ? undefined : `${quote(phrase)}, on the list of the ${wordClass}`;
}

function sensesOf(word: Occurrence): Because[] {
  const senses = { art: word.isTermOfArt, borrowed: word.isBorrowing, "of-other-axis": word.isCompositional, "frames-own": word.isFramed, "frames-other": word.misframe !== undefined, "is-negated": word.isNegated, "is-quoted": word.isQuoted } as const;
  const given = (Object.keys(senses) as (keyof typeof senses)[]).filter((sense) => senses[sense]);
  const isOwn = !word.isTermOfArt && !word.isBorrowing;
  return [...(isOwn ? [because("own-sense")] : []), ...given.map((sense) => because(sense))];
}

/** What fits, by the same means as the rules find it. */
function framesOf({ sentence, patterns }: Context): FrameRead[] {
  const { alternations, equations, identities, ownWords, oppositions, offers } = patterns;
  const read = (list: string, { frame = "", word, other = word }: Candidate, isSure: boolean): FrameRead => ({ list, frame, isSure, word: inNote(sentence, word), other: inNote(sentence, other) });
  const relations = Object.entries({ alternations, equations, identities, ownWords, oppositions });
  return [
    ...relations.flatMap(([list, of]) => relationsIn(sentence, of).map((relation) => read(list, relation, relation.isSure))),
    ...(["meaning", "leap"] as const).flatMap((as) => {
      const dropped: FrameRead[] = [];
      const isSure = (frame?: string) => offers[as].flat().some((pattern) => pattern.frame === frame && pattern.isSure);
      const found = offersIn(sentence, offers, { as, sides: [0, 1] }, patterns, (_, candidate) => void (candidate && dropped.push(read(as, candidate, isSure(candidate.frame)))));
      return [...found.map((offer) => read(as, { ...offer, other: offer }, offer.isSure)), ...dropped];
    }),
  ];
}

function ruleRead(id: string, { asked, diagnostic }: Heard, context: Context, note: NoteSource, config: Config, reported: ReadonlySet<Diagnostic>): RuleRead | undefined {
  const own = asked.find(({ rule }) => rule.id === id);
  if (!own) return asked.some(isSettled) ? { rule: id, outcome: "not-asked", because: [because("settled")], candidates: [] } : undefined;
  const candidates = candidatesOf(own, context);
  const whole = own.against.flatMap(({ reason, candidate, words }) => (candidate ? [] : [because(reason, words && quote(words))]));
  const read = (outcome: RuleRead["outcome"], ...given: Because[]): RuleRead => ({ rule: id, outcome, because: [...whole, ...given], candidates });
  if (own.found.length === 0) return whole.length + candidates.length > 0 ? read("silent") : read("silent", because("no-frame"));
  if (diagnostic?.rule === id) {
    if (!reported.has(diagnostic)) return read("kept-back", because(isTurnedOff(note) ? "turned-off" : "suppressed"));
    return read("reported", isSettled(own) ? because(config.rules[id] === undefined ? "by-convention" : "by-config", diagnostic.severity) : because("readers-differ"));
  }
  if (own.found.every(({ level }) => level === "exception")) return read("kept-back", because("exception"));
  if (own.found.every(({ level }) => level === "off" || level === "exception")) return read("kept-back", because(config.rules[id] === "off" ? "off-by-config" : "off-by-convention"));
  return read("kept-back", because("surer-elsewhere"));
}

const outcomes: readonly CandidateRead["outcome"][] = ["sure", "hint", "dropped"];

/** Whether a rule has found something sure that is to be reported. */
function isSettled({ found }: Asked): boolean {
  return found.some(({ finding, level }) => finding.isSure && level !== "off" && level !== "exception");
}

/** What a rule weighed, the surest first, each with all that speaks against it. */
function candidatesOf({ against, found }: Asked, context: Context): CandidateRead[] {
  const { sentence } = context;
  const candidates = new Map<string, { candidate: Candidate; finding?: Finding; because: Map<Reason, Because> }>();
  const at = (candidate: Candidate) => {
    const key = JSON.stringify([candidate.frame, ...[candidate.word.from, candidate.other?.from ?? -1].sort((a, b) => a - b)]);
    const known = candidates.get(key) ?? { candidate, because: new Map<Reason, Because>() };
    candidates.set(key, known);
    return known;
  };
  for (const { reason, candidate, words } of against) {
    if (candidate) at(candidate).because.set(reason, because(reason, reason === "own-evidence" ? ownEvidence(candidate, context) : words && quote(words)));
  }
  for (const { finding } of found) at(finding).finding = finding;
  const read = [...candidates.values()].map(({ candidate: { word, other, frame }, finding, because: given }): CandidateRead => ({
    word: inNote(sentence, word),
    other: other ? inNote(sentence, other) : null,
    frame: frame ?? null,
    outcome: finding ? (finding.isSure ? "sure" : "hint") : "dropped",
    because: given.size === 0 && finding && !finding.isSure ? [because("readers-differ")] : [...given.values()],
  }));
  return outcomes.flatMap((outcome) => read.filter((one) => one.outcome === outcome));
}

/** What speaks for the word's own axis, with its weights. */
function ownEvidence({ word }: Candidate, { sentence, evidence }: Context): string | undefined {
  const side = sentence.occurrences.find((one) => overlaps(one, word))?.side;
  const own = evidence.filter((one) => one.side === side);
  return own.length === 0 ? undefined : own.map((one) => `${quote(textOf(one, sentence))} (${one.weight})`).join(", ");
}

function textOf({ from, to }: Range, { reading, start }: Sentence): string {
  return reading.text.slice(start + from, start + to);
}
