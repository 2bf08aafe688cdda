import { ItemView, Keymap, type WorkspaceLeaf } from "obsidian";
import { noteName } from "../note-name";
import { openPlace } from "../open-note";
import type { Finding, NoteFindings } from "./finding";
import type { FindingAbout, VaultReport } from "./report";

export const reportViewType = "distinguo-diagnostics";

/** How many diagnostics are listed before one asks for more. */
const page = 120;

const abouts = { prose: "Prose", notes: "Notes" } as const;

/** Lists what linting the vault has found; a click opens the place. */
export class ReportView extends ItemView {
  override icon = "list-checks";
  override navigation = false;
  private about: FindingAbout = "prose";
  /** How many diagnostics the list has room for now. */
  private room = page;
  private progressEl: HTMLElement | undefined;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly report: VaultReport,
    private readonly lint: () => void,
  ) {
    super(leaf);
  }

  getViewType(): string {
    return reportViewType;
  }

  getDisplayText(): string {
    return "Diagnostics";
  }

  protected override onOpen(): Promise<void> {
    this.contentEl.addClass("distinguo-report");
    this.registerEvent(this.report.on("changed", () => this.renderAgain()));
    this.registerEvent(this.report.on("progress", () => this.renderProgress()));
    this.render();
    this.report.catchUp();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }

  /** Renders what has changed without losing the place: neither what is scrolled to nor what has the focus. */
  private renderAgain(): void {
    const { contentEl } = this;
    const { scrollTop } = contentEl;
    const stops = (): HTMLElement[] => [...contentEl.querySelectorAll<HTMLElement>("a, button")];
    const focused = stops().find((el) => el.isActiveElement());
    this.render();
    contentEl.scrollTop = scrollTop;
    if (focused) stops().find((el) => el.className === focused.className && el.textContent === focused.textContent)?.focus({ preventScroll: true });
  }

  private render(): void {
    const { contentEl } = this;
    contentEl.empty();
    const { isWritten, isOutdated, linted, progress } = this.report;
    const head = contentEl.createDiv({ cls: "distinguo-report-head" });
    if (isWritten) this.renderChoice(head);
    const button = head.createEl("button", { text: progress ? "Stop" : isWritten ? "Lint again" : "Lint the vault", attr: { type: "button" } });
    button.toggleClass("mod-cta", isOutdated && !progress);
    button.addEventListener("click", () => {
      this.room = page;
      if (progress) this.report.stop();
      else this.lint();
    });
    this.progressEl = progress && contentEl.createDiv({ cls: "distinguo-progress", attr: { role: "status" } });
    this.renderProgress();
    if (!isWritten) {
      contentEl.createDiv({ cls: "distinguo-empty" }).createEl("p", { text: "Linting the vault lists here what is found in all its notes." });
      return;
    }
    if (isOutdated && !progress) contentEl.createEl("p", { cls: "distinguo-report-outdated", text: "The settings have changed since the vault was linted.", attr: { role: "status" } });
    for (const { path, reason } of this.report.unread) contentEl.createEl("p", { cls: "distinguo-report-sum", text: `Could not be linted: ${path} (${reason})` });
    const notes = this.report.notes(this.about);
    if (!progress) {
      const sum = notes.length === 0 ? `Nothing found in ${linted.toLocaleString()} notes.` : `In ${notes.length.toLocaleString()} of ${linted.toLocaleString()} notes.`;
      contentEl.createEl("p", { cls: "distinguo-report-sum", text: sum });
    }
    this.renderFrom(notes, 0);
  }

  private renderProgress(): void {
    const { progress } = this.report;
    if (!this.progressEl || !progress) return;
    this.progressEl.empty();
    this.progressEl.createEl("progress", { attr: { value: String(progress.done), max: String(Math.max(progress.of, 1)), "aria-hidden": "true" } });
    this.progressEl.createSpan({ text: `${progress.doing} ${progress.done.toLocaleString()} of ${progress.of.toLocaleString()} notes` });
  }

  /** Two buttons: what was found in the prose, and what was found in the notes themselves. */
  private renderChoice(head: HTMLElement): void {
    const choice = head.createDiv({ cls: "distinguo-segments", attr: { role: "group" } });
    for (const about of ["prose", "notes"] as const) {
      const button = choice.createEl("button", { attr: { type: "button", "aria-pressed": String(about === this.about) } });
      button.createSpan({ text: abouts[about] });
      button.createSpan({ cls: "distinguo-count", text: this.report.count(about).toLocaleString() });
      button.addEventListener("click", () => {
        this.about = about;
        this.room = page;
        this.render();
        this.contentEl.querySelector<HTMLElement>(".distinguo-segments [aria-pressed=true]")?.focus();
      });
    }
  }

  /** Renders notes from `first` on until there is no more room. */
  private renderFrom(notes: readonly NoteFindings[], first: number): void {
    let listed = notes.slice(0, first).reduce((sum, { findings }) => sum + findings.length, 0);
    for (const [index, note] of notes.entries()) {
      if (index < first) continue;
      if (listed >= this.room) {
        const more = this.contentEl.createEl("button", { cls: "distinguo-quiet", text: `${notes.length - index} more notes`, attr: { type: "button" } });
        more.addEventListener("click", () => {
          more.remove();
          this.room = listed + page;
          this.renderFrom(notes, index);
        });
        return;
      }
      this.renderNote(note);
      listed += note.findings.length;
    }
  }

  private renderNote({ path, findings }: NoteFindings): void {
    const section = this.contentEl.createEl("section", { cls: "distinguo-group" });
    const slash = path.lastIndexOf("/");
    const title = section.createDiv({ cls: "distinguo-group-title", attr: { role: "heading", "aria-level": "3" } });
    title.createSpan({ text: noteName(path) });
    if (slash > 0) title.createSpan({ cls: "distinguo-folder", text: path.slice(0, slash) });
    title.createSpan({ cls: "distinguo-count", text: String(findings.length) });
    const list = section.createEl("ul", { cls: "distinguo-findings" });
    for (const finding of findings) this.renderFinding(list, path, finding);
  }

  private renderFinding(list: HTMLElement, path: string, finding: Finding): void {
    const link = list.createEl("li").createEl("a", { cls: ["distinguo-finding", `distinguo-${finding.severity}`], href: "#", attr: { "aria-label": `${finding.severity}, line ${finding.line}: ${finding.message}` } });
    link.createSpan({ cls: "distinguo-dot" });
    const text = link.createSpan({ cls: "distinguo-finding-text" });
    if (this.about === "prose") {
      text.appendText(finding.before);
      text.createEl("mark", { cls: `distinguo-mark distinguo-${finding.severity}`, text: finding.words });
      text.appendText(finding.after);
    } else {
      // What a note lacks stands nowhere in it.
      text.addClass("is-message");
      text.appendText(finding.message);
    }
    link.createSpan({ cls: "distinguo-finding-place", text: `${finding.rule} · line ${finding.line}` });
    const open = (event: MouseEvent): void => {
      event.preventDefault();
      void openPlace(this.app, path, finding, Keymap.isModEvent(event));
    };
    link.addEventListener("click", open);
    link.addEventListener("auxclick", (event) => {
      if (event.button === 1) open(event);
    });
  }
}
