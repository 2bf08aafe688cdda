/** Inline marks of plain shapes, which need no parser: each reads as the parser would read it, wherever it stands in a text of plain shapes. */
export const plainMarks = {
  code: /`([^`\n]+)`(?!`)/y,
  /** Target and alias. */
  wikiLink: /\[\[(?=[ \t]*[^\s|\]])([^[\]|\n`<*_\\]+)(?:\|([^[\]|\n`<*_\\]*[^[\]|\n`<*_\\\s]))?\]\](?![[(])/y,
  /** Text and target. */
  link: /\[([^[\]\n`<*_\\]*[^[\]\n`<*_\\\s])\]\(([^()<>\s\\]+)\)/y,
  /** No link, unless the note defines it as one. */
  bracketed: /\[[^[\]\n`<*_\\]*\](?![[(:])/y,
  emphasis: /\*{1,3}|_{1,3}/y,
};

/** To the parser half of a pair of units, such as an emoji begins with, is like a letter too. */
const isLetter = /[\p{L}\p{N}\uD800-\uDFFF]/u;

const isPunctuation = /[!-/:-@[-`{-~]/;

/** Matches one of the marks at an offset. */
export function markAt(mark: keyof typeof plainMarks, text: string, at: number): RegExpExecArray | null {
  const pattern = plainMarks[mark];
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What a run of emphasis marks does between two characters; null where only the parser can tell. `isOpen`: whether the last run that waits for its end is its like. */
export function emphasisBetween(before: string, mark: string, after: string, isOpen: boolean): "opens" | "closes" | "text" | null {
  if (after === mark) return null;
  if (after.trim() !== "" && (before.trim() === "" || (!isLetter.test(before) && isLetter.test(after)))) return "opens";
  if (before.trim() !== "" && (after.trim() === "" || (!isLetter.test(after) && isLetter.test(before)))) return "closes";
  if (isOpen && isPunctuation.test(before) && isPunctuation.test(after)) return "closes";
  return mark === "_" && isLetter.test(before) && isLetter.test(after) ? "text" : null;
}
