import type { Config } from "../config";
import type { Diagnostic, Edit, Severity } from "../diagnostic";
import type { Convention, Level } from "../distinctions/distinction";
import { applyEdits } from "../fix";
import { spelledAsIn } from "../distinctions/spelling";
import type { NoteSource } from "../markdown/note-source";
import { against, type Reason } from "../prose/against";
import { evidenceFor, type WeighedEvidence } from "../prose/evidence";
import { mentions, type Lexis } from "../prose/lexis";
import { proseMask } from "../prose/mask";
import { read, sentencesOf } from "../prose/reading";
import { hasTerm, markOf, readSentence, type Sentence } from "../prose/sentence";
import { overlaps, type Range } from "../range";
import { choicesFor, type NoteText } from "./choices";
import { conventionOf } from "../distinctions/convention-of";
import { ownLabels } from "../concepts/read-concept";
import { exceptionsAt } from "../suppressions/exception";
import { rulesOf } from "../rules/index";
import type { Listener } from "./listener";
import { messageFor } from "./message";
import { allowed, passagesOf, type Passage } from "./passages";
import { evidenceInNote, type Context, type Finding, type Patterns, type Rule } from "../rules/rule";
import { slidesIn } from "../rules/slide";

/** Passages that are left alone, as read. */
export interface Exceptions {
  phrases: readonly string[];
  /** Hears of those in which something was found that would have been reported. */
  used: Set<string>;
}

/** All that the rules have to say about one note by one distinction. */
export function judge(note: NoteSource, config: Config, exceptions: Exceptions, lexis: Lexis, patterns: Patterns, listener?: Listener): Diagnostic[] {
  if (!lexis.wanted.test(note.source)) return [];
  const mask = proseMask(note, lexis.wanted);
  const { distinction } = lexis;
  const convention = conventionOf(note, config, distinction);
  const rules = rulesOf(distinction);
  const text: NoteText = { source: note.source, mask, spelled: spelledAsIn(note.source, distinction) };
  const found: Found[] = [];
  const judged = (passage: Passage): Context[] => {
    const { reading, seam, as, isSure, isWanted, isHeading, isContrasted, isRelatedList, rest } = passage;
    const mentioned: [boolean?, boolean?] = [undefined, undefined];
    // Not by spreading the passage, which took a twentieth of the time that judging takes.
    const scene: Scene = {
      reading,
      seam,
      as,
      isSure,
      isWanted,
      isHeading,
      isContrasted,
      isRelatedList,
      rest,
      lexis,
      patterns,
      listener,
      rules: as === "slide" ? [rules[0]] : as === "comparison" ? [rules[1]] : rules,
      level: (rule, finding, sentence) => config.rules[rule.id] ?? levelOf(convention, rules.indexOf(rule), finding, sentence),
      exceptions,
      isLink: mask.isLink,
      mentions: (side) => (mentioned[side] ??= mentions(lexis, side, reading.lower)),
    };
    const contexts = contextsIn(scene);
    for (const context of contexts) {
      const best = bestFinding(context, scene);
      const { start, plain } = context.sentence;
      const { from, to } = as === "block" ? { from: 0, to: plain.length } : (best?.finding.word ?? { from: 0, to: 0 });
      if (best) found.push({ ...best, context, scene, place: reading.inNote(start + from, start + to) });
    }
    return contexts;
  };
  let section: Context[] = [];
  const slide = () => {
    const slid = slidesIn(section);
    if (slid.length > 0 && !isAboutTerm(note, lexis)) slid.forEach(judged);
    section = [];
  };
  for (const passage of passagesOf(note.source, mask, lexis, patterns)) {
    if (passage.isHeading && passage.as === "block") slide();
    if (!passage.isWanted) continue;
    const contexts = judged(passage);
    if (passage.as === "block") section.push(...contexts);
  }
  slide();
  return surest(found).map(({ context, scene, rule, finding, severity }) => {
    const { sentence } = context;
    const diagnostic: Diagnostic = {
      rule: rule.id,
      severity,
      convention: convention.id,
      ...sentence.reading.inNote(sentence.start + finding.from, sentence.start + finding.to),
      ...messageFor(rule.id, finding, context, convention),
      evidence: evidenceInNote(finding.evidence, context),
      fixes: choicesFor(finding, context, convention, text, (edits) => settles(edits, sentence, scene)),
    };
    listener?.reports(context, diagnostic);
    return diagnostic;
  });
}

