/** Live preview, in part: markup is hidden where the cursor is not. No widgets: embeds, tables and properties stay source. */
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension, Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { editorLivePreviewField } from "./fields";
import { getFrontMatterInfo } from "./frontmatter";

const WIKI = /(!?)\[\[([^[\]\n|]+)(\|)?([^[\]\n]*)\]\]/g;
const hidden = Decoration.replace({});

/** A link in the text: where it stands and what it points to. */
export interface LinkRange { from: number; to: number; target: string }

function touched(state: EditorState, from: number, to: number): boolean {
  return state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

function wikiLinks(text: string, offset: number): (LinkRange & { shown: { from: number; to: number } })[] {
  return [...text.matchAll(WIKI)].filter((match) => match[1] !== "!").map((match) => {
    const from = offset + match.index;
    const to = from + match[0].length;
    const alias = match[3] === undefined ? null : match[4] ?? "";
    const shown = alias === null ? { from: from + 2, to: to - 2 } : { from: to - 2 - alias.length, to: to - 2 };
    return { from, to, target: match[2] ?? "", shown };
  });
}

/** The link at an offset, if there is one: a wiki link, or a Markdown link into the vault. */
export function linkAt(state: EditorState, offset: number): LinkRange | null {
  const line = state.doc.lineAt(offset);
  const wiki = wikiLinks(line.text, line.from).find(({ from, to }) => from <= offset && offset <= to);
  if (wiki !== undefined) return wiki;
  for (let node = syntaxTree(state).resolveInner(offset, -1); ; ) {
    if (node.name === "Link") {
      const url = node.getChild("URL");
      const target = url === null ? "" : state.sliceDoc(url.from, url.to).replace(/^<|>$/g, "");
      return target === "" || /^[a-z][a-z0-9+.-]*:/i.test(target) ? null : { from: node.from, to: node.to, target: decodeURI(target) };
    }
    if (node.parent === null) return null;
    node = node.parent;
  }
}

/** Whether a link is shown without its markup now, so that a plain click follows it. */
export function isFolded(state: EditorState, link: LinkRange): boolean {
  return state.field(editorLivePreviewField) && !touched(state, link.from, link.to);
}

function fold(view: EditorView): DecorationSet {
  const { state } = view;
  if (!state.field(editorLivePreviewField)) return Decoration.none;
  const found: Range<Decoration>[] = [];
  const hide = (from: number, to: number): void => { if (to > from) found.push(hidden.range(from, to)); };
  const { contentStart } = getFrontMatterInfo(state.sliceDoc(0, Math.min(state.doc.length, 20_000)));
  for (const visible of view.visibleRanges) {
    const from = Math.max(visible.from, contentStart);
    if (from >= visible.to) continue;
    const wikis = wikiLinks(state.sliceDoc(from, visible.to), from);
    for (const wiki of wikis) {
      if (touched(state, wiki.from, wiki.to)) continue;
      hide(wiki.from, wiki.shown.from);
      hide(wiki.shown.to, wiki.to);
    }
    syntaxTree(state).iterate({
      from, to: visible.to,
      enter: (node) => {
        if (node.from < contentStart || wikis.some((wiki) => wiki.from <= node.from && node.to <= wiki.to)) return;
        const parent = node.node.parent;
        if (parent === null) return;
        if (node.name === "HeaderMark" && parent.name.startsWith("ATXHeading") && node.from === parent.from) {
          if (!touched(state, parent.from, parent.to)) hide(node.from, Math.min(node.to + 1, parent.to));
        } else if (["EmphasisMark", "StrikethroughMark"].includes(node.name) || (node.name === "CodeMark" && parent.name === "InlineCode")) {
          if (!touched(state, parent.from, parent.to)) hide(node.from, node.to);
        } else if (node.name === "Link") {
          const text = node.node.getChildren("LinkMark")[1];
          const url = node.node.getChild("URL");
          if (text === undefined || url === null || touched(state, node.from, node.to) || state.sliceDoc(node.from, node.to).includes("\n")) return;
          hide(node.from, node.from + 1);
          hide(text.from, node.to);
        }
      },
    });
  }
  return Decoration.set(found, true);
}

const folding = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) { this.decorations = fold(view); }
  update(update: ViewUpdate): void {
    const mode = update.startState.field(editorLivePreviewField) !== update.state.field(editorLivePreviewField);
    if (mode || update.docChanged || update.viewportChanged || update.selectionSet || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = fold(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });

export function livePreview(): Extension {
  return folding;
}
