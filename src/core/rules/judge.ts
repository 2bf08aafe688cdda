import type { Config } from "../config";
import type { Diagnostic, Edit, Severity } from "../diagnostic";
import type { Convention, Level } from "../distinctions/distinction";
import { applyEdits } from "../fix";
import { spelledAsIn } from "../distinctions/spelling";
import type { NoteSource } from "../markdown/note-source";
import { against, type Reason } from "../prose/against";
import { evidenceIn, type WeighedEvidence } from "../prose/evidence";
import type { Lexis } from "../prose/lexis";
import { proseMask } from "../prose/mask";
import { read, sentencesOf, type Reading } from "../prose/reading";
import { markOf, readSentence, type Sentence } from "../prose/sentence";
import { overlaps, type Range } from "../range";
import { choicesFor, type NoteText } from "./choices";
import { conventionOf } from "../distinctions/convention-of";
import { isExcepted } from "../suppressions/exception";
import { rulesOf } from "./index";
import type { Listener } from "./listener";
import { messageFor } from "./message";
import { evidenceInNote, type Context, type Finding, type Patterns, type Rule } from "./rule";

/** All that the rules have to say about one note by one distinction. */
export function judge(note: NoteSource, config: Config, lexis: Lexis, patterns: Patterns, listener?: Listener): Diagnostic[] {
  if (!lexis.wanted.test(note.source)) return [];
  const mask = proseMask(note, lexis.wanted);
  const { distinction } = lexis;
  const convention = conventionOf(note, config, distinction);
  const rules = rulesOf(distinction);
  const text: NoteText = { source: note.source, mask, spelled: spelledAsIn(note.source, distinction) };
  const diagnostics: Diagnostic[] = [];
  /** Headings under which the words are set apart: how deep each one is. */
  let contrastedAt = 0;
  let isRelatedList = false;
  for (const block of mask.blocks) {
    const reading = read(mask.text, block);
    if (block.kind === "heading") {
      const isContrast = patterns.contrast.test(reading.lower) && ([0, 1] as const).every((side) => lexis.words.some((word) => word.side === side && !word.isOpposite && reading.lower.search(word.pattern) >= 0));
      isRelatedList = patterns.related.test(reading.lower);
      if (isContrast && (contrastedAt === 0 || block.depth <= contrastedAt)) contrastedAt = block.depth;
      else if (block.depth <= contrastedAt) contrastedAt = 0;
    }
    const mentioned: [boolean?, boolean?] = [];
    const scene: Scene = {
      lexis,
      patterns,
      listener,
      rules,
      level: (rule, finding, sentence) => config.rules[rule.id] ?? levelOf(convention, rules.indexOf(rule), finding, sentence),
      exceptions: config.words.exceptions,
      isHeading: block.kind === "heading",
      isContrasted: contrastedAt > 0 && block.kind !== "heading",
      isRelatedList,
      isLink: (range) => mask.links.some((link) => overlaps(link, range)),
      mentions: (side) => (mentioned[side] ??= lexis.words.some((word) => word.side === side && !word.isOpposite && reading.lower.search(word.pattern) >= 0)),
    };
    for (const { context, rule, finding, severity } of findingsIn(reading, scene)) {
      const { sentence } = context;
      const diagnostic: Diagnostic = {
        rule: rule.id,
        severity,
        convention: convention.id,
        ...reading.inNote(sentence.start + finding.from, sentence.start + finding.to),
        ...messageFor(rule.id, finding, context, note.source, convention),
        evidence: evidenceInNote(finding.evidence, context),
        fixes: choicesFor(finding, context, convention, text, (edits) => settles(edits, sentence, scene)),
      };
      diagnostics.push(diagnostic);
      listener?.reports(context, diagnostic);
    }
  }
  return diagnostics;
}

/** What the sentences of a block have in common. */
interface Scene extends Pick<Context, "lexis" | "patterns" | "isHeading" | "isContrasted" | "isRelatedList" | "mentions"> {
  rules: readonly Rule[];
  /** How loud a finding is where it is sure. */
  level: (rule: Rule, finding: Finding, sentence: Sentence) => Level;
  exceptions: readonly string[];
  listener: Listener | undefined;
  /** Whether a range of the note is (part of) a link's text. */
  isLink: (range: Range) => boolean;
}