/** What the sentences of a passage have in common. */
interface Scene extends Passage, Pick<Context, "lexis" | "patterns" | "mentions"> {
  rules: readonly Rule[];
  /** How loud a finding is where it is sure. */
  level: (rule: Rule, finding: Finding, sentence: Sentence) => Level;
  exceptions: Exceptions;
  listener: Listener | undefined;
  /** Whether a range of the note is (part of) a link's text. */
  isLink: (range: Range) => boolean;
}

/** A finding, and where its sentence stands in the note, or its word where two places are read together. */
interface Found extends Best {
  context: Context;
  scene: Scene;
  place: Range;
}

/** One finding a sentence, the surest; among equals the one that the sentence itself gave rise to. */
function surest(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.place.from - b.place.from)) {
    const last = kept.at(-1);
    if (!last || !overlaps(last.place, one.place)) kept.push(one);
    else if (one.finding.isSure && !last.finding.isSure) kept.splice(-1, 1, { ...one, place: last.place });
  }
  return kept;
}

/** Whether a note is called after one of the two words: it may say what it likes about them. */
function isAboutTerm(note: NoteSource, { words }: Lexis): boolean {
  return ownLabels(note).some((label) => label !== "" && words.some(({ isOpposite, pattern }) => !isOpposite && label.toLowerCase().replace(pattern, "") === ""));
}

/** The sentences of a passage that the rules are asked about, as they see them. */
function contextsIn(scene: Scene): Context[] {
  return sentencesIn(scene).map((sentence) => new SentenceContext(scene, sentence));
}

/** All of one shape, so that what reads them is made fast once and stays so. */
class SentenceContext implements Context {
  readonly lexis: Lexis;
  readonly patterns: Patterns;
  readonly isQuestion: boolean;
  readonly isContrasted: boolean;
  readonly isHeading: boolean;
  readonly as: Context["as"];
  readonly isRelatedList: boolean;
  readonly hear: Context["hear"];
  private readonly weighed: [(readonly WeighedEvidence[])?, (readonly WeighedEvidence[])?] = [undefined, undefined];

  constructor(
    private readonly scene: Scene,
    readonly sentence: Sentence,
  ) {
    this.lexis = scene.lexis;
    this.patterns = scene.patterns;
    this.isQuestion = /\?["')\s]*$/.test(sentence.plain);
    this.isContrasted = scene.isContrasted;
    this.isHeading = scene.isHeading;
    this.as = scene.as;
    this.isRelatedList = scene.isRelatedList;
    this.hear = scene.listener?.hear;
  }

  evidenceOf(side: 0 | 1): readonly WeighedEvidence[] {
    const { start, followed } = this.sentence;
    return (this.weighed[side] ??= evidenceFor(side, this.scene.reading.lower.slice(start, start + followed.length), this.lexis));
  }

  get evidence(): readonly WeighedEvidence[] {
    return [...this.evidenceOf(0), ...this.evidenceOf(1)];
  }

  isLink({ from, to }: Range): boolean {
    const { start } = this.sentence;
    return this.scene.isLink(this.scene.reading.inNote(start + from, start + to));
  }

  mentions(side: 0 | 1): boolean {
    return this.scene.mentions(side);
  }
}

/** How much is read behind a changed sentence, in UTF-16 units: what follows may belong to it. */
const lookahead = 300;

/** Whether a sentence, read again with some edits, is no longer reported, and says no word twice that it said once. */
function settles(edits: readonly Edit[], { reading, start, previous, followed }: Sentence, scene: Scene): boolean {
  const from = previous?.start ?? start;
  const to = Math.min(reading.text.length, start + followed.length + lookahead);
  const before = reading.text.slice(from, to);
  const after = applyEdits(before, edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from })));
  const twice = /\b(\w+) \1(?!\w)/i;
  if (twice.test(after) && !twice.test(before)) return false;
  const first = Math.min(start, ...edits.map((edit) => edit.from)) - from;
  const last = start + followed.length - from + after.length - before.length;
  const seam = edits.reduce((at, edit) => (edit.from < scene.seam ? at + edit.insert.length - (edit.to - edit.from) : at), scene.seam - from);
  const again = { ...scene, exceptions: { ...scene.exceptions, used: new Set<string>() }, reading: read(after, { from: 0, to: after.length }), seam, listener: undefined, isLink: () => false };
  return !contextsIn(again).some((context) => overlaps({ from: first, to: last }, { from: context.sentence.start, to: context.sentence.start + context.sentence.plain.length }) && bestFinding(context, again));
}

