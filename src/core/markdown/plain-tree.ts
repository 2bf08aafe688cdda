import type { List, ListItem, Paragraph, PhrasingContent, Root } from "mdast";
import { emphasisBetween, markAt } from "./plain-marks";

declare module "mdast" {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}

/** A node of remark-wiki-link. */
export interface WikiLink {
  type: "wikiLink";
  /** The target as written. */
  value: string;
  /** The alias; without one, the target. */
  data: { alias: string };
  position?: Paragraph["position"];
}

/** What needs the parser wherever it stands: tabs, HTML, entities, escapes, images. */
const doubtful = /[\t\0<\\]|&#?\w+;|!\[|\r(?!\n)/;
const marker = /^( *)([-*+]) (?=\S)/;
/** What begins another block than a paragraph: a heading, a quote, a definition of a link. */
const block = /^(?:[ >=~|]|#{1,6}(?: |$)|\[[^[\]]*\]:|[-+*](?: |$)|`{3}|\d{1,9}[.)](?: |$)|[-*_](?: *[-*_])*$)/;
/** A rule, where no paragraph stands right above it. */
const rule = /^-{3,}$/;
const mark = /[*_`[]/g;

/** A list that may go on: where its markers stand. */
interface OpenList {
  list: List;
  indent: number;
  bullet: string | undefined;
}

/**
 * The syntax tree of a text whose blocks and marks are all of plain shapes: paragraphs of one line, rules between them, and lists,
 * also within lists, whose items are such paragraphs. Null where anything is of another shape, so that whatever is doubtful goes to the
 * parser, at twenty times the cost. Positions are given to paragraphs and what is in them, and are offsets only.
 */
export function plainTree(markdown: string): Root | null {
  if (doubtful.test(markdown)) return null;
  const root: Root = { type: "root", children: [] };
  let open: OpenList[] = [];
  let isFresh = true;
  let at = 0;
  for (const line of markdown.split("\n")) {
    const from = at;
    at += line.length + 1;
    const whole = line.endsWith("\r") ? line.length - 1 : line.length;
    let end = whole;
    while (end > 0 && line[end - 1] === " ") end -= 1;
    if (end === 0) {
      isFresh = true;
      continue;
    }
    const found = marker.exec(line);
    const start = found?.[0].length ?? 0;
    const text = line.slice(start, end);
    if (isFresh && !found && rule.test(text)) {
      root.children.push({ type: "thematicBreak", position: between(from, from + whole) });
      open = [];
      continue;
    }
    if (block.test(text)) return null;
    const children = inlineOf(text, from + start);
    if (!children) return null;
    const paragraph: Paragraph = { type: "paragraph", children, position: between(from + start, from + whole) };
    if (!found) {
      if (!isFresh) return null;
      root.children.push(paragraph);
      open = [];
    } else {
      const list = listAt(root, open, found[1]?.length ?? 0, found[2]);
      if (!list) return null;
      list.children.push({ type: "listItem", children: [paragraph] });
    }
    isFresh = false;
  }
  return root;
}

/** The list that an item of some indent goes on with, or begins; null where only the parser can tell. */
function listAt(root: Root, open: OpenList[], indent: number, bullet: string | undefined): List | null {
  const depth = open.length;
  while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
  const top = open.at(-1);
  if (top?.indent === indent) return top.bullet === bullet ? top.list : null;
  const list: List = { type: "list", children: [] };
  if (top) {
    // Set in further than its list, by so much that it lies in the item, and by so little that it is no code.
    if (open.length < depth || indent < top.indent + 2 || indent > top.indent + 5) return null;
    lastOf(top.list)?.children.push(list);
  } else if (indent > 0) return null;
  else root.children.push(list);
  open.push({ list, indent, bullet });
  return list;
}

function lastOf({ children }: List): ListItem | undefined {
  return children.at(-1);
}

/** The inline nodes of one line, or null. `base` is where the line begins. */
function inlineOf(text: string, base: number): PhrasingContent[] | null {
  /** The nodes around the place, outermost first, and what opened them. */
  const around: { run: string; from: number; nodes: PhrasingContent[] }[] = [{ run: "", from: 0, nodes: [] }];
  let kept = 0;
  let at = 0;
  const add = (node: PhrasingContent, from: number, to: number) => {
    around.at(-1)?.nodes.push({ ...node, position: between(base + from, base + to) });
  };
  /** Keeps the text up to here, and goes on behind what stands here. */
  const cut = (to: number) => {
    if (at > kept) add({ type: "text", value: text.slice(kept, at) }, kept, at);
    kept = at = to;
  };
  for (;;) {
    mark.lastIndex = at;
    at = mark.exec(text)?.index ?? text.length;
    const from = at;
    const char = text.charAt(at);
    const before = text.charAt(at - 1);
    if (char === "") break;
    if (char === "`") {
      const found = markAt("code", text, at);
      if (!found?.[1] || before === "`" || /^ | $/.test(found[1])) return null;
      cut(at + found[0].length);
      add({ type: "inlineCode", value: found[1] }, from, at);
    } else if (char === "[") {
      const wiki = markAt("wikiLink", text, at);
      const link = wiki ? null : markAt("link", text, at);
      if (wiki?.[1]) {
        cut(at + wiki[0].length);
        add({ type: "wikiLink", value: wiki[1], data: { alias: wiki[2] ?? wiki[1] } }, from, at);
      } else if (link?.[1] && link[2]) {
        cut(at + link[0].length);
        const value = link[1];
        add({ type: "link", url: link[2], children: [{ type: "text", value, position: between(base + from + 1, base + from + 1 + value.length) }] }, from, at);
      } else {
        const length = markAt("bracketed", text, at)?.[0].length;
        if (length === undefined) return null;
        at += length;
      }
    } else {
      const run = markAt("emphasis", text, at)?.[0] ?? char;
      const role = emphasisBetween(before, char, text.charAt(at + run.length), around.at(-1)?.run === run);
      if (role === null || run.length > 2) return null;
      if (role === "text") {
        at += run.length;
        continue;
      }
      cut(at + run.length);
      if (role === "opens") {
        around.push({ run, from, nodes: [] });
        continue;
      }
      const closed = around.pop();
      if (closed?.run !== run) return null;
      add({ type: run.length === 2 ? "strong" : "emphasis", children: closed.nodes }, closed.from, at);
    }
  }
  cut(text.length);
  return around.length === 1 ? (around[0]?.nodes ?? null) : null;
}

function between(from: number, to: number): NonNullable<Paragraph["position"]> {
  return { start: { line: 1, column: 1, offset: from }, end: { line: 1, column: 1, offset: to } };
}
