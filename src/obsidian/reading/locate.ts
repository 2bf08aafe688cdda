import type { Range } from "../../core/index";

/** The letters and digits of a text, folded, each with where it stands. */
interface Letters {
  text: string;
  at: number[];
}

/** How many letters on either side tell one occurrence from another. */
const reach = 60;

const word = /[\p{L}\p{N}]/u;

function letters(text: string): Letters {
  const result: Letters = { text: "", at: [] };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (!word.test(unit)) continue;
    const folded = unit.toLowerCase();
    result.text += folded.length === 1 ? folded : unit;
    result.at.push(at);
  }
  return result;
}

const blank = (found: string): string => " ".repeat(found.length);

/**
 * Blanks what a rendered note does not show: link targets, HTML tags, comments, code. What is missed here costs
 * nothing but likeness of the surroundings.
 */
export function shownSource(source: string): string {
  return source
    .replace(/%%[\s\S]*?%%|<!--[\s\S]*?-->/g, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\[\[[^\]|\n]*\|/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/\]\[[^\]\n]*\]/g, blank)
    .replace(/<\/?[a-zA-Z][^>\n]*>/g, blank);
}

function likeness(a: string, atA: number, b: string, atB: number, step: 1 | -1): number {
  let same = 0;
  for (let i = 0; i < reach; i++) {
    const left = a[atA + i * step];
    if (left === undefined || left !== b[atB + i * step]) break;
    same++;
  }
  return same;
}

/**
 * How many characters of what stands around the letters of a range, such as a bracket, are shown beside them at `at`;
 * markup is not.
 */
function shared(around: string, rendered: string, at: number, step: 1 | -1): number {
  let count = 0;
  const units = around.trim().split("");
  for (const unit of step === 1 ? units : units.reverse()) if (rendered[at + count * step] === unit) count++;
  return count;
}

/**
 * Finds a range of a source text in the text that was rendered from it, by its letters and by the letters around
 * them, so that emphasis, links and line breaks in between don't matter. Null where it isn't shown.
 * @param source the source, with `shownSource` applied
 */
export function locate(source: string, range: Range, rendered: string): Range | null {
  const from = letters(source);
  const to = letters(rendered);
  const first = from.at.findIndex((at) => at >= range.from);
  const wanted = letters(source.slice(range.from, range.to)).text;
  if (first === -1 || wanted === "") return null;
  let best: { at: number; score: number } | undefined;
  for (let at = to.text.indexOf(wanted); at !== -1; at = to.text.indexOf(wanted, at + 1)) {
    const score = likeness(from.text, first - 1, to.text, at - 1, -1) + likeness(from.text, first + wanted.length, to.text, at + wanted.length, 1);
    if (!best || score > best.score) best = { at, score };
  }
  const start = best && to.at[best.at];
  const end = best && to.at[best.at + wanted.length - 1];
  if (start === undefined || end === undefined) return null;
  const last = (from.at[first + wanted.length - 1] ?? range.to) + 1;
  return {
    from: start - shared(source.slice(range.from, from.at[first]), rendered, start - 1, -1),
    to: end + 1 + shared(source.slice(last, range.to), rendered, end + 1, 1),
  };
}
