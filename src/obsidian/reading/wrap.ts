import type { Range } from "../../core/index";

/** What shows no prose of the note. */
const notProse = "code, pre, script, style, svg, .math, .frontmatter, .metadata-container, .footnote-backref, [class*=\"block-language-\"]";

/** What shows another note inside one. */
const embed = ".internal-embed";

interface Piece {
  node: Text;
  /** Where the node's text begins in the text of the whole element. */
  from: number;
}

function isProse(node: Text, el: HTMLElement): boolean {
  const { parentElement } = node;
  if (parentElement?.closest(notProse)) return false;
  const other = parentElement?.closest(embed);
  return !other || other === el || !el.contains(other);
}

/** The prose that an element shows, without that of notes embedded in it. Good until the element is changed by others. */
export class Shown {
  readonly text: string;
  private readonly pieces: Piece[] = [];

  constructor(private readonly el: HTMLElement) {
    const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.instanceOf(Text) || !isProse(node, el)) continue;
      this.pieces.push({ node, from: text.length });
      text += node.data;
    }
    this.text = text;
  }

  /** Wraps a range of the prose in spans, one for each stretch between element borders. */
  wrap({ from, to }: Range, cls: string): HTMLElement[] {
    const spans: HTMLElement[] = [];
    for (let index = this.pieceAt(from); index < this.pieces.length; index++) {
      const piece = this.pieces[index];
      if (!piece || piece.from >= to) break;
      const start = Math.max(from - piece.from, 0);
      const end = Math.min(to - piece.from, piece.node.data.length);
      if (start >= end || piece.node.data.slice(start, end).trim() === "") continue;
      if (start > 0) {
        this.split(index, start);
        continue;
      }
      if (end < piece.node.data.length) this.split(index, end);
      const span = this.el.createSpan({ cls });
      piece.node.replaceWith(span);
      span.append(piece.node);
      spans.push(span);
    }
    return spans;
  }

  private split(index: number, at: number): void {
    const piece = this.pieces[index];
    if (piece) this.pieces.splice(index + 1, 0, { node: piece.node.splitText(at), from: piece.from + at });
  }

  /** The last piece that begins at or before an offset. */
  private pieceAt(offset: number): number {
    let low = 0;
    let high = this.pieces.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  }
}

/** Takes spans away again and joins the text as it was. */
export function unwrap(spans: readonly HTMLElement[]): void {
  for (const span of spans) {
    const { parentNode } = span;
    span.replaceWith(...span.childNodes);
    parentNode?.normalize();
  }
}
