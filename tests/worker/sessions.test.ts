import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { applyEdits, moved, noteSource, passageOf, type Diagnostic, type Edit } from "../../src/core/index";
import { createEngine } from "../../src/worker/create-engine";
import type { News, Told } from "../../src/worker/engine";

const conflation = "The archive is decentralized because its copies sit on servers in nine countries.";
const equated = "Distributed and decentralized mean the same.";

const note = (path: string, source: string) => noteSource(path, source, (yaml) => parse(yaml) as unknown);

/** An editor that does as the plugin's does, without its clock: what it shows, where it stands, and what it was told. */
class Editor {
  text = "";
  readonly shown = new Map<number, Told & { by: number }>();
  private told = new Set<number>();
  private begun = false;

  constructor(
    readonly engine: ReturnType<typeof createEngine>,
    private readonly path = "a.md",
    private readonly session = 1,
  ) {}

  /** Changes the text and, as the plugin does, takes away what stands in an edited passage. */
  edit(edits: readonly Edit[]): News {
    const before = this.text;
    this.text = applyEdits(before, edits);
    for (const [id, one] of this.shown) {
      const passage = { from: one.passage.from + one.by, to: one.passage.to + one.by };
      if (edits.some(({ from, to }) => from < passage.to + (one.isOpen ? 1 : 0) && to >= passage.from)) this.shown.delete(id);
      else one.by += edits.filter(({ to }) => to <= passage.from).reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
    }
    return this.ask(this.begun ? [...edits] : [{ from: 0, to: 0, insert: this.text }]);
  }

  ask(edits: Edit[] = []): News {
    const dropped = [...this.told].filter((id) => !this.shown.has(id));
    for (const id of dropped) this.told.delete(id);
    const { frontMatter } = note(this.path, this.text);
    let news = this.engine.turn({ session: this.session, begins: !this.begun, path: this.path, frontMatter, edits, length: this.text.length, dropped, near: 0 });
    if (!news) throw new Error("the session is not known");
    this.begun = true;
    const first = news;
    for (;;) {
      for (const told of news.come) {
        this.told.add(told.id);
        this.shown.set(told.id, { ...told, by: 0 });
      }
      for (const id of news.gone) {
        this.told.delete(id);
        this.shown.delete(id);
      }
      if (!news.more) return first;
      news = this.engine.turn({ session: this.session, begins: false, path: this.path, edits: [], length: this.text.length, dropped: [], near: 0 });
      if (!news) throw new Error("the session was lost");
    }
  }

  get marks(): Diagnostic[] {
    return [...this.shown.values()].map(({ diagnostic, by }) => moved(diagnostic, by)).sort((a, b) => a.from - b.from || a.to - b.to);
  }
}

const judged = (engine: ReturnType<typeof createEngine>, text: string, path = "a.md"): Diagnostic[] => engine.lint(note(path, text)).filter(({ from, to }) => from < to);

const piece = fc.constantFrom(conflation, equated, "\n\n", "\n", " ", "x", ".", "Nobody owns it. ", "- ", "# ", "%% distinguo-ignore-next-line %%\n", "%% distinguo-disable %%\n", "```\n", "---\n", "distinguo: false\n", "decentralized", "distributed", " because ", "because its copies sit on servers in nine countries");
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));

