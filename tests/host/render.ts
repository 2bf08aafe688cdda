/** Markdown tree to DOM: one element per block, with Obsidian's class names, then post processors. */
import type { BlockContent, Code, DefinitionContent, List, Nodes, Parents, RootContent } from "mdast";
import { parseMarkdown, range } from "./markdown";
import { isTable, plainText } from "./parse-note";
import { setIcon } from "./icons";

/** A block of the note: its element, and the lines it stands on; -1 for what stands on none. */
export interface Section { el: HTMLElement; lineStart: number; lineEnd: number }

const INLINE = /!?\[\[([^[\]\n]+)\]\]|\[\^([^\]\s]+)\]|==([^=\n]+)==|~~([^~\n]+)~~|\$([^$\s][^$\n]*)\$|(^|\s)(#[\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*)/gmu;

const FOOTNOTE = /^\[\^([^\]\s]+)\]:[ \t]*/;

export function renderSections(source: string): Section[] {
  const text = source.replace(/%%[\s\S]*?%%|[ \t]\^[\w-]+$/gm, (found) => found.replace(/[^\n]/g, " "));
  const tree = parseMarkdown(text);
  const definitions = new Map<string, string>();
  for (const node of tree.children) if (node.type === "definition") definitions.set(node.identifier, node.url);
  const footnotes: { name: string; node: Extract<RootContent, { type: "paragraph" }> }[] = [];
  const sections = tree.children.flatMap((node) => {
    if (node.type === "definition" || node.type === "html") return [];
    const name = node.type === "paragraph" ? FOOTNOTE.exec(text.slice(range(node).from, range(node).to))?.[1] : undefined;
    if (node.type === "paragraph" && name !== undefined) {
      footnotes.push({ name, node });
      return [];
    }
    const el = createDiv();
    new Renderer(text, definitions).block(node, el);
    const first = el.firstElementChild;
    if (first !== null) el.addClass(`el-${first.tagName.toLowerCase()}`);
    return [{ el, lineStart: (node.position?.start.line ?? 1) - 1, lineEnd: (node.position?.end.line ?? 1) - 1 }];
  });
  return footnotes.length === 0 ? sections : [...sections, { el: renderFootnotes(footnotes, text, definitions), lineStart: -1, lineEnd: -1 }];
}

/** Footnotes stand below the note, wherever they are defined; they are no section of it. */
function renderFootnotes(footnotes: readonly { name: string; node: Extract<RootContent, { type: "paragraph" }> }[], text: string, definitions: Map<string, string>): HTMLElement {
  const el = createDiv("el-section");
  const list = el.createEl("section", "footnotes").createEl("ol");
  for (const { name, node } of footnotes) {
    const item = list.createEl("li", { attr: { id: `fn-${name}` } });
    const { from, to } = range(node);
    const body = text.slice(from, to).replace(FOOTNOTE, "");
    new Renderer(body, definitions).block(parseMarkdown(body).children[0] ?? node, item);
    item.lastElementChild?.createEl("a", { cls: "footnote-backref", text: "↩︎", href: `#fnref-${name}` });
  }
  return el;
}

class Renderer {
  constructor(private text: string, private definitions: Map<string, string>) {}

