import type { Range } from "../range";

type Hidden = "fence" | "comment" | "html-comment" | "math" | "raw-html";

const rawHtml = /^<(pre|script|style|textarea)(?=[\s>]|$)/i;
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;

/**
 * A note's text with front matter, fenced and indented code, comments (`%%` and HTML) and display math blanked.
 * As long as the source, line breaks kept, so every offset is the note's own. Inline code stays: the parser knows it.
 * @param skip offset where the body begins; all before it is blanked
 */
export function visibleText(source: string, skip: number): string {
  const hidden = hiddenRanges(source, skip);
  if (skip > 0) hidden.unshift({ from: source.startsWith("\uFEFF") ? 1 : 0, to: skip });
  if (hidden.length === 0) return source;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of hidden) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    pieces.push(source.slice(at, start), blank(source.slice(start, to)));
    at = to;
  }
  pieces.push(source.slice(at));
  return pieces.join("");
}

/** The same text with everything but line breaks turned to spaces. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function hiddenRanges(source: string, skip: number): Range[] {
  const ranges: Range[] = [];
  const lastClose = { "%%": source.lastIndexOf("%%"), "-->": source.lastIndexOf("-->") };
  const inline = lastClose["%%"] !== -1 || source.includes("<!--");
  let state: Hidden | null = null;
  let stateFrom = 0;
  let marker = "";
  let inList = false;
  let afterBlank = true;
  let at = skip;
  while (at < source.length) {
    const newline = source.indexOf("\n", at);
    const next = newline === -1 ? source.length : newline + 1;
    const end = newline === -1 ? source.length : newline > at && source[newline - 1] === "\r" ? newline - 1 : newline;
    let from = at;
    at = next;
    if (state !== null) {
      const closed = closes(source, from, end, state, marker);
      if (closed === -1) continue;
      ranges.push({ from: stateFrom, to: closed });
      state = null;
      from = closed;
      if (from >= end) continue;
    }
    const line = source.slice(from, end);
    const body = skipMarkers(line);
    if (body.text === "") {
      if (body.at >= line.length && line.trim() === "") afterBlank = true;
      continue;
    }
    if (body.isItem) inList = true;
    else if (body.indent < 2 && afterBlank) inList = false;
    if (body.indent >= 4 && afterBlank && !inList && !body.isQuote) {
      ranges.push({ from, to: end });
      continue;
    }
    afterBlank = false;
    const first = body.text[0];
    const opening = first === "`" || first === "~" ? fenceAt(body.text) : "";
    if (opening !== "") {
      state = "fence";
      marker = opening;
      stateFrom = from + body.at;
      continue;
    }
    if (first === "$" && body.text.startsWith("$$")) {
      const close = body.text.indexOf("$$", 2);
      if (close === -1) {
        state = "math";
        stateFrom = from + body.at;
        continue;
      }
      ranges.push({ from: from + body.at, to: from + body.at + close + 2 });
    }
    const raw = first === "<" ? rawHtml.exec(body.text) : null;
    if (raw?.[1]) {
      marker = `</${raw[1].toLowerCase()}`;
      stateFrom = from + body.at;
      const close = body.text.toLowerCase().indexOf(marker);
      if (close === -1) state = "raw-html";
      else ranges.push({ from: stateFrom, to: stateFrom + close + marker.length });
      continue;
    }
    if (!inline) continue;
    const open = inlineComments(source, from, end, body.at, lastClose, ranges);
    if (open) {
      state = open.state;
      stateFrom = open.from;
    }
  }
  if (state !== null) ranges.push({ from: stateFrom, to: source.length });
  return ranges;
}

/** Where the hidden stretch ends in this line, or -1. */
function closes(source: string, from: number, end: number, state: Hidden, marker: string): number {
  const line = source.slice(from, end);
  switch (state) {
    case "fence": {
      const text = line.replace(/^[ \t>]*/, "").trimEnd();
      return text.length >= marker.length && text === (marker[0] ?? "").repeat(text.length) ? end : -1;
    }
    case "comment":
      return after(line, "%%", from);
    case "html-comment":
      return after(line, "-->", from);
    case "math":
      return after(line, "$$", from);
    case "raw-html": {
      const at = line.toLowerCase().indexOf(marker);
      return at === -1 ? -1 : from + at + marker.length;
    }
  }
}

function after(line: string, close: string, from: number): number {
  const at = line.indexOf(close);
  return at === -1 ? -1 : from + at + close.length;
}

interface Body {
  text: string;
  /** Offset of `text` in the line. */
  at: number;
  /** Columns before the first character, tabs to four. */
  indent: number;
  isItem: boolean;
  isQuote: boolean;
}

/** The line without the markers of quotes and list items before it. */
function skipMarkers(line: string): Body {
  let at = 0;
  let indent = 0;
  let isItem = false;
  let isQuote = false;
  let isFirst = true;
  for (;;) {
    const start = at;
    while (line[at] === " " || line[at] === "\t") {
      if (isFirst) indent += line[at] === "\t" ? 4 : 1;
      at += 1;
    }
    isFirst = false;
    if (line[at] === ">") {
      isQuote = true;
      at += 1;
      continue;
    }
    const code = line.charCodeAt(at);
    const mayMark = code === 45 || code === 42 || code === 43 || (code >= 48 && code <= 57);
    const marker = mayMark ? listMarker.exec(line.slice(at, at + 12)) : null;
    if (marker) {
      isItem = true;
      at += marker[0].length;
      continue;
    }
    if (at === start || line[at] !== " ") return { text: line.slice(at), at, indent, isItem, isQuote };
  }
}

function fenceAt(text: string): string {
  const match = /^(`{3,}|~{3,})(.*)$/.exec(text);
  if (!match?.[1]) return "";
  return match[1].startsWith("`") && match[2]?.includes("`") ? "" : match[1];
}

/** Adds the comments that close within the line; returns the one that stays open. */
function inlineComments(
  source: string,
  from: number,
  end: number,
  bodyAt: number,
  lastClose: Readonly<Record<"%%" | "-->", number>>,
  ranges: Range[],
): { state: Hidden; from: number } | null {
  let at = from;
  while (at < end) {
    const character = source[at];
    if (character === "`") {
      at = skipCode(source, at, end);
      continue;
    }
    const isComment = character === "%" && source[at + 1] === "%";
    const isHtml = character === "<" && source.startsWith("<!--", at);
    if (!isComment && !isHtml) {
      at += 1;
      continue;
    }
    const close = isComment ? "%%" : "-->";
    const inner = at + (isComment ? 2 : 4);
    // A look for the end of the note at every mark that nothing closes would be quadratic.
    const closed = inner > lastClose[close] ? -1 : source.indexOf(close, inner);
    if (closed !== -1 && closed + close.length <= end) {
      ranges.push({ from: at, to: closed + close.length });
      at = closed + close.length;
      continue;
    }
    if (closed !== -1 || at === from + bodyAt) return { state: isComment ? "comment" : "html-comment", from: at };
    at = inner;
  }
  return null;
}

/** The offset after a code span that opens here, or after its backticks where nothing closes it in the line. */
export function skipCode(source: string, at: number, end = source.length): number {
  let run = at;
  while (run < end && source[run] === "`") run += 1;
  const ticks = source.slice(at, run);
  let close = source.indexOf(ticks, run);
  while (close !== -1 && close < end) {
    let stop = close;
    while (source[stop] === "`") stop += 1;
    if (stop - close === ticks.length) return stop;
    close = source.indexOf(ticks, stop);
  }
  return run;
}