/** The sentences of a block that hold a word of the distinction, or that go on from one that does. */
function sentencesIn({ as, reading, lexis, patterns, listener }: Scene): Sentence[] {
  const sentences: Sentence[] = [];
  const denied = new Set<Sentence>();
  for (const range of sentencesOf(reading.text, lexis.abbreviation)) {
    const previous = sentences.at(-1);
    const sentence = readSentence(reading, range, previous, lexis, patterns.negation);
    // What follows a sentence without a word says nothing about one.
    if (previous && previous.occurrences.length + previous.dropped.length > 0) {
      const { plain, occurrences } = sentence;
      if (patterns.denial.test(plain)) denied.add(previous);
      const goesOn = patterns.follow.test(plain) || (occurrences.length === 0 && (patterns.spelling.test(plain) || patterns.ask.test(previous.plain) || endsInTerm.test(previous.coded)));
      if (goesOn) previous.followed = previous.coded + sentence.coded;
    }
    sentences.push(sentence);
  }
  const hasAny = (sentence: Sentence | undefined) => sentence !== undefined && (hasTerm(sentence, 0) || hasTerm(sentence, 1));
  return sentences.filter((sentence) => {
    const { occurrences, dropped, previous } = sentence;
    if (occurrences.length + dropped.length === 0) return false;
    const skip = (reason: Reason) => listener?.skips({ as, lexis, patterns, sentence }, reason);
    return !against(skip, undefined, {
      "no-word": occurrences.length === 0,
      "no-term": occurrences.length > 0 && !hasAny(sentence) && !hasAny(previous),
      "many-words": occurrences.length > mostWords,
      "taken-back": denied.has(sentence),
      citation: isCited(previous),
    });
  });
}

/** A sentence whose last word is one of the two: the next one may spell it out. */
const endsInTerm = new RegExp(`[${markOf(0, false)}${markOf(1, false)}][.!"*)\\s]*$`);

/** How long, in UTF-16 units, authors with a year are at most; longer ones have a surname and a comma first. */
const longestCitation = 32;

/** Whether the sentence before names authors and, in brackets at its end, a year: what follows is the title of their work. */
function isCited(previous: Sentence | undefined): boolean {
  if (previous === undefined || !/\((?:1[89]|20)\d\d[a-z]?\)[.,:]\s*$/.test(previous.plain)) return false;
  return previous.plain.length <= longestCitation || /^\W*[\w'-]+, |et al\./.test(previous.plain);
}

/** A "sentence" with more words of the distinction than this is none. */
const mostWords = 12;

interface Best {
  rule: Rule;
  finding: Finding;
  severity: Severity;
}

/** The surest finding of a sentence that is no exception and not silenced, among equals the first rule's; never louder than a hint where readers differ. */
function bestFinding(context: Context, scene: Scene): Best | undefined {
  const { rules, level, exceptions, listener } = scene;
  const { sentence } = context;
  const { reading, start } = sentence;
  let best: Best | undefined;
  for (const rule of rules) {
    listener?.asks(context, rule);
    for (const finding of allowed(rule.check(context), context, scene)) {
      const excepted = exceptionsAt(reading.lower, { from: start + finding.from, to: start + finding.to }, exceptions.phrases);
      const isException = excepted.length > 0;
      const usual = level(rule, finding, sentence);
      if (usual !== "off") for (const phrase of excepted) exceptions.used.add(phrase);
      const loud = isException ? "off" : usual;
      listener?.finds(finding, isException ? "exception" : loud);
      if (loud !== "off" && (!best || (finding.isSure && !best.finding.isSure))) best = { rule, finding, severity: finding.isSure ? loud : "hint" };
    }
    if (best?.finding.isSure) return best;
  }
  return best;
}

/** How loud a convention has a finding of the rule at an index. */
function levelOf({ levels }: Convention, index: number, { word }: Finding, { occurrences }: Sentence): Level {
  const level = levels[index] ?? "off";
  return typeof level === "object" ? level[occurrences.find(({ from }) => from === word.from)?.side ?? 0] : level;
}
