import type { Convention } from "../distinctions/distinction";
import type { Edit, Fix } from "../diagnostic";
import { spellingsOf } from "../distinctions/spelling";
import { shapeOf } from "../fix-shape";
import { stands, touches, weightOf } from "../prose/evidence";
import type { ProseMask } from "../prose/mask";
import type { Occurrence, Sentence } from "../prose/sentence";
import type { Range } from "../range";
import { articleEdit, editsInNote, sameCase } from "./rewrite";
import type { Context, Finding } from "../rules/rule";

/** What one can choose between. Edits are the reading's, in any order, not overlapping. */
interface Choice {
  title: string;
  shape: string;
  edits: Edit[];
}

/** How far behind a word, in UTF-16 units, its noun ends. */
const nounReach = 25;

/** What the choices of a note have in common. */
export interface NoteText {
  source: string;
  mask: ProseMask;
  /** Writes a form as the note's other words are spelled. */
  spelled: (form: string) => string;
}

/** A word of a finding, and where it stands in the reading. */
interface Placed extends Range {
  word: Occurrence;
  sentence: Sentence;
}

/**
 * The choices for a finding: the other word, one half of a pair, both, or the missing reason as a template. Offered is
 * what leaves links, code, quotations and markup as they are, and what `settles` the matter.
 */
export function choicesFor(finding: Finding, context: Context, convention: Convention, note: NoteText, settles: (edits: readonly Edit[]) => boolean): Fix[] {
  return choicesOf(finding, context, convention, note).flatMap(({ title, shape, edits }) => {
    const inNote = editsInNote(edits, context.sentence, note.source, note.mask);
    return inNote && settles(edits) ? [{ title, kind: "choice", shape, edits: inNote }] : [];
  });
}

