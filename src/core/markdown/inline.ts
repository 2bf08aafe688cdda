import type { PhrasingContent } from "mdast";
import type { Range } from "../range";
import { isNoteEmbed, type LinkTarget, markdownTarget, wikiTarget } from "./link-target";
import { wikiDisplay } from "./plain-text";
import type { WikiLink } from "./plain-tree";

/** A link within a piece of inline Markdown; `from` and `to` are the note's. */
export interface InlineLink extends Range {
  /** What the link shows, plain. */
  text: string;
  /** Null where it leads out of the vault or to a file that is no note. */
  target: LinkTarget | null;
}

/** A stretch of the flat text that stands out in the source: a link or bold or italic words. */
export interface Span {
  /** Offsets into the flat text. */
  start: number;
  end: number;
  /** Offsets into the note. */
  from: number;
  to: number;
  link: InlineLink | null;
}

/** Inline Markdown as a reader reads it, with its links and emphasis as spans. Spans are in order; emphasis holds links. */
export interface Inline {
  text: string;
  spans: Span[];
}

/** The targets of the note's reference definitions, by identifier as the parser folds it. */
export type Definitions = ReadonlyMap<string, string>;

/** Flattens parsed inline nodes. `base` is the offset in the note of the parsed piece. */
export function flatten(nodes: readonly PhrasingContent[], base: number, definitions: Definitions): Inline {
  const inline: Inline = { text: "", spans: [] };
  for (const node of nodes) append(inline, node, base, definitions);
  inline.spans.sort((a, b) => a.start - b.start || b.end - a.end);
  return inline;
}

function append(inline: Inline, node: PhrasingContent, base: number, definitions: Definitions): void {
  const from = base + (node.position?.start.offset ?? 0);
  const to = base + (node.position?.end.offset ?? 0);
  const start = inline.text.length;
  const mark = (link: InlineLink | null) => {
    inline.spans.push({ start, end: inline.text.length, from, to, link });
  };
  switch (node.type) {
    case "wikiLink": {
      const text = wikiText(node);
      inline.text += text;
      mark({ text, target: wikiTarget(node.value), from, to });
      return;
    }
    case "text":
    case "inlineCode":
      inline.text += node.value.replace(/\s+/g, " ");
      return;
    case "break":
      inline.text += " ";
      return;
    case "html":
      if (/^<br/i.test(node.value)) inline.text += " ";
      return;
    case "link":
    case "linkReference": {
      for (const child of node.children) append(inline, child, base, definitions);
      const text = inline.text.slice(start);
      const url = node.type === "link" ? node.url : definitions.get(node.identifier);
      if (url !== undefined) mark({ text, target: markdownTarget(url), from, to });
      return;
    }
    case "image":
      if (isNoteEmbed(node.url)) {
        const text = node.alt ?? "";
        inline.text += text;
        inline.spans.push({ start, end: inline.text.length, from: from + 1, to, link: { text, target: markdownTarget(node.url), from: from + 1, to } });
      }
      return;
    case "strong":
    case "emphasis":
    case "delete":
      for (const child of node.children) append(inline, child, base, definitions);
      mark(null);
      return;
    default:
      return;
  }
}

function wikiText(node: WikiLink): string {
  const { alias } = node.data;
  return alias !== node.value && alias.trim() !== "" ? alias.trim() : wikiDisplay(node.value.replace(/\\$/, ""));
}
