import type { App } from "obsidian";
import { places } from "../../core/index";
import { noteName } from "../note-name";
import { addQuoting } from "../quoted";
import { VirtualList } from "../virtual-list";
import { linked, touches, type Plan, type Texts } from "./plan";
import { showEdit } from "./show-edit";

/** Heights of rows before they are measured, in pixels. */
const usual = { note: 34, place: 80 };

/** How far the keys for pages go, in rows. */
const page = 10;

/** A row is a note, with numbers of plans, or one plan of the note before. A note with a single one is its row, too. */
type Row = { note: string; plans: number[] } | { plan: number; home: string };

/** A row while it is shown. */
interface Drawn {
  el: HTMLElement;
  box: HTMLInputElement;
  count?: HTMLElement | undefined;
}

/** A box, and room for what it stands for. */
function addBox(parent: HTMLElement): { box: HTMLInputElement; text: HTMLElement } {
  const label = parent.createEl("label", { cls: "distinguo-choose" });
  const box = label.createEl("input", { type: "checkbox" });
  return { box, text: label.createSpan() };
}

function showCount(box: HTMLInputElement, count: number, of: number): void {
  box.checked = count === of;
  box.indeterminate = count > 0 && count < of;
}

/**
 * Every change that some fixes would make, note by note, with a box for each, for each note and for all. However many there
 * are, only those in sight are drawn.
 */
export class ChangeList {
  private readonly rows: Row[] = [];
  private readonly isChosen: boolean[];
  private readonly drawn = new Map<number, Drawn>();
  private readonly lineIn = new Map<string, (offset: number) => number>();
  private readonly all: ReturnType<typeof addBox>;
  private readonly list: VirtualList;
  /** The row that the keys are at. */
  private current = 0;

  /**
   * To be made when its parent is shown.
   * @param changed is told how many changes are chosen
   */
  constructor(
    parent: HTMLElement,
    private readonly app: App,
    private readonly plans: readonly Plan[],
    private readonly texts: Texts,
    private readonly changed: (chosen: number) => void,
  ) {
    this.isChosen = plans.map(() => true);
    this.fillRows();
    this.all = addBox(parent);
    this.all.box.addEventListener("change", () => this.choose(this.plans.map((_plan, index) => index), this.all.box.checked));
    const scroller = parent.createDiv({ cls: "distinguo-changes" });
    scroller.toggleClass("is-single", plans.length === 1);
    this.all.box.parentElement?.toggle(plans.length > 1);
    // A list of one change has nothing to stop at, and may be longer than its room.
    if (plans.length === 1) scroller.tabIndex = 0;
    const list = scroller.createEl("ul");
    list.addEventListener("keydown", (event) => this.step(event));
    this.list = new VirtualList(scroller, list, {
      count: () => this.rows.length,
      key: String,
      estimate: (index) => {
        const row = this.rows[index];
        return row && "note" in row && row.plans.length > 1 ? usual.note : usual.place;
      },
      draw: (index, known) => known ?? this.drawRow(index).el,
      kept: () => this.current,
      gone: (key) => this.drawn.delete(Number(key)),
    });
    list.addEventListener("focusin", ({ targetNode }) => {
      const key = targetNode?.instanceOf(Element) ? this.list.keyAt(targetNode) : undefined;
      if (key !== undefined) this.stopAt(Number(key));
    });
    this.list.draw();
    this.recount();
  }

  get chosen(): Plan[] {
    return this.plans.filter((_plan, index) => this.isChosen[index]);
  }

  close(): void {
    this.list.unload();
  }

  /** Files each fix under the note that it changes, or the first of those that are there already. */
  private fillRows(): void {
    const notes = new Map<string, number[]>();
    for (const [index, plan] of this.plans.entries()) {
      const touched = touches(plan, this.texts);
      const home = (touched.find(({ path }) => typeof this.texts.get(path) === "string") ?? touched[0] ?? plan).path;
      const own = notes.get(home);
      if (own) own.push(index);
      else notes.set(home, [index]);
    }
    for (const [note, plans] of notes) this.rows.push({ note, plans }, ...(plans.length === 1 ? [] : plans).map((plan) => ({ plan, home: note })));
  }

  private choose(plans: readonly number[], isChosen: boolean): void {
    for (const plan of plans) this.isChosen[plan] = isChosen;
    this.recount();
  }

  private recount(): void {
    for (const [index, drawn] of this.drawn) this.showChosen(index, drawn);
    const { length } = this.chosen;
    showCount(this.all.box, length, this.plans.length);
    this.all.text.setText(`All: ${length.toLocaleString()} of ${this.plans.length.toLocaleString()}`);
    this.changed(length);
  }

