import { Component, type TFile } from "obsidian";
import { findingsOf, isAtLeast, type EmbedProblem, type Finding, type NoteDiagnostics, type RuleAbout } from "../../core/index";
import { told } from "../commands/lint";
import { drawFinding } from "../diagnostics/finding-row";
import { linkStyle } from "../fixes/link-style";
import { keepPlace } from "../keep-place";
import { noteName } from "../note-name";
import { readNotes } from "../read-notes";
import { addButton } from "../press";
import { noteAsked, notesIn } from "./notes-asked";
import type { BlockContext, EmbedTools, Part } from "./part";

/** What is found in the prose of some notes and about the notes themselves, as links to the places. */
export class ProblemList extends Component implements Part {
  private room: number;
  /** What was found in the prose of notes that have not changed since. */
  private readonly prose = new Map<string, Finding[]>();
  private rules: readonly RuleAbout[] = [];

  constructor(
    private readonly el: HTMLElement,
    private readonly tools: EmbedTools,
    private readonly block: BlockContext,
    private readonly invalidate: () => void,
  ) {
    super();
    this.room = block.options.limit;
  }

  resize(): void {
    // The list flows.
  }

  changed(paths: readonly string[] | undefined): void {
    if (paths === undefined) this.prose.clear();
    for (const path of paths ?? []) this.prose.delete(path);
  }

  async refresh(isWanted: () => boolean): Promise<EmbedProblem[]> {
    const { tools, block } = this;
    const { files, problems, isOne } = await this.asked();
    this.rules = (await tools.engine.about()).rules;
    const unknown = files.filter(({ path }) => !this.prose.has(path));
    let done = files.length - unknown.length;
    if (unknown.length > 50) this.say(done, files.length);
    for await (const batch of readNotes(tools, unknown)) {
      const { notes } = await tools.engine.lintAll(batch);
      if (!isWanted()) return problems;
      const found = new Map(notes.map(({ path, diagnostics }) => [path, diagnostics]));
      for (const { path, source } of batch) this.prose.set(path, this.findings(source, { path, diagnostics: found.get(path) ?? [] }));
      done += batch.length;
      if (unknown.length > 50) this.say(done, files.length);
    }
    const about = await this.check(files);
    if (!isWanted()) return problems;
    const rows = files
      .flatMap(({ path }) => [...(this.prose.get(path) ?? []), ...(about.get(path) ?? [])].sort((a, b) => a.from - b.from).map((finding) => ({ path, finding })))
      .sort((a, b) => (a.path < b.path ? -1 : Number(a.path !== b.path)));
    const [only] = files;
    keepPlace(this.el, () => this.draw(rows, isOne && only ? noteName(only.path) : files.length === 1 ? "1 note" : `${files.length.toLocaleString()} notes`, isOne));
    if (block.options.tags.length > 0 && files.length === 0) problems.push({ line: block.lines["tag"] ?? 1, message: `“tag”: no note${block.options.folders.length > 0 ? " there" : ""} has ${block.options.tags.map((tag) => `#${tag}`).join(" or ")}.` });
    return problems;
  }

  /** The notes that are asked for: one, or those of folders and tags. */
  private async asked(): Promise<{ files: TFile[]; problems: EmbedProblem[]; isOne: boolean }> {
    const { tools, block } = this;
    const { note, folders, tags } = block.options;
    if (note === null && folders.length + tags.length > 0) {
      const { files, problems } = notesIn(tools.app, block, tools.config());
      return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), problems, isOne: false };
    }
    const asked = await noteAsked(tools, block);
    if (typeof asked !== "string") return { files: [], problems: [asked], isOne: false };
    const file = tools.app.vault.getFileByPath(asked);
    return { files: file ? [file] : [], problems: [], isOne: true };
  }

  private findings(text: string, { diagnostics }: NoteDiagnostics): Finding[] {
    const { rules, severity } = this.block.options;
    return findingsOf(text, diagnostics.filter((one) => this.tools.shown(one) && isAtLeast(one.severity, severity) && (rules.length === 0 || rules.includes(one.rule))));
  }

  /** What there is to say about the notes themselves, by path. */
  private async check(files: readonly TFile[]): Promise<Map<string, Finding[]>> {
    const { app, engine } = this.tools;
    const asked = new Map(files.map((file) => [file.path, file]));
    const result = new Map<string, Finding[]>();
    for (const note of await engine.check(await linkStyle(app))) {
      const file = asked.get(note.path);
      if (file) result.set(note.path, this.findings(await app.vault.cachedRead(file), note));
    }
    return result;
  }

  private say(done: number, of: number): void {
    if (this.el.childElementCount > 0 && !this.el.hasClass("is-counting")) return;
    this.el.addClass("is-counting");
    this.el.setText(`Linting ${done.toLocaleString()} of ${of.toLocaleString()} notes`);
  }

  private draw(rows: readonly { path: string; finding: Finding }[], where: string, isOne: boolean): void {
    const { el } = this;
    el.empty();
    el.removeClass("is-counting");
    el.createEl("p", { cls: "distinguo-report-sum", text: told(rows.length, where) });
    if (rows.length === 0) return;
    const list = el.createEl("ul", { cls: "distinguo-findings" });
    for (const row of rows.slice(0, this.room)) {
      const about = this.rules.find(({ id }) => id === row.finding.rule)?.about ?? "prose";
      drawFinding(list.createEl("li"), this.tools.app, row, isOne ? row.finding.rule : noteName(row.path), about);
    }
    if (rows.length <= this.room) return;
    addButton(el, "distinguo-quiet", `${(rows.length - this.room).toLocaleString()} more`, () => {
      this.room *= 2;
      this.invalidate();
    });
  }
}