describe("a session of an editor", () => {
  it("comes, whatever is edited, to what judging the whole note gives", () => {
    const engine = createEngine();
    let session = 0;
    const change = fc.record({ at: fc.nat(), take: fc.nat({ max: 120 }), insert: texts });
    fc.assert(
      fc.property(texts, fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (text, steps) => {
        const editor = new Editor(engine, "a.md", ++session);
        editor.edit([{ from: 0, to: 0, insert: text }]);
        expect(editor.marks).toEqual(judged(engine, editor.text));
        for (const step of steps) {
          let free = 0;
          const { length } = editor.text;
          const edits = step
            .map(({ at, take, insert }) => ({ from: length === 0 ? 0 : at % (length + 1), take, insert }))
            .sort((a, b) => a.from - b.from)
            .flatMap(({ from, take, insert }) => {
              if (from < free) return [];
              const to = Math.min(length, from + take);
              free = to + 1;
              return [{ from, to, insert }];
            });
          editor.edit(edits);
          expect(editor.marks).toEqual(judged(engine, editor.text));
        }
        engine.leave(session);
      }),
      { numRuns: 120 },
    );
  });

  it("is told only what has come and gone", () => {
    const editor = new Editor(createEngine());
    const lines = Array.from({ length: 40 }, () => conflation);
    expect(editor.edit([{ from: 0, to: 0, insert: ["An opening.", ...lines].join("\n\n") }]).come).toHaveLength(40);
    expect(editor.edit([{ from: 0, to: 0, insert: "# A heading\n\n" }])).toEqual({ gone: [], come: [], more: false });
    const at = editor.text.indexOf("copies");
    const { come, gone } = editor.edit([{ from: at, to: at, insert: "many " }]);
    expect([come.length, gone.length]).toEqual([1, 0]);
    const cause = editor.text.indexOf("because");
    expect(editor.edit([{ from: cause, to: cause + 7, insert: "and" }]).come).toEqual([]);
    expect(editor.marks).toHaveLength(39);
  });

  it("tells what was dropped again, without an edit", () => {
    const editor = new Editor(createEngine());
    editor.edit([{ from: 0, to: 0, insert: conflation }]);
    const marks = editor.marks;
    editor.shown.clear();
    editor.ask();
    expect(editor.marks).toEqual(marks);
  });

  it("tells many in portions, beginning where the editor is looking", () => {
    const engine = createEngine();
    const lines = Array.from({ length: 600 }, (_, line) => `${conflation} ${line}`).join("\n\n");
    const near = lines.indexOf(" 400\n");
    const ask = (begins: boolean) => engine.turn({ session: 1, begins, path: "a.md", edits: begins ? [{ from: 0, to: 0, insert: lines }] : [], length: lines.length, dropped: [], near });
    const portions = [ask(true), ask(false), ask(false), ask(false)];
    expect(portions.map((news) => news?.more)).toEqual([true, true, false, false]);
    expect(portions.flatMap((news) => news?.come ?? [])).toHaveLength(600);
    expect(portions.at(-1)?.come).toEqual([]);
    expect(Math.abs((portions[0]?.come[0]?.diagnostic.from ?? 0) - near)).toBeLessThan(conflation.length);
    const [told] = portions[0]?.come ?? [];
    expect(told?.passage).toEqual(told && passageOf(lines, told.diagnostic));
  });

  it("is judged anew when what it is judged by changes, and knows the note by another path", () => {
    const editor = new Editor(createEngine());
    editor.edit([{ from: 0, to: 0, insert: `${conflation}\n\n${equated}` }]);
    editor.engine.configure({ rules: { equated: "off" } });
    expect(editor.ask().gone).toHaveLength(1);
    editor.engine.configure({ exclude: ["old/"] });
    editor.ask();
    expect(editor.marks).toHaveLength(2);
    const turn = { session: 1, begins: false, edits: [], length: editor.text.length, dropped: [], near: 0 };
    expect(editor.engine.turn({ ...turn, path: "old/a.md" })?.gone).toHaveLength(2);
    expect(editor.engine.turn({ ...turn, path: "a.md" })?.come).toHaveLength(2);
  });

  it("is not known to an engine that was not told of it, that has been told it is over, or whose copy is another text", () => {
    const engine = createEngine();
    const turn = { session: 1, path: "a.md", edits: [], dropped: [], near: 0 };
    expect(engine.turn({ ...turn, begins: false, length: 0 })).toBeNull();
    expect(engine.turn({ ...turn, begins: true, length: 0 })).not.toBeNull();
    expect(engine.turn({ ...turn, begins: false, length: 5 })).toBeNull();
    expect(engine.turn({ ...turn, begins: false, length: 0 })).toBeNull();
    engine.turn({ ...turn, begins: true, length: 0 });
    engine.leave(1);
    expect(engine.turn({ ...turn, begins: false, length: 0 })).toBeNull();
  });
});