/** The best finding of each sentence of a block that has one, or of each that touches a part of it. */
function findingsIn(reading: Reading, scene: Scene, part: Range = { from: 0, to: reading.text.length }): (Best & { context: Context })[] {
  const { lexis } = scene;
  return sentencesIn(reading, scene).flatMap((sentence) => {
    if (!overlaps(part, { from: sentence.start, to: sentence.start + sentence.plain.length })) return [];
    let weighed: readonly WeighedEvidence[] | undefined;
    const context: Context = {
      ...scene,
      sentence,
      hear: scene.listener?.hear,
      get evidence() {
        return (weighed ??= evidenceIn(reading.lower.slice(sentence.start, sentence.start + sentence.followed.length), lexis));
      },
      isQuestion: /\?["')\s]*$/.test(sentence.plain),
      isLink: ({ from, to }) => scene.isLink(reading.inNote(sentence.start + from, sentence.start + to)),
    };
    const best = bestFinding(context, scene);
    return best ? [{ ...best, context }] : [];
  });
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
  return findingsIn(read(after, { from: 0, to: after.length }), { ...scene, listener: undefined, isLink: () => false }, { from: first, to: last }).length === 0;
}

/** The sentences of a block that hold a word of the distinction, or that go on from one that does. */
function sentencesIn(reading: Reading, { lexis, patterns, listener }: Scene): Sentence[] {
  const sentences: Sentence[] = [];
  const denied = new Set<Sentence>();
  for (const range of sentencesOf(reading.text, lexis.abbreviation)) {
    const previous = sentences.at(-1);
    const sentence = readSentence(reading, range, previous, lexis, patterns.negation);
    if (previous) {
      const { plain, occurrences } = sentence;
      if (patterns.denial.test(plain)) denied.add(previous);
      const goesOn = patterns.follow.test(plain) || (occurrences.length === 0 && (patterns.spelling.test(plain) || patterns.ask.test(previous.plain) || endsInTerm.test(previous.coded)));
      if (goesOn) previous.followed = previous.coded + sentence.coded;
    }
    sentences.push(sentence);
  }
  const hasTerm = (sentence: Sentence | undefined) => sentence?.occurrences.some(({ isOpposite }) => !isOpposite) ?? false;
  return sentences.filter((sentence) => {
    const { occurrences, dropped, previous } = sentence;
    if (occurrences.length + dropped.length === 0) return false;
    const skip = (reason: Reason) => listener?.skips({ lexis, patterns, sentence }, reason);
    return !against(skip, undefined, {
      "no-word": occurrences.length === 0,
      "no-term": !hasTerm(sentence) && !hasTerm(previous),
      "many-words": occurrences.length > mostWords,
      "taken-back": denied.has(sentence),
      citation: isCited(previous),
    });
  });
}

/** A sentence whose last word is one of the two: the next one may spell it out. */
const endsInTerm = new RegExp(`[${markOf(0, false)}${markOf(1, false)}][.!"*)\\s]*$`);

/** Whether a year in brackets ends the sentence before: what follows is the title of somebody's work. */
function isCited(previous: Sentence | undefined): boolean {
  return previous !== undefined && /\((?:1[89]|20)\d\d[a-z]?\)[.,:]\s*$/.test(previous.plain);
}

/** A "sentence" with more words of the distinction than this is none. */
const mostWords = 12;

interface Best {
  rule: Rule;
  finding: Finding;
  severity: Severity;
}

/** The surest finding of a sentence that is no exception and not silenced, among equals the first rule's; never louder than a hint where readers differ. */
function bestFinding(context: Context, { rules, level, exceptions, listener }: Scene): Best | undefined {
  const { sentence } = context;
  const { reading, start } = sentence;
  let best: Best | undefined;
  for (const rule of rules) {
    listener?.asks(context, rule);
    for (const finding of rule.check(context)) {
      const isException = isExcepted(reading.lower, { from: start + finding.from, to: start + finding.to }, exceptions);
      const loud = isException ? "off" : level(rule, finding, sentence);
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
