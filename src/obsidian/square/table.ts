import type { AxisAbout, AxisPosition } from "../../core/index";
import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import { isSameNotes, type PlacedNote } from "./layout";
import type { SquareDesk } from "./desk";
import { valueText } from "./words";

/** How many rows are shown before the rest is asked for, and how many more at once. */
const rows = 30;

/** The same as a table: every note, also those that stand nowhere. */
export class Table {
  private readonly el: HTMLElement;
  private shown = rows;
  private drawn = "";
  private notes: readonly PlacedNote[] = [];

  constructor(
    private readonly parent: HTMLElement,
    private readonly desk: SquareDesk,
    private readonly captionId: string,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-square-list" });
  }

  show(notes: readonly PlacedNote[], active: string | null): void {
    const key = `${this.desk.about().distinction} ${this.shown} ${active ?? ""}`;
    if (key === this.drawn && isSameNotes(notes, this.notes)) return;
    this.notes = notes;
    this.drawn = key;
    keepPlace(this.parent, () => this.draw(notes, active));
  }

  private draw(notes: readonly PlacedNote[], active: string | null): void {
    this.el.empty();
    if (notes.length === 0) return;
    const { axes } = this.desk.about();
    const table = this.el.createEl("table", { attr: { "aria-labelledby": this.captionId } });
    const head = table.createEl("thead").createEl("tr");
    for (const text of ["note", ...axes.map(({ id }) => id)]) head.createEl("th", { text, attr: { scope: "col" } });
    const body = table.createEl("tbody");
    // The active note is the first.
    const ordered = [...notes.filter(({ path }) => path === active), ...notes.filter(({ path }) => path !== active)];
    for (const note of ordered.slice(0, this.shown)) this.drawRow(body.createEl("tr"), note, note.path === active);
    const rest = ordered.length - this.shown;
    if (rest > 0) {
      addButton(this.el, "distinguo-quiet", `${rest.toLocaleString()} more`, () => {
        this.shown += rows;
        this.show(notes, active);
      });
    }
  }

  private drawRow(row: HTMLElement, note: PlacedNote, isActive: boolean): void {
    row.toggleClass("is-active", isActive);
    const { axes, problems } = note.position;
    const name = row.createEl("th", { attr: { scope: "row" } });
    const link = name.createEl("a", { href: "#", text: note.label, attr: { dir: "auto", ...(isActive && { "aria-current": "true" }) } });
    this.desk.attach(link, note);
    if (problems.length > 0) name.createSpan({ cls: "distinguo-badge", text: "not understood" });
    const about = this.desk.about().axes;
    this.drawValue(row.createEl("td"), note, about[0], axes[0]);
    this.drawValue(row.createEl("td"), note, about[1], axes[1]);
  }

  private drawValue(cell: HTMLElement, note: PlacedNote, axis: AxisAbout, position: AxisPosition | null): void {
    const button = addButton(cell, "distinguo-quiet distinguo-standing-open", "", (pressed) => this.desk.choose([note], pressed, true));
    button.createSpan({ text: position ? valueText(position.value, axis) : "–" });
    if (position) button.createSpan({ cls: "distinguo-standing-how", text: position.isGiven ? "given" : "guessed" });
    button.createSpan({ cls: "distinguo-spoken", text: `${position ? "" : "nothing said"}: ${axis.id} of ${note.label}` });
  }
}