  block(node: RootContent | BlockContent | DefinitionContent, parent: HTMLElement): void {
    switch (node.type) {
      case "paragraph": return this.#paragraph(node, parent);
      case "heading": {
        const heading = parent.createEl(`h${String(node.depth)}` as "h1", { attr: { dir: "auto", "data-heading": plainText(node) } });
        return this.#inline(node, heading);
      }
      case "blockquote": return this.#quote(node, parent);
      case "list": return this.#list(node, parent);
      case "code": return this.#code(node, parent);
      case "thematicBreak": parent.createEl("hr"); return;
      case "html": case "definition": return;
      default: if ("children" in node) this.#inline(node, parent);
    }
  }
  #blocks(nodes: readonly (RootContent | BlockContent | DefinitionContent)[], parent: HTMLElement): void {
    for (const node of nodes) this.block(node, parent);
  }
  #paragraph(node: Extract<RootContent, { type: "paragraph" }>, parent: HTMLElement): void {
    const { from, to } = range(node);
    const source = this.text.slice(from, to);
    if (isTable(source)) this.#table(source, parent);
    else this.#inline(node, parent.createEl("p", { attr: { dir: "auto" } }));
  }
  #quote(node: Extract<RootContent, { type: "blockquote" }>, parent: HTMLElement): void {
    const { from, to } = range(node);
    const header = /^>\s*\[!([\w-]+)\][+-]?[ \t]*([^\n]*)/.exec(this.text.slice(from, to));
    if (header === null) return this.#blocks(node.children, parent.createEl("blockquote", { attr: { dir: "auto" } }));
    const type = (header[1] ?? "note").toLowerCase();
    const callout = parent.createDiv({ cls: "callout", attr: { "data-callout": type } });
    const title = callout.createDiv("callout-title");
    setIcon(title.createDiv("callout-icon"), "pencil");
    title.createDiv({ cls: "callout-title-inner", text: header[2] || type.charAt(0).toUpperCase() + type.slice(1) });
    const body = this.text.slice(from, to).split("\n").slice(1).map((line) => line.replace(/^>[ \t]?/, "")).join("\n");
    const inner = parseMarkdown(body);
    new Renderer(body, this.definitions).#blocks(inner.children, callout.createDiv("callout-content"));
  }
  #list(node: List, parent: HTMLElement): void {
    const list = node.ordered === true ? parent.createEl("ol", node.start !== null && node.start !== undefined && node.start !== 1 ? { attr: { start: node.start } } : {}) : parent.createEl("ul");
    for (const item of node.children) {
      const li = list.createEl("li", { attr: { dir: "auto" } });
      const task = /^\s*(?:[-*+]|\d+[.)])\s+\[(.)\]\s/.exec(this.text.slice(range(item).from, range(item).to))?.[1];
      if (task !== undefined) {
        li.addClass("task-list-item");
        li.createEl("input", { cls: "task-list-item-checkbox", type: "checkbox", attr: { disabled: true, ...(task === " " ? {} : { checked: true }) } });
      }
      for (const child of item.children) {
        if (child.type === "paragraph" && node.spread !== true && !item.spread) this.#inline(child, li);
        else this.block(child, li);
      }
      if (task !== undefined) stripTask(li);
    }
  }
  #code(node: Code, parent: HTMLElement): void {
    const lang = node.lang ?? "";
    parent.createEl("pre", lang === "" ? {} : { cls: `language-${lang}` }).createEl("code", { text: `${node.value}\n`, cls: lang === "" ? "" : `language-${lang}` });
  }
  #table(source: string, parent: HTMLElement): void {
    const cells = (line: string): string[] => line.trim().replace(/^\|/, "").replace(/\|$/, "").replace(/\\\|/g, "\u0000").split("|").map((cell) => cell.trim().replace(/\0/g, "|"));
    const [head = "", , ...rows] = source.split("\n");
    const table = parent.createEl("table");
    const top = table.createEl("thead").createEl("tr");
    for (const cell of cells(head)) this.#fragment(cell, top.createEl("th"));
    const body = table.createEl("tbody");
    for (const row of rows) {
      const tr = body.createEl("tr");
      for (const cell of cells(row)) this.#fragment(cell, tr.createEl("td"));
    }
  }
  #fragment(markdown: string, parent: HTMLElement): void {
    const first = parseMarkdown(markdown).children[0];
    if (first?.type === "paragraph") new Renderer(markdown, this.definitions).#inline(first, parent);
    else parent.appendText(markdown);
  }
  #inline(node: Parents, parent: HTMLElement): void {
    // Adjacent text and link-reference pieces of one wiki link stay together: it is read from the source.
    for (const child of merged(node.children, this.text)) this.#span(child, parent);
  }
  #span(node: Nodes, parent: HTMLElement): void {
    switch (node.type) {
      case "text": this.#text(node.value, parent); return;
      case "strong": return this.#inline(node, parent.createEl("strong"));
      case "emphasis": return this.#inline(node, parent.createEl("em"));
      case "inlineCode": parent.createEl("code", { text: node.value }); return;
      case "break": parent.createEl("br"); return;
      case "link": return this.#inline(node, link(parent, node.url));
      case "linkReference": {
        const url = this.definitions.get(node.identifier);
        return url === undefined ? this.#inline(node, parent) : this.#inline(node, link(parent, url));
      }
      case "image": parent.createEl("img", { attr: { src: node.url, alt: node.alt ?? "" } }); return;
      case "imageReference": parent.createEl("img", { attr: { src: this.definitions.get(node.identifier) ?? "", alt: node.alt ?? "" } }); return;
      case "html": return;
      default: if ("children" in node) this.#inline(node, parent);
    }
  }
  #text(value: string, parent: HTMLElement): void {
    let at = 0;
    for (const match of value.matchAll(INLINE)) {
      const [all, wiki, footnote, mark, strike, math, before, tag] = match;
      parent.appendText(value.slice(at, match.index));
      at = match.index + all.length;
      if (wiki !== undefined) wikiLink(parent, wiki, all.startsWith("!"));
      else if (footnote !== undefined) parent.createEl("sup", "footnote-ref").createEl("a", { cls: "footnote-link", href: `#fn-${footnote}`, text: `[${footnote}]` });
      else if (mark !== undefined) parent.createEl("mark", { text: mark });
      else if (strike !== undefined) parent.createEl("del", { text: strike });
      else if (math !== undefined) parent.createSpan({ cls: "math", text: math });
      else if (tag !== undefined) {
        parent.appendText(before ?? "");
        parent.createEl("a", { cls: "tag", href: tag, text: tag });
      }
    }
    parent.appendText(value.slice(at));
  }
}

