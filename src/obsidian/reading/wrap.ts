import type { Range } from "../../core/index";

/** What shows no prose of the note. */
const notProse = "code, pre, script, style, svg, .math, .frontmatter, .metadata-container, .footnote-backref";

interface Piece {
  node: Text;
  /** Where the node's text begins in the text of the whole element. */
  from: number;
}

function pieces(el: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  const result: Piece[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.instanceOf(Text) || node.parentElement?.closest(notProse)) continue;
    result.push({ node, from: text.length });
    text += node.data;
  }
  return { text, pieces: result };
}

/** The prose that an element shows. */
export function shownText(el: HTMLElement): string {
  return pieces(el).text;
}

/** Wraps a range of the element's prose in spans, one for each stretch between element borders. */
export function wrap(el: HTMLElement, range: Range, cls: string): HTMLElement[] {
  const spans: HTMLElement[] = [];
  for (const { node, from } of pieces(el).pieces) {
    const start = Math.max(range.from - from, 0);
    const end = Math.min(range.to - from, node.data.length);
    if (start >= end || node.data.slice(start, end).trim() === "") continue;
    const middle = start > 0 ? node.splitText(start) : node;
    if (end - start < middle.data.length) middle.splitText(end - start);
    const span = el.createSpan({ cls });
    middle.replaceWith(span);
    span.append(middle);
    spans.push(span);
  }
  return spans;
}

/** Takes spans away again and joins the text as it was. */
export function unwrap(spans: readonly HTMLElement[]): void {
  for (const span of spans) {
    const { parentNode } = span;
    span.replaceWith(...span.childNodes);
    parentNode?.normalize();
  }
}
