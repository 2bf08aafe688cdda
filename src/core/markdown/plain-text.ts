const special = /[[\]*_`<&\\~=!^%|]/;
const entities = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["nbsp", " "], ["#39", "'"]]);

/** White space that is no single space. */
const uneven = /[^\S ]| {2}/;

/** Runs of white space as one space, none at the ends. */
export function collapse(text: string): string {
  return (uneven.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/**
 * What a reader reads of a piece of inline Markdown: links as their texts, no marks of emphasis, highlights, code or HTML,
 * no block ids, white space collapsed. Linear in its length; for a whole block, hand over a bounded piece.
 */
export function plainText(markdown: string): string {
  if (!special.test(markdown)) return collapse(markdown);
  const unlinked = markdown.includes("[") ? withoutLinks(markdown) : markdown;
  let result = "";
  const pieces = unlinked.includes("`") ? unlinked.split(/(`+)/) : [unlinked];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? "";
    if (index % 2 === 0) {
      result += withoutMarks(piece);
      continue;
    }
    const close = pieces.indexOf(piece, index + 1);
    if (close === -1 || close % 2 === 0) {
      result += piece;
      continue;
    }
    result += pieces.slice(index + 1, close).join("");
    index = close;
  }
  return collapse(result.includes("^") ? result.replace(/(?:^|\s)\^[A-Za-z0-9-]+\s*$/, "") : result);
}

/** What a wiki link shows that has no alias: the note's name, and the heading where it points to one. */
export function wikiDisplay(target: string): string {
  const trimmed = target.trim();
  const hash = trimmed.indexOf("#");
  const path = hash === -1 ? trimmed : trimmed.slice(0, hash);
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/i, "");
  if (hash === -1) return name;
  const fragment = trimmed.slice(hash + 1).split("#").filter((part) => part !== "" && !part.startsWith("^")).join(" > ");
  return fragment === "" ? name : name === "" ? fragment : `${name} > ${fragment}`;
}

function withoutMarks(text: string): string {
  let result = text;
  const has = (mark: string) => result.includes(mark);
  if (has("<")) {
    result = result
      .replace(/<br\s*\/?>/gi, " ")
      .replace(/<((?:https?|mailto):[^<>\s]+)>/g, "$1")
      .replace(/<\/?[A-Za-z][^<>]*>/g, "");
  }
  const isEscaped = has("\\");
  if (isEscaped) result = result.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string) => String.fromCharCode(0xe100 + character.charCodeAt(0)));
  if (has("*") || has("~~") || has("==")) result = result.replace(/~~|==|\*+(?=[^\s*])/g, "").replace(/([^\s*])\*+/g, "$1");
  if (has("_")) result = result.replace(/(^|[^\p{L}\p{N}_])_{1,3}(?=\S)/gu, "$1").replace(/(\S)_{1,3}(?![\p{L}\p{N}_])/gu, "$1");
  if (has("&")) result = result.replace(/&(#?\w{2,6});/g, (whole, name: string) => entities.get(name) ?? whole);
  return isEscaped ? result.replace(/[\uE121-\uE17E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xe100)) : result;
}

/** Links, embeds and footnote marks replaced by what they show. One pass; brackets that are no link stay. */
function withoutLinks(text: string): string {
  const bracket = /[[\]\\]/g;
  let result = "";
  let at = 0;
  /** Ends of `[` that wait for their `]`: offsets into `result`. */
  const open: number[] = [];
  for (;;) {
    bracket.lastIndex = at;
    const next = bracket.exec(text)?.index ?? text.length;
    result += text.slice(at, next);
    at = next;
    if (at === text.length) return result;
    const character = text[at];
    if (character === "\\" && at + 1 < text.length) {
      result += text.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (text.startsWith("[[", at)) {
      const close = text.indexOf("]]", at + 2);
      const inner = close === -1 ? "" : text.slice(at + 2, close);
      if (close !== -1 && !inner.includes("\n") && !inner.includes("[[")) {
        const pipe = inner.indexOf("|");
        const alias = pipe === -1 ? "" : inner.slice(pipe + 1).trim();
        if (result.endsWith("!")) result = result.slice(0, -1);
        result += alias !== "" ? alias : wikiDisplay((pipe === -1 ? inner : inner.slice(0, pipe)).replace(/\\$/, ""));
        at = close + 2;
        continue;
      }
    }
    if (character === "[") {
      open.push(result.length);
      result += "[";
      at += 1;
      continue;
    }
    const start = character === "]" ? open.pop() : undefined;
    if (start !== undefined) {
      const label = result.slice(start + 1);
      const isImage = result[start - 1] === "!";
      const end = text[at + 1] === "(" ? closingParen(text, at + 1) : text[at + 1] === "[" ? text.indexOf("]", at + 2) : -1;
      if (label.startsWith("^")) {
        result = result.slice(0, start);
        at += 1;
        continue;
      }
      if (end !== -1) {
        result = result.slice(0, isImage ? start - 1 : start) + (isImage ? "" : label);
        at = end + 1;
        continue;
      }
    }
    result += character ?? "";
    at += 1;
  }
}

/** The offset of the `)` that closes the `(` at `open`, on the same line and within a link's reach, or -1. */
export function closingParen(text: string, open: number): number {
  let depth = 0;
  const stop = Math.min(text.length, open + 2000);
  for (let at = open; at < stop; at += 1) {
    const character = text[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")") {
      depth -= 1;
      if (depth === 0) return at;
    } else if (character === "\n") return -1;
  }
  return -1;
}
