import type { AxisAbout, AxisPosition, PositionEvidence } from "../../core/index";
import { addButton, onFollow } from "../press";
import type { PlacedNote } from "./layout";
import type { SquareDesk } from "./desk";
import { isGuess, standingText, valueText } from "./words";

let numbered = 0;

/** What is known of one note, or which notes share a spot: in the panel, below the picture. */
export class Detail {
  readonly el: HTMLElement;
  private paths: string[] = [];
  private drawn = "";
  private from: HTMLElement | undefined;

  /**
   * @param back gives the focus back to a note's point, or to what has asked for the detail
   * @param conventionLabel how a convention is called
   */
  constructor(
    parent: HTMLElement,
    private readonly desk: SquareDesk,
    private readonly back: (path: string, from: HTMLElement | undefined) => void,
    private readonly conventionLabel: (id: string) => string,
  ) {
    this.el = parent.createEl("section", { cls: "distinguo-standing", attr: { tabindex: "-1" } });
    this.el.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    this.el.hide();
  }

  /** Shows notes that were chosen. */
  open(notes: readonly PlacedNote[], from: HTMLElement | undefined, takesFocus: boolean): void {
    this.paths = notes.map(({ path }) => path);
    this.from = from;
    this.drawn = "";
    this.draw(notes);
    if (takesFocus) this.el.focus({ preventScroll: true });
    // The picture stays in sight as far as it can.
    this.el.find(".distinguo-standing-head")?.scrollIntoView({ block: "nearest" });
  }

  /** Shows the notes that were chosen as they are now; those that have gone are left out. */
  update(notes: readonly PlacedNote[]): void {
    if (this.paths.length === 0) return;
    const now = this.paths.flatMap((path) => notes.find((note) => note.path === path) ?? []);
    if (now.length === 0) this.hide();
    else this.draw(now);
  }

  private close(): void {
    const [path = ""] = this.paths;
    const hadFocus = this.el.contains(this.el.doc.activeElement);
    this.hide();
    if (hadFocus) this.back(path, this.from);
  }

  private hide(): void {
    this.paths = [];
    this.drawn = "";
    this.el.empty();
    this.el.hide();
  }

  private draw(notes: readonly PlacedNote[]): void {
    const key = JSON.stringify([this.desk.about().distinction, notes]);
    if (key === this.drawn) return;
    this.drawn = key;
    const hadFocus = this.el.contains(this.el.doc.activeElement);
    this.el.empty();
    this.el.show();
    const [note, ...others] = notes;
    if (!note) return;
    const id = `distinguo-standing-${++numbered}`;
    this.el.setAttribute("aria-labelledby", id);
    const head = this.el.createDiv({ cls: "distinguo-standing-head" });
    const title = head.createDiv({ cls: "distinguo-standing-title", attr: { id, role: "heading", "aria-level": "3", dir: "auto" } });
    addButton(head, "distinguo-quiet", "Close", () => this.close());
    if (others.length > 0) {
      title.setText(`${notes.length} notes in one place`);
      this.drawMany(notes);
    } else {
      title.setText(note.label);
      this.drawOne(note);
    }
    if (hadFocus) this.el.focus({ preventScroll: true });
  }

  private drawMany(notes: readonly PlacedNote[]): void {
    const list = this.el.createEl("ul", { cls: "distinguo-standing-notes" });
    const { axes } = this.desk.about();
    for (const note of notes) {
      const item = list.createEl("li");
      const button = addButton(item, "distinguo-quiet", "", () => this.open([note], this.from, true));
      button.createSpan({ text: note.label, attr: { dir: "auto" } });
      button.createSpan({ cls: "distinguo-standing-values", text: axes.map((axis, side) => valueOf(axis, note.position.axes[side])).join(" · ") });
    }
  }

  private drawOne(note: PlacedNote): void {
    const { axes } = this.desk.about();
    const { position: { problems, convention } } = note;
    const links = this.el.createDiv({ cls: "distinguo-standing-acts" });
    const link = links.createEl("a", { href: "#", text: "Open note" });
    this.desk.attach(link, note);
    addButton(links, "distinguo-quiet", "More…", (button) => {
      const { left, bottom } = button.getBoundingClientRect();
      this.desk.menu(note, { x: left, y: bottom }, button);
    });
    for (const problem of problems) this.el.createEl("p", { cls: "distinguo-standing-problem", text: problem });
    this.drawAxis(note, axes[0], 0);
    this.drawAxis(note, axes[1], 1);
    if (isGuess(note.position)) this.el.createEl("p", { cls: "distinguo-standing-note", text: `A guess is made of what the prose says, by the convention “${this.conventionLabel(convention)}”. Little evidence stays near the middle.` });
  }

