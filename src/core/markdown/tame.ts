import { blank } from "./visible";

/** The parser's time grows with the square of the brackets that nothing closes; this many take a millisecond. */
const mostStray = 64;

/** One paragraph or item longer than this, in UTF-16 units, is cut for the parser, whose time on emphasis is quadratic. */
const longestRun = 8_000;

/** A line within more quotes and lists than this is left out: the parser would nest as deep, and so would its readers. */
const deeplyNested = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}.*$/gm;

const runStart = /^[ \t>]*(?:$|[-*+][ \t]|\d{1,9}[.)][ \t]|#)/;

/**
 * A text that the parser reads in linear time, as long as before. What is taken out is what no one writes: stray
 * brackets by the dozen, paragraphs of many pages, lists forty deep.
 */
export function tame(text: string): string {
  if (text.length <= mostStray) return text;
  const shallow = text.replace(deeplyNested, blank);
  if (!/\[(?:[^[]*\[){64}/.test(shallow) && shallow.length <= longestRun) return shallow;
  const pieces: string[] = [];
  let run: string[] = [];
  const close = () => {
    pieces.push(tameRun(run.join("")));
    run = [];
  };
  for (const line of shallow.split(/^/m)) {
    if (runStart.test(line.trimEnd())) close();
    run.push(line);
  }
  close();
  return pieces.join("");
}

function tameRun(run: string): string {
  const short = run.length <= longestRun ? run : run.slice(0, longestRun) + blank(run.slice(longestRun));
  const open: number[] = [];
  for (let at = short.indexOf("["); at !== -1 && at < short.length; at += 1) {
    if (short[at] === "[") open.push(at);
    else if (short[at] === "]") open.pop();
  }
  if (open.length <= mostStray) return short;
  const stray = new Set(open);
  return [...Array(short.length).keys()].map((at) => (stray.has(at) ? " " : (short[at] ?? ""))).join("");
}
