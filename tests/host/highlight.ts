/** Markdown colouring for the editor: the class names themes know, put on by walking CodeMirror's own syntax tree. */
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { syntaxTree } from "@codemirror/language";
import { type Extension, type Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { getFrontMatterInfo } from "./frontmatter";

const MARKS: Record<string, string> = {
  StrongEmphasis: "cm-strong", Emphasis: "cm-em", InlineCode: "cm-inline-code", Strikethrough: "cm-strikethrough",
  HeaderMark: "cm-formatting", EmphasisMark: "cm-formatting", CodeMark: "cm-formatting", LinkMark: "cm-formatting", QuoteMark: "cm-formatting",
  StrikethroughMark: "cm-formatting", ListMark: "cm-formatting cm-formatting-list", URL: "cm-url", Link: "cm-link", CodeInfo: "cm-formatting",
};
const LINES: Record<string, string> = {
  ATXHeading1: "HyperMD-header HyperMD-header-1", ATXHeading2: "HyperMD-header HyperMD-header-2", ATXHeading3: "HyperMD-header HyperMD-header-3",
  ATXHeading4: "HyperMD-header HyperMD-header-4", ATXHeading5: "HyperMD-header HyperMD-header-5", ATXHeading6: "HyperMD-header HyperMD-header-6",
  FencedCode: "HyperMD-codeblock", Blockquote: "HyperMD-quote", Table: "HyperMD-table-row",
};
/** What Markdown's own grammar does not know; the first group, where there is one, is not coloured. */
const INLINE: readonly (readonly [RegExp, string])[] = [
  [/()!?\[\[[^[\]\n]+\]\]/g, "cm-hmd-internal-link"],
  [/(^|\s)#[\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*/gmu, "cm-hashtag"],
  [/()%%.*?%%/g, "cm-comment"],
];

function lineMarks(view: EditorView, from: number, to: number, cls: string): Range<Decoration>[] {
  const marks: Range<Decoration>[] = [];
  for (let at = from; at <= to;) {
    const line = view.state.doc.lineAt(at);
    marks.push(Decoration.line({ class: cls }).range(line.from));
    at = line.to + 1;
  }
  return marks;
}

function decorate(view: EditorView): DecorationSet {
  const found: Range<Decoration>[] = [];
  const { contentStart } = getFrontMatterInfo(view.state.sliceDoc(0, Math.min(view.state.doc.length, 20000)));
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from, to,
      enter: (node) => {
        if (node.from < contentStart) return;
        const mark = MARKS[node.name];
        const line = LINES[node.name];
        if (mark !== undefined && node.to > node.from) found.push(Decoration.mark({ class: mark }).range(node.from, node.to));
        if (line !== undefined) found.push(...lineMarks(view, Math.max(node.from, from), Math.min(node.to, to), line));
      },
    });
    const start = Math.max(from, contentStart);
    if (start < to) {
      const text = view.state.sliceDoc(start, to);
      for (const [pattern, cls] of INLINE) {
        for (const match of text.matchAll(pattern)) {
          const at = start + match.index;
          found.push(Decoration.mark({ class: cls }).range(at + (match[1] ?? "").length, at + match[0].length));
        }
      }
    }
  }
  if (contentStart > 0) found.push(...lineMarks(view, 0, contentStart - 1, "cm-hmd-frontmatter"));
  return Decoration.set(found, true);
}

const marker = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) { this.decorations = decorate(view); }
  update(update: ViewUpdate): void {
    if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) this.decorations = decorate(update.view);
  }
}, { decorations: (plugin) => plugin.decorations });

export function markdownHighlighting(): Extension {
  return [markdown({ base: markdownLanguage }), marker];
}