  private drawAxis(note: PlacedNote, axis: AxisAbout, side: 0 | 1): void {
    const position = note.position.axes[side];
    const section = this.el.createDiv({ cls: "distinguo-standing-axis" });
    const id = `distinguo-standing-${++numbered}`;
    const head = section.createDiv({ cls: "distinguo-standing-axis-head" });
    head.createEl("label", { text: axis.id, attr: { for: id } });
    head.createSpan({ cls: "distinguo-standing-value", text: standingText(axis, position) });
    const slider = section.createEl("input", { type: "range", attr: { id, min: "0", max: "1", step: "0.01", "aria-describedby": `${id}-poles` } });
    slider.value = String(position?.value ?? 0.5);
    const poles = section.createDiv({ cls: "distinguo-standing-poles", attr: { id: `${id}-poles` } });
    for (const pole of axis.poles) poles.createSpan({ text: pole });
    const set = addButton(section.createDiv({ cls: "distinguo-standing-set" }), "distinguo-set", "", () => void this.desk.place(note, side === 0 ? [Number(slider.value), undefined] : [undefined, Number(slider.value)]));
    const told = (): void => {
      const text = valueText(Number(slider.value), axis);
      slider.setAttribute("aria-valuetext", text);
      set.setText(`Set ${text}`);
      set.disabled = position?.isGiven === true && text === valueText(position.value, axis);
    };
    slider.addEventListener("input", told);
    told();
    this.drawReasons(section, note.path, axis, position);
  }

  private drawReasons(section: HTMLElement, path: string, axis: AxisAbout, position: AxisPosition | null): void {
    if (!position) {
      section.createEl("p", { cls: "distinguo-standing-note", text: `Nothing in the note says ${axis.label}.` });
      return;
    }
    if (position.isGiven) {
      section.createEl("p", { cls: "distinguo-standing-note", text: `The property “${axis.id}” says so.` });
      return;
    }
    const rest = position.count - position.evidence.length;
    section.createEl("p", { cls: "distinguo-standing-note", text: `Guessed from ${position.count === 1 ? "one place" : `${position.count} places`}${rest > 0 ? `; the weightiest ${position.evidence.length}` : ""}:` });
    const list = section.createEl("ul", { cls: "distinguo-standing-evidence" });
    for (const quoted of bySentence(position.evidence)) this.drawEvidence(list.createEl("li"), path, axis, quoted);
  }

  /** One sentence, with all its words that speak for either end. */
  private drawEvidence(item: HTMLElement, path: string, axis: AxisAbout, quoted: readonly [PositionEvidence, ...PositionEvidence[]]): void {
    const [first] = quoted;
    const { sentence, line } = first;
    const link = item.createEl("a", { href: "#", attr: { dir: "auto" } });
    onFollow(link, (event) => this.desk.openEvidence(path, { ...first, to: Math.max(...quoted.map(({ to }) => to)) }, event));
    let read = 0;
    for (const { at, words } of quoted) {
      if (at < read) continue;
      link.appendText(sentence.slice(read, at));
      link.createEl("mark", { cls: `distinguo-evidence distinguo-axis-${axis.id}`, text: words });
      read = at + words.length;
    }
    link.appendText(sentence.slice(read));
    const poles = [...new Set(quoted.map(({ pole }) => axis.poles[pole]))].join(", ");
    item.createSpan({ cls: "distinguo-standing-origin", text: first.to === first.from ? ` the note’s name → ${poles}` : ` line ${line} → ${poles}` });
  }
}

/** What stands in one sentence, together, in document order. */
function bySentence(evidence: readonly PositionEvidence[]): [PositionEvidence, ...PositionEvidence[]][] {
  const quoted: [PositionEvidence, ...PositionEvidence[]][] = [];
  let last: PositionEvidence | undefined;
  for (const one of evidence) {
    // The same words may be said again, in a sentence of their own.
    if (last?.sentence === one.sentence && one.at > last.at) quoted.at(-1)?.push(one);
    else quoted.push([one]);
    last = one;
  }
  return quoted;
}

function valueOf(axis: AxisAbout, position: AxisPosition | null | undefined): string {
  return position ? valueText(position.value, axis) : "–";
}
