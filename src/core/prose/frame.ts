import type { Range } from "../range";
import { anyPhrase, type Phrase } from "./phrase";
import { matchesOf } from "./matches";

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
  pattern: RegExp;
  /** The word stands before what it is related to, or is offered for it. */
  isWordFirst: boolean;
  /** Names of lists, of each group of which one must have a phrase in the text: without it there is nothing to find. */
  needs: readonly (readonly string[])[];
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

/** What the slots of a frame stand for: sources of expressions, lists by name, and forms of *to be* that are run together with their subject. */
export interface Slots {
  X: string;
  Y: string;
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

/** Makes the expression of a frame. It is meant for texts with a space put before them. */
export function framePattern(frame: Frame, { X, Y, lists, contractions }: Slots): FramePattern {
  const tokens = frame.split(" ");
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
    isTight = tight.test(token) || (isTight && token === "~") || (isTight && /^(?:[?<]|,\?)/.test(token));
    const gap = /^<(\d+)([,c]?)>$/.exec(token);
    const list = /^(\??)\{([\w+]+)\}$/.exec(token);
    if (token === "X" || token === "Y") {
      source += at === 0 ? "" : isFree ? "[ -]?\"?" : "[ -]\"?";
      open(token === "X" ? X : Y);
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
  const wordAt = tokens.indexOf("X");
  const otherAt = tokens.findIndex((token, at) => token === "Y" || (token.startsWith("…") && at > 0));
  const needs = tokens.flatMap((token) => /^\{([\w+]+)\}$/.exec(token)?.[1] ?? []).filter((names) => names !== "be").map((names) => names.split("+"));
  return { frame, needs, pattern: new RegExp(`${source}${end})`, "g"), isWordFirst: otherAt === -1 || wordAt < otherAt };
}

/** All fits of a frame in a text that has a space put before it; the offsets are those without that space. */
export function fitsOf(padded: string, { frame, pattern, isWordFirst }: FramePattern): Fit[] {
  return matchesOf(padded, pattern).map(({ index, 0: whole, groups = {} }) => {
    const { lead = "", first = "", between = "", second } = groups;
    const from = Math.max(0, index - 1);
    const a = { from: index - 1 + lead.length, to: index - 1 + lead.length + first.length };
    const b = second === undefined ? { from, to: from } : { from: a.to + between.length, to: a.to + between.length + second.length };
    return { frame, from, to: index - 1 + whole.length, word: isWordFirst ? a : b, other: isWordFirst ? b : a, lead, between };
  });
}
