/** What live preview shows rendered where the cursor is not in it: callouts, tables, embeds on lines of their own, and code blocks that a processor renders. */
import { type EditorState, type Extension, type Range, StateField, type Text, type Transaction } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { App } from "./app";
import { elementOf } from "./dom";
import { Component } from "./events";
import { editorInfoField, editorLivePreviewField } from "./fields";
import { setIcon } from "./icons";
import { isTable } from "./parse-note";
import { render } from "./preview";

type Kind = "callout" | "table" | "embed" | "code";

interface Block { kind: Kind; from: number; to: number }

const owners = new WeakMap<HTMLElement, Component>();
const CLASSES = { callout: "cm-callout", table: "cm-table-widget", embed: "cm-embed", code: "cm-preview-code-block" };

class BlockWidget extends WidgetType {
  constructor(private app: App, private path: string, private kind: Kind, private source: string) { super(); }
  override eq(other: BlockWidget): boolean { return other.source === this.source && other.path === this.path && other.kind === this.kind; }
  override toDOM(view: EditorView): HTMLElement {
    const el = createDiv({ cls: ["cm-embed-block", "markdown-rendered", CLASSES[this.kind]], attr: { contenteditable: "false" } });
    const owner = new Component();
    owner.load();
    owners.set(el, owner);
    el.addEventListener("click", (evt) => {
      const link = elementOf(evt)?.closest("a.internal-link");
      if (link) void this.app.workspace.openLinkText(link.getAttribute("data-href") ?? "", this.path);
    });
    const note = (): { text: string; line: number } => {
      const text = view.state.doc.toString();
      const at = view.contentDOM.contains(el) ? view.posAtDOM(el) : text.indexOf(this.source);
      return { text, line: view.state.doc.lineAt(at).number - 1 };
    };
    if (this.kind === "code") this.#editButton(view, el);
    // A click into a callout or a table shows its source; one into an embed or a code block, or on a link, does not.
    if (this.kind === "callout" || this.kind === "table") {
      el.addEventListener("mousedown", (evt) => {
        if (evt.button !== 0 || elementOf(evt)?.closest("a, button, input")) return;
        evt.preventDefault();
        view.dispatch({ selection: { anchor: view.posAtDOM(el) }, userEvent: "select.pointer" });
        view.focus();
      });
    }
    void render(this.app, this.source, el, { sourcePath: this.path, owner, ...(this.app.registry.alwaysSectionInfo ? { note } : {}) }).then(() => { view.requestMeasure(); });
    return el;
  }
  #editButton(view: EditorView, el: HTMLElement): void {
    const button = el.createEl("button", { cls: "edit-block-button", type: "button", attr: { "aria-label": "Edit this block" } });
    setIcon(button, "pencil");
    button.addEventListener("click", () => {
      view.dispatch({ selection: { anchor: view.posAtDOM(el) } });
      view.focus();
    });
  }
  override destroy(dom: HTMLElement): void { owners.get(dom)?.unload(); }
  override ignoreEvent(): boolean { return true; }
}

const OPENS = /^(>[ \t]*\[!|!\[\[[^\]]+\]\][ \t]*$|.*\|)/;

/** The block that begins on a line, if one does. */
function blockAt(doc: Text, number: number): (Block & { last: number }) | null {
  const line = doc.line(number);
  if (!OPENS.test(line.text)) return null;
  const kind = line.text.startsWith(">") ? "callout" : line.text.startsWith("![[") ? "embed" : "table";
  if (kind === "table" && (number === doc.lines || !isTable(`${line.text}\n${doc.line(number + 1).text}\n`))) return null;
  let last = number;
  const goesOn = (text: string): boolean => (kind === "callout" ? text.startsWith(">") : kind === "table" && text.includes("|"));
  while (last < doc.lines && goesOn(doc.line(last + 1).text)) last++;
  return { kind, from: line.from, to: doc.line(last).to, last };
}

/** A fence, and the language of what it opens. */
const FENCE = /^[ \t]*(`{3,}|~{3,})[ \t]*(\S*)/;

function blocksOf(doc: Text, languages: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: { mark: string; from: number; language: string } | null = null;
  for (let number = 1; number <= doc.lines; number++) {
    const { text, from, to } = doc.line(number);
    const [, mark = "", language = ""] = FENCE.exec(text) ?? [];
    if (open !== null) {
      if (!mark.startsWith(open.mark) || language !== "") continue;
      if (languages.includes(open.language)) blocks.push({ kind: "code", from: open.from, to });
      open = null;
      continue;
    }
    if (mark !== "") open = { mark, from, language };
    const block = mark === "" ? blockAt(doc, number) : null;
    if (block === null) continue;
    blocks.push(block);
    number = block.last;
  }
  return blocks;
}

/** Whether a change leaves the blocks as they are, but for where they stand: it is in none, and makes none. */
function leavesBlocks(tr: Transaction, blocks: readonly Block[]): boolean {
  let leaves = true;
  tr.changes.iterChanges((fromA, toA, fromB, toB) => {
    const before = tr.startState.doc;
    const old = { from: before.lineAt(fromA).from, to: before.lineAt(toA).to };
    const now = tr.newDoc.sliceString(tr.newDoc.lineAt(fromB).from, tr.newDoc.lineAt(toB).to);
    if (/[|>`~]|!\[\[/.test(before.sliceString(old.from, old.to) + now) || blocks.some(({ from, to }) => from <= old.to + 1 && to >= old.from - 1)) leaves = false;
  });
  return leaves;
}

interface Shown { blocks: Block[]; decorations: DecorationSet }

function draw(state: EditorState, blocks: Block[]): Shown {
  const { app, file } = state.field(editorInfoField);
  if (!state.field(editorLivePreviewField) || file === null) return { blocks, decorations: Decoration.none };
  const ranges: Range<Decoration>[] = [];
  for (const { kind, from, to } of blocks) {
    if (state.selection.ranges.some((range) => range.from <= to && range.to >= from)) continue;
    ranges.push(Decoration.replace({ widget: new BlockWidget(app, file.path, kind, state.sliceDoc(from, to)), block: true }).range(from, to));
  }
  return { blocks, decorations: Decoration.set(ranges) };
}

function allBlocks(state: EditorState): Block[] { return blocksOf(state.doc, state.field(editorInfoField).app.registry.codeBlocks); }

/** A state field and no view plugin: only such may replace lines. */
const field = StateField.define<Shown>({
  create: (state) => draw(state, allBlocks(state)),
  update: (shown, tr) => {
    const mode = tr.startState.field(editorLivePreviewField) !== tr.state.field(editorLivePreviewField);
    if (tr.reconfigured) return draw(tr.state, allBlocks(tr.state));
    if (!tr.docChanged && !tr.selection && !mode) return shown;
    if (!tr.docChanged || !leavesBlocks(tr, shown.blocks)) return draw(tr.state, tr.docChanged ? allBlocks(tr.state) : shown.blocks);
    return draw(tr.state, shown.blocks.map((block) => ({ ...block, from: tr.changes.mapPos(block.from, 1), to: tr.changes.mapPos(block.to, -1) })));
  },
  provide: (self) => EditorView.decorations.from(self, ({ decorations }) => decorations),
});

export function widgets(): Extension { return field; }
