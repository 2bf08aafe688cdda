import { isOthersWork, type Stretch } from "./stretch";

/** Lines that may begin a block of their own, or definitions of links: for the parser. */
const block = /^(?:[-=+>#<~ \t]|[*_](?:[ \t*_]{2}|[ \t]|$)|\d{1,9}[.)]|`{3}|$)|\]:/m;
const mark = /[*_`[<\\]/g;
const code = /`[^`\n]+`(?!`)/y;
const wikiLink = /\[\[(?=[ \t]*[^\s|\]])[^[\]|\n`<*_\\]+(?:\|([^[\]|\n`<*_\\]*[^[\]|\n`<*_\\\s]))?\]\](?![[(:])/y;
const link = /\[([^[\]\n`<*_\\]*[^[\]\n`<*_\\\s])\]\(([^()<>\s\\]+)\)/y;
const bracketed = /\[[^[\]\n`<*_\\]*\](?![[(:])/y;
const tag = /<\/?[a-z][a-z\d]*[ \t]*\/?>/iy;
const delimiters = /\*{1,3}|_{1,3}/y;
const isLetter = /[\p{L}\p{N}]/u;

/**
 * Reads inline Markdown whose marks are all of plain shapes that need no parser. Null where one is not, so that
 * whatever is doubtful goes to the parser, at ten times the cost.
 */
export function simpleStretches(source: string): Stretch[] | null {
  if (block.test(source)) return null;
  const stretches: Stretch[] = [];
  /** The runs of emphasis marks that nothing has closed yet. */
  const open: string[] = [];
  let kept = 0;
  let at = 0;
  /** Keeps the text up to here, and leaves out the marks behind it. */
  const cut = (to: number) => {
    if (at > kept) stretches.push({ from: kept, to: at, as: "text" });
    kept = at = to;
  };
  const sticky = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  for (;;) {
    mark.lastIndex = at;
    at = mark.exec(source)?.index ?? source.length;
    const before = source.charAt(at - 1);
    const char = source.charAt(at);
    if (char === "") break;
    if (char === "\\") {
      if (!/[!-/:-@[-`{-~\w ]/.test(source.charAt(at + 1))) return null;
      at += 2;
    } else if (char === "`") {
      const found = sticky(code);
      if (!found || before === "`") return null;
      const from = at;
      cut(at + found[0].length);
      stretches.push({ from, to: kept, as: "object" });
    } else if (char === "[") {
      if (before === "!") return null;
      const from = at;
      const wiki = sticky(wikiLink);
      const found = wiki ?? sticky(link);
      if (found) {
        const text = found[1];
        cut(from + found[0].length);
        if (text === undefined || (!wiki && isOthersWork(found[2] ?? "", text))) stretches.push({ from, to: kept, as: "object" });
        else {
          const start = wiki ? kept - 2 - text.length : from + 1;
          stretches.push({ from: start, to: start + text.length, as: "link" });
        }
        continue;
      }
      const length = sticky(bracketed)?.[0].length;
      if (length === undefined) return null;
      at += length;
    } else if (char === "<") {
      const found = sticky(tag);
      if (found) cut(at + found[0].length);
      else if (/[\s\d=-]/.test(source.charAt(at + 1)) || !source.includes(">", at)) at += 1;
      else return null;
    } else {
      const run = sticky(delimiters)?.[0] ?? char;
      const after = source.charAt(at + run.length);
      if (after === char) return null;
      const opens = after.trim() !== "" && (before.trim() === "" || (!isLetter.test(before) && isLetter.test(after)));
      const closes = before.trim() !== "" && (after.trim() === "" || (!isLetter.test(after) && isLetter.test(before)));
      if (opens) open.push(run);
      else if (closes) {
        if (open.pop() !== run) return null;
      } else if (char === "_" && isLetter.test(before) && isLetter.test(after)) {
        at += run.length;
        continue;
      } else return null;
      cut(at + run.length);
    }
  }
  if (open.length > 0) return null;
  cut(source.length);
  return stretches;
}