function stripTask(li: HTMLElement): void {
  const text = [...li.childNodes].find((node) => node.nodeType === Node.TEXT_NODE);
  if (text !== undefined) text.textContent = (text.textContent ?? "").replace(/^\[.\]\s/, "");
}

function link(parent: HTMLElement, url: string): HTMLElement {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return parent.createEl("a", { cls: "external-link", href: url, attr: { rel: "noopener nofollow", target: "_blank" } });
  let target = url;
  try {
    target = decodeURI(url);
  } catch {
    // A stray per cent sign: the link stays as it is written.
  }
  return parent.createEl("a", { cls: "internal-link", href: target, attr: { "data-href": target } });
}

function wikiLink(parent: HTMLElement, inner: string, embed: boolean): void {
  const [target = "", ...label] = inner.replace(/\\\|/g, "|").split("|");
  const text = label.length > 0 ? label.join("|") : target.replace(/#/g, " > ").replace(/^ > /, "");
  if (embed) parent.createSpan({ cls: "internal-embed", text, attr: { src: target } });
  else parent.createEl("a", { cls: "internal-link", href: target, text, attr: { "data-href": target } });
}

/** Joins runs of children that together spell a wiki link which Markdown took apart (`[[a_b_c]]`, `[[x]]` with a definition). */
function merged(children: readonly Nodes[], text: string): Nodes[] {
  const out: Nodes[] = [];
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child === undefined) continue;
    const { from } = range(child);
    let end = index;
    const open = (to: number): boolean => /\[\[[^[\]\n]*$/.test(text.slice(from, to)) || /\[\[[^[\]\n]+\]$/.test(text.slice(from, to));
    let last = child;
    while (child.type === "text" && end + 1 < children.length && open(range(last).to)) {
      const next = children[++end];
      if (next === undefined) break;
      last = next;
    }
    if (end === index) out.push(child);
    else out.push({ type: "text", value: text.slice(from, range(last).to) });
    index = end;
  }
  return out;
}
