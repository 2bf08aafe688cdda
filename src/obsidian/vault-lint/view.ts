import { ItemView, Keymap, type WorkspaceLeaf } from "obsidian";
import { openPlace } from "../open-note";
import type { Finding, NoteFindings, VaultReport } from "./report";

export const reportViewType = "distinguo-diagnostics";

/** How many diagnostics are listed before one asks for more. */
const page = 300;

/** Lists what linting the vault has found; a click opens the place. */
export class ReportView extends ItemView {
  override icon = "list-checks";
  override navigation = false;

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
    this.registerEvent(this.report.on("changed", () => this.render()));
    this.render();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.contentEl.empty();
    return Promise.resolve();
  }

  private render(): void {
    const { contentEl } = this;
    contentEl.empty();
    const { notes, linted } = this.report;
    const count = notes?.reduce((sum, { findings }) => sum + findings.length, 0) ?? 0;
    const head = contentEl.createDiv({ cls: "distinguo-report-head" });
    head.createSpan({ text: notes ? `${count.toLocaleString()} in ${notes.length.toLocaleString()} of ${linted.toLocaleString()} notes` : "The vault has not been linted yet." });
    const again = head.createEl("button", { text: notes ? "Lint again" : "Lint the vault", attr: { type: "button" } });
    again.addEventListener("click", this.lint);
    if (notes && count === 0) contentEl.createDiv({ cls: "distinguo-empty" }).createEl("p", { text: "No diagnostics in this vault." });
    this.renderFrom(notes ?? [], 0);
  }

  /** Renders notes from `first` on until a page is full. */
  private renderFrom(notes: readonly NoteFindings[], first: number): void {
    let listed = 0;
    for (const [index, note] of notes.entries()) {
      if (index < first) continue;
      if (listed >= page) {
        const more = this.contentEl.createEl("button", { cls: "distinguo-quiet", text: `${notes.length - index} more notes`, attr: { type: "button" } });
        more.addEventListener("click", () => {
          more.remove();
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
    title.createSpan({ text: path.slice(slash + 1).replace(/\.md$/, "") });
    if (slash > 0) title.createSpan({ cls: "distinguo-folder", text: path.slice(0, slash) });
    title.createSpan({ cls: "distinguo-count", text: String(findings.length) });
    const list = section.createEl("ul", { cls: "distinguo-findings" });
    for (const finding of findings) this.renderFinding(list, path, finding);
  }

  private renderFinding(list: HTMLElement, path: string, finding: Finding): void {
    const link = list.createEl("li").createEl("a", { cls: ["distinguo-finding", `distinguo-${finding.severity}`], href: "#", attr: { "aria-label": `${finding.severity}, line ${finding.line}: ${finding.message}` } });
    link.createSpan({ cls: "distinguo-dot" });
    const text = link.createSpan({ cls: "distinguo-finding-text" });
    text.appendText(finding.before);
    text.createEl("mark", { cls: `distinguo-mark distinguo-${finding.severity}`, text: finding.words });
    text.appendText(finding.after);
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