  /** Has the box of a row show what is chosen. */
  private showChosen(index: number, { box, count }: Drawn): void {
    const row = this.rows[index];
    if (!row) return;
    const plans = "note" in row ? row.plans : [row.plan];
    const chosen = plans.reduce((sum, plan) => sum + Number(this.isChosen[plan]), 0);
    showCount(box, chosen, plans.length);
    count?.setText(`${chosen.toLocaleString()} of ${plans.length.toLocaleString()}`);
  }

  private drawRow(index: number): Drawn {
    const row = this.rows[index] ?? { note: "", plans: [] };
    const el = createEl("li", { attr: { "aria-setsize": this.rows.length, "aria-posinset": index + 1 } });
    const drawn: Drawn = { el, ...("note" in row ? this.drawNote(el, index, row) : this.drawPlace(el, index, row)) };
    drawn.box.tabIndex = index === this.current ? 0 : -1;
    drawn.box.addEventListener("change", () => this.choose("note" in row ? row.plans : [row.plan], drawn.box.checked));
    this.drawn.set(index, drawn);
    this.showChosen(index, drawn);
    return drawn;
  }

  private drawNote(el: HTMLElement, index: number, { note, plans: [first, ...more] }: { note: string; plans: readonly number[] }): Omit<Drawn, "el"> {
    el.addClass("is-note");
    const { box, text } = addBox(el);
    const place = text.createSpan({ cls: "distinguo-change-place" });
    place.createEl("bdi", { text: noteName(note) });
    if (typeof this.texts.get(note) !== "string") place.createSpan({ cls: "distinguo-folder", text: `new note, ${note}` });
    else place.createSpan({ cls: "distinguo-folder", text: note.slice(0, Math.max(0, note.lastIndexOf("/"))) });
    if (more.length > 0) return { box, count: place.createSpan({ cls: "distinguo-count" }) };
    if (first !== undefined) this.drawChange(el, index, { box, text: text.createSpan(), plan: first, home: note });
    return { box };
  }

  private drawPlace(el: HTMLElement, index: number, place: { plan: number; home: string }): Omit<Drawn, "el"> {
    const added = addBox(el);
    this.drawChange(el, index, { ...added, ...place });
    return added;
  }

  /** Says what a plan does, and shows it. */
  private drawChange(el: HTMLElement, index: number, { box, text, plan: number, home }: { box: HTMLInputElement; text: HTMLElement; plan: number; home: string }): void {
    const plan = this.plans[number];
    if (!plan) return;
    const touched = touches(plan, this.texts);
    const own = touched.find(({ path }) => path === home);
    if (own && typeof this.texts.get(home) === "string") text.createSpan({ cls: "distinguo-change-line", text: `line ${this.lineOf(home, own.edits[0]?.from ?? 0)}` });
    addQuoting(text.createSpan({ cls: "distinguo-change-title" }), plan.fix.title);
    const edits = el.createDiv({ attr: { id: `distinguo-change-${index}` } });
    box.setAttr("aria-describedby", edits.id);
    for (const { path, edits: own } of touched) {
      const note = this.texts.get(path);
      if (path !== home) {
        const place = edits.createDiv({ cls: "distinguo-change-place" });
        place.createEl("bdi", { text: noteName(path) });
        place.createSpan({ cls: "distinguo-folder", text: typeof note === "string" ? `line ${this.lineOf(path, own[0]?.from ?? 0)}` : `new note, ${path}` });
      }
      for (const edit of linked(this.app, path, own)) showEdit(edits, note ?? "", edit);
    }
  }

  private lineOf(path: string, offset: number): number {
    let lineOf = this.lineIn.get(path);
    if (!lineOf) {
      const place = places(this.texts.get(path) ?? "");
      lineOf = (at) => place(at).line;
      this.lineIn.set(path, lineOf);
    }
    return lineOf(offset);
  }

  /** Arrows go from box to box, as in any list; Tab leaves it. */
  private step(event: KeyboardEvent): void {
    const last = this.rows.length - 1;
    const steps = new Map([["ArrowDown", 1], ["ArrowUp", -1], ["PageDown", page], ["PageUp", -page], ["Home", -last], ["End", last]]);
    const by = steps.get(event.key);
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const index = Math.min(last, Math.max(0, this.current + by));
    this.stopAt(index);
    this.list.reveal(index);
    this.drawn.get(index)?.box.focus({ preventScroll: true });
  }

  private stopAt(index: number): void {
    if (index === this.current) return;
    const set = (row: number, tabIndex: number): void => {
      const box = this.drawn.get(row)?.box;
      if (box) box.tabIndex = tabIndex;
    };
    set(this.current, -1);
    this.current = index;
    set(index, 0);
  }
}
