import type { Range } from "../range";
import { anyPhrase, type Phrase } from "./phrase";
import { wordsOf, type PhraseFinder } from "./phrase-finder";
import { matchesOf } from "./matches";
import { run } from "./pattern";

/**
 * A shape in which English relates words: tokens with a space between.
 *
 * | token | stands for |
 * | --- | --- |
 * | `X`, `Y` | the word in question, and the one that it is related to |
 * | `…` | what is offered for the word: the rest behind it (`…,` up to the next comma, `…)` up to the bracket), or, before it, all up to the next token; at the head of a frame, whatever precedes the frame; `…<` there, the sentence before |
 * | `a\|b`, `?a`, `a*` | words, as in a `Phrase` |
 * | `{name}`, `{one+two}` | any phrase of these lists |
 * | `~` | any articles and adverbs |
 * | `<4>` | up to four words without punctuation; `<4,>` with it |
 * | `<60c>` | up to sixty characters, no full stop or semicolon among them |
 * | `@` | one word, the same wherever it stands in the frame |
 * | `^`, `\|` | the head of the sentence, of a clause |
 * | `—`, `,?` | a comma, a colon, a semicolon, a dash, a bracket; the same, but for the bracket, or nothing |
 * | `:` | what stands between a label and its gloss: a colon, a dash, a semicolon |
 * | `.` | the end of a sentence |
 * | `,`, `;`, `?`, `(`, `)`, `/` | as written |
 * | `?(`, `?:`, `??`, `?.` | the same, or nothing |
 */
export type Frame = string;

/** A frame as an expression. */
export interface FramePattern {
  frame: Frame;
  /** Made when it is first needed, which most are not for years. */
  expression: () => RegExp;
  /** The word stands before what it is related to, or is offered for it. */
  isWordFirst: boolean;
  /** What must stand in the text in this order, whatever lies between: without it there is nothing to find. */
  needs: readonly Need[];
}

/** A mark or a character, or phrases one of which must begin there; `isLoose` where it may begin within a word as well. */
type Need = string | { finders: readonly PhraseFinder[]; isLoose: boolean };

/** A text in which frames are looked for, and where phrases begin in it. */
export interface FrameText {
  text: string;
  /** In order; null where they may begin anywhere. */
  startsOf: (finder: PhraseFinder) => readonly number[] | null;
}

/** A text in which each list is looked for once. */
export function frameText(text: string): FrameText {
  const words = wordsOf(text);
  const known = new Map<PhraseFinder, readonly number[] | null>();
  return {
    text,
    startsOf(finder) {
      let starts = known.get(finder);
      if (starts === undefined) known.set(finder, (starts = finder.starts(words)));
      return starts;
    },
  };
}

/** Whether a frame may fit: a test that costs a small part of what its expression does. */
export function mayFit(within: FrameText, { needs }: FramePattern): boolean {
  let at = 0;
  for (const need of needs) {
    const next = typeof need === "string" ? within.text.indexOf(need, at) : firstFrom(need.isLoose ? 0 : at, need.finders, within);
    if (next === -1) return false;
    at = Math.max(at, next);
  }
  return true;
}

/** The first place from an offset on where a phrase of some lists may begin, or -1. */
function firstFrom(from: number, finders: readonly PhraseFinder[], { startsOf }: FrameText): number {
  let first = -1;
  for (const finder of finders) {
    const starts = startsOf(finder);
    if (starts === null) return from;
    for (const start of starts) {
      if (start < from) continue;
      if (first === -1 || start < first) first = start;
      break;
    }
  }
  return first;
}

/** Where a frame fits a text, in the text's offsets. */
export interface Fit extends Range {
  frame: Frame;
  /** The word `X`. */
  word: Range;
  /** `Y`, or what is offered; empty, at the frame's head, where that precedes the frame. */
  other: Range;
  /** What leads to the first of the two, and what stands between them. */
  lead: string;
  between: string;
}

/** What the slots of a frame stand for: marks, lists by name, and forms of *to be* that are run together with their subject. */
export interface Slots {
  X: string;
  Y: string;
  finderOf: (list: readonly Phrase[] | Phrase) => PhraseFinder;
  lists: Readonly<Record<string, readonly Phrase[]>>;
  contractions: readonly string[];
}