function choicesOf(finding: Finding, context: Context, convention: Convention, { source, spelled }: NoteText): Choice[] {
  const { lexis, patterns, sentence } = context;
  const { reading } = sentence;
  const { terms } = lexis.distinction;
  const word = placed(finding.word);
  if (!word || finding.variant === "second-name") return [];
  const other = finding.other && placed(finding.other);
  // With the other word, what speaks for this one would be the conflation.
  const isBacked = weightOf(context.evidenceOf(word.word.side), word.word.side, { from: 0, to: sentence.followed.length }) >= touches;
  if (!other) return [...(isBacked ? [] : swap(word, word.word.side === 0 ? 1 : 0)), ...template(word.word)];
  if (word.word.isOpposite !== other.word.isOpposite) return [...swap(word, other.word.side), ...swap(other, word.word.side)];
  return settle(word, other);

  /** The words of a finding stand in the sentence or in the one before it. */
  function placed(range: Range): Placed | undefined {
    for (const within of sentence.previous ? [sentence, sentence.previous] : [sentence]) {
      const from = sentence.start + range.from;
      const found = within.occurrences.find((one) => within.start + one.from === from);
      if (found) return { word: found, sentence: within, from, to: from + found.to - found.from };
    }
    return undefined;
  }

  function textOf({ from, to }: Range): string {
    return reading.text.slice(from, to);
  }

  /** The first form of a word's class, in whose name all of them are counted. */
  function formOf({ word: { side, isOpposite, wordClass } }: Placed): string {
    return plain((isOpposite ? terms[side].opposites : terms[side].forms)[wordClass][0] ?? terms[side].label);
  }

  /** A word and the article before it, written anew. */
  function rewritten(at: Placed, insert: string): Edit[] {
    return [...articleEdit(reading.text, at.from, insert), { from: at.from, to: at.to, insert }];
  }

  /** The other term, or its opposite for an opposite, in the place of a word. */
  function swap(at: Placed, side: 0 | 1): Choice[] {
    const { isOpposite, wordClass, isQuoted } = at.word;
    const form = (isOpposite ? terms[side].opposites : terms[side].forms)[wordClass][0];
    if (form === undefined || wordClass === "phrase" || isQuoted || reading.text.charAt(at.from - 1) === "-") return [];
    const insert = sameCase(spelled(form), textOf(at));
    // "Concentrated authorities" are none.
    const noun = { from: at.word.to, to: at.word.to + nounReach };
    if (isOpposite && at.sentence === sentence && weightOf(context.evidenceOf(at.word.side), at.word.side, noun) >= stands) return [];
    if (at.sentence.plain.split(/[^\w-]+/).includes(insert.toLowerCase())) return [];
    return [{ title: `Say “${insert}” (${convention.stands[side]})`, shape: shapeOf("write-word", plain(form)), edits: rewritten(at, insert) }];
  }

  /** One half of a pair, or both joined by "and"; of a sentence that makes one of the other, its denial. */
  function settle(first: Placed, second: Placed): Choice[] {
    if (first.word.isQuoted || second.word.isQuoted || first.sentence !== second.sentence || first.word.wordClass !== second.word.wordClass) return [];
    const between = textOf({ from: first.to, to: second.from });
    const denial = deny(first, second);
    if (denial) return [{ title: `Say “${denial.insert}”`, shape: shapeOf("deny-sameness"), edits: [denial] }];
    const join = patterns.join.exec(between.toLowerCase());
    if (!join) return [];
    const end = endOf(second, join.groups?.["head"] ?? "", join.groups?.["open"] ?? "");
    if (end === undefined) return [];
    const [a, b] = [textOf(first), textOf(second)];
    const dropped: Edit = { from: first.to + (join.groups?.["head"]?.length ?? 0), to: end, insert: "" };
    const isClaimed = finding.evidence.some(({ from }) => from === finding.word.from);
    // Both are claimed already where what follows is offered as the meaning of both.
    const both: Choice[] = isClaimed && first.word.wordClass === "adjective" ? [{ title: `Claim both: “${a} and ${b}”`, shape: shapeOf("claim-both"), edits: [{ from: first.from, to: first.to, insert: `${a} and ${b}` }, dropped] }] : [];
    if (join[0].trim() === "and" && (isClaimed || /\b(?:both|terms|words)\b/.test(sentence.plain))) return [];
    return [{ title: `Keep “${a}”`, shape: shapeOf("keep-word", formOf(first)), edits: [dropped] }, { title: `Keep “${b}”`, shape: shapeOf("keep-word", formOf(second)), edits: [...rewritten(first, sameCase(isAllCapitals(b) ? b : b.toLowerCase(), a)), dropped] }, ...both];
  }

  /** The verb that makes one of two words of the other, or that says the same of both, denied: one that stands between them, or behind both. */
  function deny(first: Placed, second: Placed): Edit | undefined {
    const between = textOf({ from: first.to, to: second.from });
    const [, lead = "", verb = "", rest = ""] = /^([^,;(/]*?)( (?:is|are|=|(?:\w+ly |just )?means?))((?: .*)?)$/i.exec(between) ?? [];
    if (verb !== "" && !naming.test(rest) && !clause.test(lead)) return denied(first.to + lead.length, verb, /^ (?:an? |the )?$/i.test(rest));
    const [, behind = ""] = /^( mean| refer to| are)(?= )/.exec(reading.text.slice(second.to)) ?? [];
    return behind !== "" && /^ (?:and|&) $/.test(between) ? denied(second.to, behind, false) : undefined;
  }

  function denied(from: number, verb: string, isBare: boolean): Edit {
    const stem = verb.trim();
    const isCopula = /^(?:is|are)$/i.test(stem);
    const plural = `do not ${/mean$/i.test(stem) ? "mean" : stem}`;
    const insert = stem === "=" ? "≠" : isCopula ? `${stem} not${isBare ? " necessarily" : ""}` : /means$/i.test(stem) ? "does not mean" : plural;
    return { from: from + 1, to: from + verb.length, insert };
  }

  /** Where the second half of a pair ends, with the noun, the bracket or the comma that goes with it; undefined where that isn't plain. */
  function endOf(second: Placed, head: string, open: string): number | undefined {
    let at = second.to;
    const after = () => reading.text.slice(at).toLowerCase();
    const noun = head !== "" && after().startsWith(head) ? head : (/^ ones?(?!\w)/.exec(after())?.[0] ?? "");
    at += noun.length;
    const isBracket = open.endsWith("(");
    if (isBracket && !after().startsWith(")")) return undefined;
    if (isBracket) return at + 1;
    if (head !== "" && noun === "" && !/^(?:[.,;:!?)]| —|$)/.test(after())) return undefined;
    const closing = open !== "" && after().startsWith(open) ? open.length : 0;
    return at + closing;
  }

  /** Whether lines that are no part of what was said stand between two places: entries of a list without list marks. */
  function isListed(from: number, to: number): boolean {
    return from < to && /\n\s*[\p{Lu}\d*_-]/u.test(source.slice(reading.inNote(from, to).from, reading.inNote(from, to).to));
  }

  /** What the writer still has to say, at the end of the sentence, with a gap to fill. */
  function template({ isQuoted, side }: Occurrence): Choice[] {
    const { templates } = lexis.distinction;
    if (!templates || (!finding.isLeap && finding.evidence.length === 0) || isQuoted || context.isHeading) return [];
    const followed = sentence.start + sentence.followed.length;
    const stopped = sentence.start + sentence.plain.length;
    const said = Math.max(...[finding, ...finding.evidence].map((range) => range.to));
    const goesOn = finding.isLeap && said > sentence.plain.length;
    const to = goesOn || sentence.plain.trimEnd().endsWith("?") ? followed : stopped;
    const end = /^(.*[^\s.,:;!?…"'])[.!]?\s*$/s.exec(textOf({ from: sentence.start, to }))?.[1];
    const at = sentence.start + (end?.length ?? 0);
    if (end === undefined || /[.!?]\)$/.test(end) || isListed(Math.min(sentence.start + said, at), at)) return [];
    const insert = finding.isLeap ? templates.link : templates.claim[side];
    return [{ title: `Add “${insert.replace(/^\W+/, "")}”`, shape: finding.isLeap ? shapeOf("add-link") : shapeOf("add-claim", terms[side].label), edits: [{ from: at, to: at, insert }] }];
  }
}

/** Before a verb: it belongs to a clause of its own. */
const clause = / (?:if|when|where|that|once|because|since|as|which|who|whose)(?!\w)/i;

/** Behind a verb: one of the words is only a name. */
const naming = /^(?: \w+)*? (?:called|known|named|termed|described|referred|used|considered|meant)(?!\w)/i;

/** A form in one spelling, whatever the note's own. */
function plain(form: string): string {
  return spellingsOf(form)[0] ?? form;
}

function isAllCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}
