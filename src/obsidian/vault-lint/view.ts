import { ItemView, Menu, type WorkspaceLeaf } from "obsidian";
import type { Finding, RuleAbout } from "../../core/index";
import type { Fixes } from "../fixes/fixes";
import { keepPlace, wayBack } from "../keep-place";
import { noteName } from "../note-name";
import { addButton } from "../press";
import { addQuoting } from "../quoted";
import { drawFinding } from "./finding-row";
import { groupings, groupsOf, type Group, type Grouping, type Row } from "./groups";
import type { FindingAbout, VaultReport } from "./report";

export const reportViewType = "distinguo-diagnostics";

/** How many notes are listed before one asks for more, and how many diagnostics of one group; whoever asks gets twice as many. */
const page = 60;

/** A group with more diagnostics than this is closed until one opens it. */
const openUpTo = 24;

const abouts = { prose: "Prose", notes: "Notes" } as const;

/** What the view shows, and what its buttons do. */
export interface ReportViewTools {
  report: VaultReport;
  fixes: Fixes;
  rules: () => Promise<readonly RuleAbout[]>;
  lint: () => void;
}

/** Lists what linting the vault has found; a click opens the place, or applies a fix. */
export class ReportView extends ItemView {
  override icon = "list-checks";
  override navigation = false;
  private about: FindingAbout = "prose";
  private readonly by: Record<FindingAbout, Grouping> = { prose: "note", notes: "rule" };
  private rules: readonly RuleAbout[] = [];
  /** How many rows the groups have room for that were asked for more; without a key, how many groups the list has. */
  private readonly rooms = new Map<string, number>();
  /** The groups that were opened or closed by hand. */
  private readonly opened = new Map<string, boolean>();
  private progressEl: HTMLElement | undefined;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: ReportViewTools,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return reportViewType;
  }

  getDisplayText(): string {
    return "Diagnostics";
  }

  protected override async onOpen(): Promise<void> {
    const { report, rules } = this.tools;
    this.contentEl.addClass("distinguo-report");
    this.registerEvent(report.on("changed", () => this.renderAgain()));
    this.registerEvent(report.on("progress", () => this.renderProgress()));
    this.render();
    report.catchUp();
    this.rules = await rules();
    this.renderAgain();
  }

  protected override onClose(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }

  private renderAgain(): void {
    keepPlace(this.contentEl, () => this.render());
  }

  private render(): void {
    const { contentEl } = this;
    const { report, lint } = this.tools;
    contentEl.empty();
    const { isWritten, isOutdated, linted, progress } = report;
    const head = contentEl.createDiv({ cls: "distinguo-report-head" });
    if (isWritten) {
      this.renderChoice(head, abouts, this.about, (about) => (this.about = about), (about) => report.count(about));
    }
    addButton(head, isOutdated && !progress ? "mod-cta" : "distinguo-lint", progress ? "Stop" : isWritten ? "Lint again" : "Lint the vault", () => {
      this.rooms.clear();
      if (progress) report.stop();
      else lint();
    });
    this.progressEl = progress && contentEl.createDiv({ cls: "distinguo-progress", attr: { role: "status" } });
    this.renderProgress();
    if (!isWritten) {
      contentEl.createDiv({ cls: "distinguo-empty" }).createEl("p", { text: "Linting the vault lists here what is found in all its notes." });
      return;
    }
    if (isOutdated && !progress) contentEl.createEl("p", { cls: "distinguo-report-outdated", text: "The settings have changed since the vault was linted.", attr: { role: "status" } });
    for (const { path, reason } of report.unread) contentEl.createEl("p", { cls: "distinguo-report-sum", text: `Could not be linted: ${path} (${reason})` });
    const notes = report.notes(this.about);
    const bar = contentEl.createDiv({ cls: "distinguo-report-head" });
    if (!progress) {
      const sum = notes.length === 0 ? `Nothing found in ${linted.toLocaleString()} notes.` : `In ${notes.length.toLocaleString()} of ${linted.toLocaleString()} notes.`;
      bar.createEl("p", { cls: "distinguo-report-sum", text: sum });
    }
    const { by } = this;
    if (notes.length > 0) this.renderChoice(bar, groupings, by[this.about], (grouping) => (by[this.about] = grouping));
    this.renderSome(contentEl, "", groupsOf(notes, by[this.about], this.rules), (group) => this.renderGroup(group));
  }

  private renderProgress(): void {
    const { progress } = this.tools.report;
    if (!this.progressEl || !progress) return;
    this.progressEl.empty();
    this.progressEl.createEl("progress", { attr: { value: String(progress.done), max: String(Math.max(progress.of, 1)), "aria-hidden": "true" } });
    this.progressEl.createSpan({ text: `${progress.doing} ${progress.done.toLocaleString()} of ${progress.of.toLocaleString()} notes` });
  }

  /** A button for each of some ways to look at the list. An aria-label would be shown as a tooltip; the buttons say it all. */
  private renderChoice<Key extends string>(parent: HTMLElement, options: Readonly<Record<Key, string>>, current: Key, choose: (key: Key) => void, count?: (key: Key) => number): void {
    const choice = parent.createDiv({ cls: "distinguo-segments", attr: { role: "group" } });
    for (const key of Object.keys(options) as Key[]) {
      const button = addButton(choice, "distinguo-segment", options[key], () => {
        choose(key);
        this.rooms.clear();
        this.renderAgain();
      });
      button.setAttr("aria-pressed", String(key === current));
      if (count) button.createSpan({ cls: "distinguo-count", text: count(key).toLocaleString() });
    }
  }

  /** Renders as many of some things as there is room for, and a button that makes more. */
  private renderSome<Thing>(parent: HTMLElement, key: string, all: readonly Thing[], render: (thing: Thing) => void): void {
    const room = this.rooms.get(key) ?? page;
    all.slice(0, room).forEach(render);
    if (all.length <= room) return;
    addButton(parent, "distinguo-quiet", `${(all.length - room).toLocaleString()} more`, () => {
      this.rooms.set(key, room * 2);
      this.renderAgain();
    });
  }

  private renderGroup({ key, title, folder, rule, rows }: Group): void {
    const details = this.contentEl.createEl("details", { cls: "distinguo-group" });
    const open = this.opened.get(key) ?? rows.length <= openUpTo;
    details.open = open;
    const head = details.createEl("summary", { cls: "distinguo-group-title" });
    head.addEventListener("click", (event) => {
      event.preventDefault();
      this.opened.set(key, !open);
      this.renderAgain();
    });
    head.createSpan({ text: title, attr: { role: "heading", "aria-level": "3" } });
    head.createSpan({ cls: "distinguo-folder", text: folder });
    head.createSpan({ cls: "distinguo-count", text: rows.length.toLocaleString() });
    if (rule) head.createDiv({ cls: "distinguo-group-about", text: rule.summary });
    if (!open) return;
    if (rule) {
      details.createEl("p", { cls: "distinguo-group-about", text: rule.rationale });
      const safe = rows.filter(({ finding }) => finding.fixes.some(({ kind }) => kind === "safe")).length;
      if (safe > 1 && rule.about === "notes") addButton(details, "distinguo-fix-all", `Fix ${safe.toLocaleString()} of ${rows.length.toLocaleString()} safely…`, (button) => void this.tools.fixes.fixAll(rule.id, wayBack(this.contentEl, button)));
    }
    const list = details.createEl("ul", { cls: "distinguo-findings" });
    this.renderSome(details, key, rows, (row) => this.renderFinding(list, row));
  }

  private renderFinding(list: HTMLElement, { path, finding }: Row): void {
    const item = list.createEl("li");
    drawFinding(item, this.app, { path, finding }, this.by[this.about] === "rule" ? noteName(path) : finding.rule, this.about);
    if (this.about === "notes" && finding.fixes.length > 0) this.renderFix(item, path, finding);
  }

  /** A button that applies the only fix of a finding, or opens a menu of several. */
  private renderFix(item: HTMLElement, path: string, finding: Finding): void {
    const { fixes } = finding;
    const only = fixes.length === 1 ? fixes[0]?.title : undefined;
    const apply = (title: string, back: () => void): void => void this.tools.fixes.fix(path, finding, title, back);
    const choose = (button: HTMLElement, back: () => void): void => {
      const menu = new Menu();
      for (const { title } of fixes) {
        const text = createFragment((fragment) => addQuoting(fragment.createSpan({ cls: "distinguo-menu-title" }), title));
        menu.addItem((entry) => entry.setTitle(text).onClick(() => apply(title, back)));
      }
      // The list may have been drawn anew under the menu.
      menu.onHide(back);
      const { left, bottom } = button.getBoundingClientRect();
      menu.showAtPosition({ x: left, y: bottom }, button.ownerDocument);
    };
    const button = addButton(item, "distinguo-quiet distinguo-fix", "", (pressed) => {
      const back = wayBack(this.contentEl, pressed);
      if (only === undefined) choose(pressed, back);
      else apply(only, back);
    });
    addQuoting(button, only ?? "Fix…");
    if (only === undefined) button.setAttr("aria-haspopup", "menu");
  }
}