const wordEnd = "(?!\\w|-\\w)";
const inWord = "-\\w'%\\uFFFC/&\"()";
const marks = "\\uE010-\\uE013";
const fixed: Readonly<Record<string, string>> = {
  "^": `^[^\\w${marks}(]{0,5}`,
  "|": `(?:^[^\\w${marks}(]{0,5}(?:and |but |also,? )?|[,;:(—] ?)`,
  "(": " ?\\(",
  "?(": "(?: ?\\((?! )|(?= ))",
  ")": "\\)",
  "/": " ?/",
  ",": ",",
  ";": ";",
  ",?": "(?:[,;:]| ?—| -)?",
  "—": "(?:[,;:]| ?—| -| ?\\()",
  ":": "(?::| ?—| -|;)",
  ".": "[.!;]\"?",
  "?": "\\?\"?",
};
/** Behind these a word needs no space before it. */
const tight = /^(?:[\^|(/—]|\?\()$/;
const ends: Readonly<Record<string, string>> = { "…": ".+", "…,": "[^,;:.]+", "…)": "[^()]+" };

/** Makes the pattern of a frame. It is meant for texts with a space put before them. */
export function framePattern(frame: Frame, slots: Slots): FramePattern {
  const tokens = frame.split(" ");
  const wordAt = tokens.indexOf("X");
  const otherAt = tokens.findIndex((token, at) => token === "Y" || (token.startsWith("…") && at > 0));
  let made: RegExp | undefined;
  return { frame, needs: needsOf(tokens, slots), expression: () => (made ??= expressionOf(tokens, slots)), isWordFirst: otherAt === -1 || wordAt < otherAt };
}

/** What the tokens need to stand in a text; nothing of those that may be missing, or are of several kinds. */
function needsOf(tokens: readonly string[], { X, Y, lists, finderOf }: Slots): Need[] {
  let isTight = false;
  let isLoose = false;
  return tokens.flatMap((token): Need[] => {
    const wasLoose = isLoose;
    isTight = goesTight(token, isTight) || token.startsWith("…");
    isLoose = isTight && (isLoose || token.startsWith("<"));
    if (token === "X" || token === "Y") return [token === "X" ? X : Y];
    if (/^[(),;/]$/.test(token)) return [token];
    const names = /^\{([\w+]+)\}$/.exec(token)?.[1]?.split("+");
    if (names) return names.includes("be") ? [] : [{ finders: names.map((name) => finderOf(lists[name] ?? [])), isLoose: wasLoose }];
    return /^[\w*][^<>]*$/.test(token) && !wasLoose ? [{ finders: [finderOf(token)], isLoose: false }] : [];
  });
}

/** Whether a word needs no space behind a token, after one that it needs none behind, or does. */
function goesTight(token: string, isTight: boolean): boolean {
  return tight.test(token) || (isTight && /^(?:~$|[?<]|,\?)/.test(token));
}

function expressionOf(tokens: readonly string[], { X, Y, lists, contractions }: Slots): RegExp {
  let source = "(?<lead>";
  let slots = 0;
  let end = "";
  let hasHead = false;
  let isTight = false;
  const open = (pattern: string) => {
    source += slots++ === 0 ? `)(?<first>${pattern})(?<between>` : `)(?<second>${pattern})(?<rest>`;
  };
  const any = (names: string) => anyPhrase(names.split("+").flatMap((name) => lists[name] ?? []));
  for (const [at, token] of tokens.entries()) {
    const isFree = isTight;
    const space = at === 0 ? "\\b" : isFree ? " ?" : " ";
    isTight = goesTight(token, isTight);
    const gap = /^<(\d+)([,c]?)>$/.exec(token);
    const list = /^(\??)\{([\w+]+)\}$/.exec(token);
    if (token === "X" || token === "Y") {
      source += at === 0 ? "" : isFree ? "[ -]?\"?" : "[ -]\"?";
      open(run(token === "X" ? X : Y));
      source += "\"?";
    } else if (token.startsWith("…")) {
      if (at === 0) continue;
      if (slots > 0) {
        end = ends[token] ?? "";
        source += `(?: |\\b|(?=["'(${marks}])))(?<second>`;
        slots++;
        isTight = true;
      } else {
        source += space;
        open("[^;.]{4,160}?");
        if (token === "…,") source += ",";
      }
    } else if (gap?.[2] === "c") source += `[^.;]{0,${gap[1]}}?`;
    else if (gap) {
      const one = `[${inWord}${gap[2]}.]*[${inWord}${gap[2]}]`;
      // A space that may be missing stands before the first word only: else a run of brackets could be cut in many ways.
      source += isFree ? `(?: ?${one}(?: ${one}){0,${Number(gap[1]) - 1}}?)??` : `(?: ${one}){0,${gap[1]}}?`;
    } else if (token === "~") source += `(?:${space}${any("determiners")}${wordEnd})*`;
    else if (token === "@") {
      source += hasHead ? ` \\k<head>${wordEnd}` : " (?<head>[\\w-]{3,})";
      hasHead = true;
    } else if (list) source += `(?:${space}${any(list[2] ?? "")}${wordEnd}${list[2] === "be" ? `|${contractions.join("|")}` : ""})${list[1]}`;
    else if (token in fixed) source += fixed[token];
    else if (token === "??" || token === "?:" || token === "?.") source += `(?:${fixed[token.slice(1)]})?`;
    else source += `(?:${space}${anyPhrase([token.replace(/^\?/, "")])}${wordEnd})${token.startsWith("?") ? "?" : ""}`;
  }
  return new RegExp(`${source}${end})`, "g");
}

/** All fits of a frame in a text that has a space put before it; the offsets are those without that space. */
export function fitsOf(padded: string, { frame, expression, isWordFirst }: FramePattern): Fit[] {
  return matchesOf(padded, expression()).map(({ index, 0: whole, groups = {} }) => {
    const { lead = "", first = "", between = "", second } = groups;
    const from = Math.max(0, index - 1);
    const a = { from: index - 1 + lead.length, to: index - 1 + lead.length + first.length };
    const b = second === undefined ? { from, to: from } : { from: a.to + between.length, to: a.to + between.length + second.length };
    return { frame, from, to: index - 1 + whole.length, word: isWordFirst ? a : b, other: isWordFirst ? b : a, lead, between };
  });
}
