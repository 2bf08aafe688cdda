import { objectMark } from "./piece";

/** Longest text of a wiki link, in UTF-16 units. */
const longestLink = 1000;

/** What opens code in HTML, or a template field. */
const codeTag = /^<(?:(code|kbd|samp|var|tt)(?:\s[^>]*)?>|%)/i;

/**
 * The same text with inline math (`$x$`, `$$x$$`), embeds (`![[x]]`), code in HTML (`<code>x</code>`), template fields
 * (`<% x %>`) and brackets that open no wiki link blanked, code spans left alone. Linear.
 */
export function hideObjects(text: string): string {
  if (!/[$<]|\[\[/.test(text)) return text;
  let result = "";
  let kept = 0;
  const closings = new Map<string, boolean>();
  const find = (needle: string, from: number): number => {
    if (closings.get(needle) === false) return -1;
    const at = text.indexOf(needle, from);
    if (at === -1) closings.set(needle, false);
    return at;
  };
  const hide = (from: number, to: number) => {
    result += text.slice(kept, from) + objectMark + text.slice(from + 1, to).replace(/[^\n]/g, " ");
    kept = to;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "`") {
      const ticks = /^`+/.exec(text.slice(at, at + 100))?.[0] ?? "`";
      const end = find(ticks, at + ticks.length);
      at = (end === -1 ? at : end) + ticks.length - 1;
    } else if (char === "$") {
      const marks = text[at + 1] === "$" ? "$$" : "$";
      const inside = at + marks.length;
      const end = /\s|^$/.test(text.charAt(inside)) ? -1 : find(marks, inside);
      // A sum of money is no formula: "$5 and $6" closes before a digit, or behind a space.
      if (end > inside && (marks === "$$" || (!/\s/.test(text.charAt(end - 1)) && !/\d/.test(text.charAt(end + 1)) && !text.slice(inside, end).includes("\n")))) {
        hide(at, end + marks.length);
        at = end + marks.length - 1;
      }
    } else if (char === "<") {
      const opening = codeTag.exec(text.slice(at, at + 200));
      const closing = opening && (opening[1] ? `</${opening[1]}>` : "%>");
      const end = closing ? find(closing, at + opening[0].length) : -1;
      if (closing && end !== -1) {
        hide(at, end + closing.length);
        at = end + closing.length - 1;
      }
    } else if (char === "!" && text.startsWith("![[", at)) {
      const end = find("]]", at);
      if (end !== -1) {
        hide(at, end + 2);
        at = end + 1;
      }
    } else if (char === "[" && text[at + 1] === "[") {
      const end = find("]]", at);
      const next = text.indexOf("[[", at + 2);
      if (end !== -1 && end - at < longestLink && (next === -1 || next > end)) at = end + 1;
      else {
        result += `${text.slice(kept, at)}  `;
        kept = at + 2;
        at++;
      }
    }
  }
  return result + text.slice(kept);
}
