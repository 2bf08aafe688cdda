import type { Config } from "../config";
import type { Diagnostic, Severity } from "../diagnostic";
import type { NoteSource } from "../markdown/note-source";
import { evidenceIn, type WeighedEvidence } from "../prose/evidence";
import type { Lexis } from "../prose/lexis";
import { proseMask } from "../prose/mask";
import { read, sentencesOf, type Reading } from "../prose/reading";
import { markOf, readSentence, type Sentence } from "../prose/sentence";
import { overlaps } from "../range";
import { choicesFor } from "./choices";
import { conventionOf } from "../distinctions/convention-of";
import { isExcepted } from "../suppressions/exception";
import { rulesOf } from "./index";
import { messageFor } from "./message";
import { evidenceInNote, type Context, type Finding, type Patterns, type Rule } from "./rule";

/** All that the rules have to say about one note by one distinction. */
export function judge(note: NoteSource, config: Config, lexis: Lexis, patterns: Patterns): Diagnostic[] {
  if (!lexis.wanted.test(note.source)) return [];
  const mask = proseMask(note, lexis.wanted);
  const { distinction } = lexis;
  const convention = conventionOf(note, config, distinction);
  const rules = rulesOf(distinction);
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
    for (const sentence of sentencesIn(reading, lexis, patterns)) {
      let weighed: readonly WeighedEvidence[] | undefined;
      const context: Context = {
        lexis,
        patterns,
        sentence,
        get evidence() {
          return (weighed ??= evidenceIn(reading.lower.slice(sentence.start, sentence.start + sentence.followed.length), lexis));
        },
        isQuestion: /\?["')\s]*$/.test(sentence.plain),
        isContrasted: contrastedAt > 0 && block.kind !== "heading",
        isRelatedList,
        isLink: ({ from, to }) => {
          const range = reading.inNote(sentence.start + from, sentence.start + to);
          return mask.links.some((link) => overlaps(link, range));
        },
        mentions: (side) => (mentioned[side] ??= lexis.words.some((word) => word.side === side && !word.isOpposite && reading.lower.search(word.pattern) >= 0)),
        choices: choicesFor(note.source, mask, sentence, distinction, convention),
      };
      const best = bestFinding(context, rules, config.words.exceptions);
      const severity = best && severityOf(best, convention.levels[rules.indexOf(best.rule)], config);
      if (!best || !severity) continue;
      const { rule, finding } = best;
      diagnostics.push({
        rule: rule.id,
        severity,
        ...reading.inNote(sentence.start + finding.from, sentence.start + finding.to),
        ...messageFor(rule.id, finding, context, note.source, convention),
        convention: convention.id,
        evidence: evidenceInNote(finding.evidence, context),
        fixes: finding.fixes,
      });
    }
  }
  return diagnostics;
}

/** The sentences of a block that hold a word of the distinction, or that go on from one that does. */
function sentencesIn(reading: Reading, lexis: Lexis, patterns: Patterns): Sentence[] {
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
    const { occurrences, previous } = sentence;
    const isProse = occurrences.length > 0 && occurrences.length <= mostWords && !denied.has(sentence) && !isCited(previous);
    return isProse && (hasTerm(sentence) || hasTerm(previous));
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
}

/** The surest finding of a sentence that is no exception; among equals the first rule's. */
function bestFinding(context: Context, rules: readonly Rule[], exceptions: readonly string[]): Best | undefined {
  const { reading, start } = context.sentence;
  const isReported = ({ from, to }: Finding) => !isExcepted(reading.lower, { from: start + from, to: start + to }, exceptions);
  let best: Best | undefined;
  for (const rule of rules) {
    for (const finding of rule.check(context).filter(isReported)) if (!best || (finding.isSure && !best.finding.isSure)) best = { rule, finding };
    if (best?.finding.isSure) return best;
  }
  return best;
}

/** How loud a finding is: the config's word before the convention's; never louder than a hint where readers differ. */
function severityOf({ rule, finding }: Best, byConvention: Severity | "off" | undefined, config: Config): Severity | undefined {
  const level = config.rules[rule.id] ?? byConvention ?? rule.severity;
  if (level === "off") return undefined;
  return finding.isSure ? level : "hint";
}
