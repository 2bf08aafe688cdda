import { Component, debounce, Keymap, type App, type Menu } from "obsidian";
import type { About, SquareAbout } from "../../core/index";
import { noteName } from "../note-name";
import type { NoteActs } from "../note-acts";
import { openPlace } from "../open-note";
import { Detail } from "./detail";
import type { SquareDesk, Values } from "./desk";
import type { PlacedNote, SquareNote } from "./layout";
import { addPlaces } from "./menu";
import type { Placing } from "./placing";
import { Plot } from "./plot";
import type { Positions } from "./positions";
import { Table } from "./table";
import { isGuess, wishesFor } from "./words";

/** What a square shows things of. */
export interface SquareTools {
  app: App;
  /** What one can do with a note in the view that the square stands in. */
  acts: NoteActs;
  positions: Positions;
  placing: Placing;
  about(): Promise<About>;
  /** The distinction that was chosen here before; the first where there is none of this id. */
  distinction?: string | undefined;
  /** Hears of another choice. */
  chosen?(distinction: string): void;
}

/** The notes of a square; `concepts` are the concept notes of the vault. */
export type SquareNotes = readonly SquareNote[] | "concepts";

let numbered = 0;

const inOrder = new Intl.Collator();

/**
 * Notes on the two axes of a distinction, as a picture and as a table. It reads what is not known only while it is seen,
 * and follows the vault. Load it, and unload it, as any component.
 */
export class Square extends Component {
  private readonly el: HTMLElement;
  private readonly headEl: HTMLElement;
  private readonly stateEl: HTMLElement;
  private readonly cornersEl: HTMLElement;
  private readonly plot: Plot;
  private readonly detail: Detail;
  private readonly table: Table;
  private about: About | undefined;
  private square: SquareAbout | undefined;
  private wanted: SquareNotes = [];
  private active: string | null = null;
  private placed: PlacedNote[] = [];
  private stale = true;
  /** The last time that notes were asked for: what an earlier one finds is not waited for. */
  private round = 0;
  private readonly refreshSoon = debounce(() => void this.refresh(), 80, true);
  /** The room may change, or come to be, without the view's hearing of it: in a note, in a column that is dragged. */
  private readonly observer = new ResizeObserver(() => this.resize());

  constructor(
    private readonly parent: HTMLElement,
    private readonly tools: SquareTools,
  ) {
    super();
    const id = `distinguo-square-${++numbered}`;
    this.el = parent.createDiv({ cls: "distinguo-square" });
    this.headEl = this.el.createDiv({ cls: "distinguo-square-head" });
    this.headEl.createSpan({ cls: "distinguo-spoken", text: "Where notes stand", attr: { id } });
    const desk: SquareDesk = {
      acts: tools.acts,
      about: () => this.shownSquare,
      choose: (notes, from, takesFocus) => this.detail.open(notes, from, takesFocus),
      place: (note, values) => this.place(note, values),
      openEvidence: (path, { line, column, from, to }, event) => void openPlace(tools.app, path, { line, column, length: to - from }, Keymap.isModEvent(event)),
      menu: (note, at, el) => tools.acts.menu(note.path, at, el, (menu: Menu) => addPlaces(menu, note, desk, el)),
      attach: (link, note) => tools.acts.attach(link, note.path, (menu: Menu) => addPlaces(menu, note, desk, link)),
    };
    this.plot = new Plot(this.el, desk, id);
    this.stateEl = this.el.createDiv({ cls: "distinguo-square-state", attr: { role: "status" } });
    this.detail = new Detail(this.el, desk, (path, from) => this.giveFocus(path, from), (convention) => this.about?.conventions.find((one) => one.id === convention)?.label ?? convention);
    this.cornersEl = this.el.createEl("dl", { cls: "distinguo-square-corners" });
    this.table = new Table(this.el, desk, id);
    this.el.hide();
  }

  override onload(): void {
    this.registerEvent(this.tools.positions.on("changed", () => this.invalidate()));
    this.observer.observe(this.parent);
    this.invalidate();
  }

  override onunload(): void {
    this.round++;
    this.observer.disconnect();
    this.refreshSoon.cancel();
    this.plot.unload();
    this.el.remove();
  }

  /** Shows notes, one of them as the active one. */
  show(notes: SquareNotes, active: string | null): void {
    this.wanted = notes;
    this.active = active;
    this.invalidate();
  }

  /** Fits the square to its room; a square that was hidden catches up. */
  resize(): void {
    if (this.stale) this.refreshSoon();
    else this.plot.resize();
  }

  private get shownSquare(): SquareAbout {
    if (!this.square) throw new Error("the square is not drawn yet");
    return this.square;
  }

  private invalidate(): void {
    this.stale = true;
    this.refreshSoon();
  }

  private giveFocus(path: string, from: HTMLElement | undefined): void {
    if (from?.isConnected) from.focus({ preventScroll: true });
    else this.plot.focus(path);
  }

