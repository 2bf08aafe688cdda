import type { Edit } from "../diagnostic";
import type { ProseMask } from "../prose/mask";
import type { Sentence } from "../prose/sentence";
import type { Range } from "../range";

/** The article before a word, as it goes with the word's first letter; nothing where there is none, or it fits. Offsets are the text's. */
export function articleEdit(text: string, at: number, word: string): Edit[] {
  const found = /(?:^|[\s("])(an?) ["(]?$/i.exec(text.slice(Math.max(0, at - 6), at));
  const article = found?.[1];
  if (!found || article === undefined) return [];
  const fitting = /^[aeiou]/i.test(word) ? "an" : "a";
  if (article.toLowerCase() === fitting) return [];
  const from = Math.max(0, at - 6) + found[0].indexOf(article) + found.index;
  return [{ from, to: from + article.length, insert: sameCase(fitting, article) }];
}

/**
 * Edits of a sentence's reading as edits of its note; nothing where one would touch a link, a quotation, code, or a mark
 * of emphasis that its other half needs.
 */
export function editsInNote(edits: readonly Edit[], { reading, start, previous }: Sentence, source: string, mask: ProseMask): Edit[] | undefined {
  const inNote: Edit[] = [];
  for (const { from, to, insert } of edits) {
    const sentence = from < start ? (previous?.start ?? 0) : start;
    const isQuoted = openSingle.test(reading.text.slice(sentence, from)) || hasOpenDouble(reading.text.slice(from > longestBlock ? sentence : 0, from));
    if (isQuoted || reading.text.slice(from, to).includes("\"")) return undefined;
    const range = from === to ? gapAt(from) : bare(reading.inNote(from, to));
    if (!range || mask.isLink(range)) return undefined;
    inNote.push({ ...range, insert });
  }
  return inNote.sort((a, b) => a.from - b.from);

  /** Where something can be put in: before a full stop, or at the end of the line. */
  function gapAt(at: number): Range | undefined {
    if (/[.!]/.test(reading.text.charAt(at))) return empty(reading.inNote(at, at + 1).from);
    const end = reading.inNote(at - 1, at).to;
    return /^[ \t]*(?:\r?\n|\||$)/.test(source.slice(end, end + 80)) ? empty(end) : undefined;
  }

  function empty(at: number): Range {
    return { from: at, to: at };
  }

  /** A range without the mark of emphasis that closes before it, and with the one that closes behind it; nothing where other markup doesn't come in pairs. */
  function bare({ from, to }: Range): Range | undefined {
    let marks = "";
    for (let at = from; at < to; at++) {
      const char = source.charAt(at);
      marks += char === mask.text.charAt(at) || /\s/.test(char) ? " " : char;
    }
    const closing = /^[*_]*/.exec(marks)?.[0].length ?? 0;
    const runs = marks.slice(closing).split(/ +/).filter((run) => run !== "");
    const last = runs.length % 2 === 1 && source.startsWith(runs.at(-1) ?? "", to) ? (runs.at(-1) ?? "") : "";
    const arePairs = [...runs, ...(last === "" ? [] : [last])].every((run, at, all) => /^[*_]+$/.test(run) && run === all[at ^ 1]);
    return arePairs ? { from: from + closing, to: to + last.length } : undefined;
  }
}

/** Up to here, in UTF-16 units, quotation marks are counted from the beginning of a block; further on from that of the sentence. */
const longestBlock = 3000;

/** A quotation in single marks that is open at the end of a text. Behind a letter such a mark opens none: "the users' hub". */
const openSingle = /(?:^|[\s("])'(?!\s)(?:[^']|'(?=[\p{L}\p{N}]))*$/u;

/** Whether a quotation in double marks is open at the end of a text. */
function hasOpenDouble(text: string): boolean {
  return text.split("\"").length % 2 === 0;
}

/** `word` in the case of `model`: all capitals, a capital first, or small. */
export function sameCase(word: string, model: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
