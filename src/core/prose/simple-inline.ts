import { emphasisBetween, markAt } from "../markdown/plain-marks";
import { isOthersWork, type Stretch } from "./stretch";

/** Lines that may begin a block of their own, or definitions of links: for the parser. */
const block = /^(?:[-=+>#<~ \t]|[*_](?:[ \t*_]{2}|[ \t]|$)|\d{1,9}[.)]|`{3}|$)|\]:/m;
const mark = /[*_`[<\\]/g;
const tag = /<\/?[a-z][a-z\d]*[ \t]*\/?>/iy;

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
  for (;;) {
    mark.lastIndex = at;
    at = mark.exec(source)?.index ?? source.length;
    const before = at === 0 ? "" : (source[at - 1] ?? "");
    const char = source[at] ?? "";
    if (char === "") break;
    if (char === "\\") {
      if (!/[!-/:-@[-`{-~\w ]/.test(source[at + 1] ?? "")) return null;
      at += 2;
    } else if (char === "`") {
      const found = markAt("code", source, at);
      if (!found || before === "`") return null;
      const from = at;
      cut(at + found[0].length);
      stretches.push({ from, to: kept, as: "object" });
    } else if (char === "[") {
      if (before === "!") return null;
      const from = at;
      const wiki = markAt("wikiLink", source, at);
      const found = wiki ?? markAt("link", source, at);
      if (found) {
        const text = wiki ? found[2] : found[1];
        cut(from + found[0].length);
        if (text === undefined || (!wiki && isOthersWork(found[2] ?? "", text))) stretches.push({ from, to: kept, as: "object" });
        else {
          const start = wiki ? kept - 2 - text.length : from + 1;
          stretches.push({ from: start, to: start + text.length, as: "link" });
        }
        continue;
      }
      const length = markAt("bracketed", source, at)?.[0].length;
      if (length === undefined) return null;
      at += length;
    } else if (char === "<") {
      tag.lastIndex = at;
      const found = tag.exec(source);
      if (found) cut(at + found[0].length);
      else if (/[\s\d=-]/.test(source[at + 1] ?? "") || !source.includes(">", at)) at += 1;
      else return null;
    } else {
      const run = markAt("emphasis", source, at)?.[0] ?? char;
      const role = emphasisBetween(before, char, source[at + run.length] ?? "", open.at(-1) === run);
      if (role === null || (role === "closes" && open.pop() !== run)) return null;
      if (role === "text") {
        at += run.length;
        continue;
      }
      if (role === "opens") open.push(run);
      cut(at + run.length);
    }
  }
  if (open.length > 0) return null;
  cut(source.length);
  return stretches;
}