  private async refresh(): Promise<void> {
    const { tools, el, parent } = this;
    if (!this.stale || !parent.isShown()) return;
    this.stale = false;
    const round = ++this.round;
    const isWanted = (): boolean => round === this.round && parent.isShown();
    try {
      this.about ??= await tools.about();
      this.square ??= this.about.squares.find(({ distinction }) => distinction === tools.distinction) ?? this.about.squares[0];
      const wanted = this.wanted === "concepts" ? await tools.positions.conceptNotes() : this.wanted;
      if (round !== this.round || !this.square) return;
      const { distinction } = this.square;
      const notes = [...wanted].sort((a, b) => inOrder.compare(a.label, b.label) || (a.path < b.path ? -1 : 1));
      const paths = notes.map(({ path }) => path);
      el.show();
      this.drawHead();
      this.draw(notes, undefined);
      let drawnAt = 0;
      for await (const left of tools.positions.read(paths, distinction, isWanted)) {
        // A vault of many notes is not drawn anew with each few.
        if (left > 0 && el.win.performance.now() - drawnAt < 250 + notes.length / 8) continue;
        if (!isWanted()) break;
        this.draw(notes, left);
        drawnAt = el.win.performance.now();
      }
      if (round === this.round && !isWanted()) this.stale = true;
      else if (round === this.round) this.draw(notes, 0);
    } catch (error) {
      // The engine went away meanwhile; who comes after it has the vault read anew.
      this.stale = true;
      console.debug("A square could not be drawn.", error);
    }
  }

  private draw(notes: readonly SquareNote[], left: number | undefined): void {
    const { distinction, axes: [across, up] } = this.shownSquare;
    const known = this.tools.positions.now(notes.map(({ path }) => path), distinction);
    this.placed = notes.flatMap((note) => {
      const position = known.get(note.path);
      return position ? [{ ...note, position }] : [];
    });
    this.plot.show(this.placed, this.active);
    this.table.show(this.placed, this.active);
    this.detail.update(this.placed);
    const silent = this.placed.filter(({ position: { axes } }) => axes[0] === null && axes[1] === null).length;
    const doubtful = this.placed.filter(({ position }) => position.problems.length > 0);
    const said = [
      left === undefined || left === 0 ? undefined : `${left.toLocaleString()} of ${notes.length.toLocaleString()} notes are still to be read.`,
      notes.length === 0 ? "No notes to place." : undefined,
      silent > 0 ? `${count(silent)} nothing about ${across.id} or ${up.id}.` : undefined,
      doubtful.length > 0 ? `Properties that are not understood: ${doubtful.slice(0, 5).map(({ path }) => noteName(path)).join(", ")}${doubtful.length > 5 ? ", and more" : ""}.` : undefined,
      this.placed.length > silent ? `${this.placed.some(({ position }) => isGuess(position)) ? "Hollow points are guesses. " : ""}Drag a point, or press Shift and an arrow key, to set the note’s properties.` : undefined,
    ].filter((line) => line !== undefined);
    if (said.join("\n") === this.stateEl.dataset["said"]) return;
    this.stateEl.dataset["said"] = said.join("\n");
    this.stateEl.empty();
    for (const line of said) this.stateEl.createDiv({ text: line });
  }

  /** The choice among the distinctions, if there is one, and what the corners are called. */
  private drawHead(): void {
    const { about, square } = this;
    if (!about || !square || this.headEl.dataset["distinction"] === square.distinction) return;
    this.headEl.dataset["distinction"] = square.distinction;
    this.headEl.find("select")?.remove();
    if (about.squares.length > 1) {
      const select = this.headEl.createEl("select", { cls: "dropdown", attr: { "aria-label": "Distinction" } });
      for (const { distinction, label } of about.squares) select.createEl("option", { value: distinction, text: label });
      select.value = square.distinction;
      select.addEventListener("change", () => {
        this.square = about.squares.find(({ distinction }) => distinction === select.value);
        this.tools.chosen?.(select.value);
        this.invalidate();
      });
    }
    this.cornersEl.empty();
    for (const [x, y] of [[1, 1], [0, 1], [1, 0], [0, 0]] as const) {
      const { name, explanation } = square.corners[x][y];
      const group = this.cornersEl.createDiv();
      const term = group.createEl("dt");
      const sign = term.createSpan({ cls: "distinguo-corner-sign", attr: { "aria-hidden": "true" } });
      sign.addClass(`is-${x === 1 ? "right" : "left"}`, `is-${y === 1 ? "top" : "bottom"}`);
      term.appendText(name);
      group.createEl("dd", { text: explanation });
    }
  }

  private async place(note: PlacedNote, values: Values): Promise<void> {
    const isDone = await this.tools.placing.place(note.path, wishesFor(this.shownSquare, values));
    if (!isDone) return;
    this.stale = true;
    await this.refresh();
  }
}

function count(silent: number): string {
  return silent === 1 ? "One note says" : `${silent.toLocaleString()} notes say`;
}
