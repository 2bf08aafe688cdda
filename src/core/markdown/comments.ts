import type { Range } from "../range";
import { isBlank, type Line } from "./line";

/**
 * The lines of a note from `start` on, without their breaks. `%%` comments are blanked (or cut off, at the head of a
 * line, so that they make no indentation), unless `isRaw` says that the line stands in code; those that end in their
 * line, and HTML comments that do, are added to `comments`, and the places of all of them to `hidden`.
 */
export function* uncommented(source: string, start: number, isRaw: () => boolean, comments: Line[], hidden: Range[]): Generator<Line> {
  let at = start;
  /** Where the comment that the lines stand in ends. */
  let hiddenTo = 0;
  const hasHtml = source.includes("<!--", start);
  const hasComments = source.includes("%%", start);
  while (at < source.length) {
    const lineBreak = source.indexOf("\n", at);
    const end = lineBreak === -1 ? source.length : lineBreak;
    let line: Line = { from: at, text: source.slice(at, end > at && source[end - 1] === "\r" ? end - 1 : end) };
    if (hiddenTo > at) line = behind(line, hiddenTo);
    if ((hasHtml || hasComments) && !isRaw()) {
      if (line.text.includes("<!--")) listHtml(line, comments, hidden);
      if (line.text.includes("%%")) {
        const found = commentsIn(source, line);
        for (const { from, to } of found) if (to <= end) comments.push({ from, text: source.slice(from, to) });
        for (const range of found) hidden.push(range);
        hiddenTo = Math.max(hiddenTo, found.at(-1)?.to ?? 0);
        line = without(line, found);
      }
    }
    yield line;
    at = end + 1;
  }
}

/** The `%%` comments that begin in a line, code spans heeded. One that nothing closes counts at the head of a line only, and hides all that follows. */
function commentsIn(source: string, { from, text }: Line): Range[] {
  const hidden: Range[] = [];
  let isCode = false;
  let seen = 0;
  for (let mark = text.indexOf("%%"); mark !== -1; mark = text.indexOf("%%", seen)) {
    for (let tick = text.indexOf("`", seen); tick !== -1 && tick < mark; tick = text.indexOf("`", tick + 1)) isCode = !isCode;
    seen = mark + 2;
    if (isCode) continue;
    const closing = source.indexOf("%%", from + seen);
    if (closing === -1) {
      if (isBlank(text.slice(0, mark))) hidden.push({ from: from + mark, to: source.length });
      break;
    }
    hidden.push({ from: from + mark, to: closing + 2 });
    seen = closing + 2 - from;
    if (seen >= text.length) break;
  }
  return hidden;
}

/** The line with stretches blanked; what is hidden at its head is cut off. */
function without(line: Line, hidden: readonly Range[]): Line {
  const { from, text } = line;
  const parts: string[] = [];
  let at = 0;
  for (const stretch of hidden) {
    const to = Math.min(stretch.to - from, text.length);
    parts.push(text.slice(at, stretch.from - from), " ".repeat(to - (stretch.from - from)));
    at = to;
  }
  const blanked = { from, text: parts.join("") + text.slice(at) };
  const first = hidden[0];
  return first && isBlank(text.slice(0, first.from - from)) ? behind(blanked, first.to) : blanked;
}

/** What a line holds behind an offset of the note, without the space before it. */
function behind({ from, text }: Line, offset: number): Line {
  const rest = text.slice(offset - from);
  const trimmed = rest.trimStart();
  return { from: from + text.length - trimmed.length, text: trimmed };
}

function listHtml({ from, text }: Line, comments: Line[], hidden: Range[]): void {
  let isCode = false;
  let seen = 0;
  for (let mark = text.indexOf("<!--"); mark !== -1; mark = text.indexOf("<!--", seen)) {
    for (let tick = text.indexOf("`", seen); tick !== -1 && tick < mark; tick = text.indexOf("`", tick + 1)) isCode = !isCode;
    const closing = text.indexOf("-->", mark + 4);
    if (closing === -1) return;
    seen = closing + 3;
    if (isCode) continue;
    comments.push({ from: from + mark, text: text.slice(mark, seen) });
    hidden.push({ from: from + mark, to: from + seen });
  }
}
