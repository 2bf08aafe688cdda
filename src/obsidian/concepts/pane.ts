import type { Around, Concept, Config } from "../../core/index";
import { keepPlace } from "../keep-place";
import { addButton } from "../press";
import type { Desk } from "./desk";
import { drawEmpty, drawHead, whatCounts, type HeadState } from "./head";
import { ConceptList } from "./list";
import { ConceptMap } from "./map";
import type { Spot } from "./outlook";

/** What is shown of a note. */
export interface Shown {
  path: string;
  name: string;
  /** Undefined for a note that is no concept note. */
  concept: Concept | undefined;
  found: Around;
}

/** How it is shown. */
export interface PaneState {
  config: Config;
  /** The path of the note that is open. */
  active: string | undefined;
  pins: Readonly<Record<string, Spot>>;
  /** Whether there may be room for more nodes. */
  canGrow: boolean;
}

/** The part of the view that scrolls: a note's concept, what lies round it as a picture and as a list, or why there is nothing. */
export class Pane {
  readonly el: HTMLElement;
  shown: Shown | undefined;
  private readonly headEl: HTMLElement;
  private readonly emptyEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private readonly pictureEl: HTMLElement;
  private readonly leftEl: HTMLElement;
  private readonly map: ConceptMap;
  private readonly list: ConceptList;
  private headShown = "";
  private hasPicture = true;

  constructor(
    parent: HTMLElement,
    private readonly desk: Desk,
    /** Makes room for more nodes. */
    private readonly showMore: () => void,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-concepts-scroll" });
    this.headEl = this.el.createEl("header", { cls: "distinguo-concept" });
    this.emptyEl = this.el.createDiv();
    this.bodyEl = this.el.createDiv({ cls: "distinguo-concepts-body" });
    this.pictureEl = this.bodyEl.createDiv({ cls: "distinguo-picture" });
    this.map = new ConceptMap(this.pictureEl, desk);
    this.list = new ConceptList(this.bodyEl, desk);
    this.leftEl = this.bodyEl.createDiv({ cls: "distinguo-left" });
  }

  /** Shows a note and what lies round it. */
  show(shown: Shown, state: PaneState): void {
    const { name, concept, found } = shown;
    const isBare = found.facets.kinds.length === 0;
    if (!concept && isBare) {
      this.showEmpty(`“${name}” is no concept note`, `${whatCounts(state.config)} No concept note links here.`);
      return;
    }
    if (this.shown?.path !== shown.path) this.el.scrollTop = 0;
    this.shown = shown;
    this.emptyEl.empty();
    this.headEl.show();
    this.drawHead(state);
    this.bodyEl.toggle(found.nodes.length > 1);
    if (isBare) drawEmpty(this.emptyEl, "No relations yet", "Name related concepts under a heading “Related concepts”, or link to them, and they appear here.");
    else if (found.nodes.length === 1) drawEmpty(this.emptyEl, "Nothing passes the filter", "All that is tied to this note is left out.");
    if (this.hasPicture) this.map.show(found, state.pins);
    this.list.show(found);
    this.showLeft(found.left, state.canGrow);
  }

  /** Counts what there was no room for, and makes room for it. */
  private showLeft(count: number, canGrow: boolean): void {
    keepPlace(this.leftEl, () => {
      this.leftEl.empty();
      if (count === 0) return;
      this.leftEl.createSpan({ text: `${count.toLocaleString()} more are not shown.` });
      if (canGrow) addButton(this.leftEl, "distinguo-quiet", "Show more", () => this.showMore());
      else this.leftEl.createSpan({ text: " A filter leaves out others." });
    });
  }

  /** Says why there is nothing. */
  showEmpty(title: string, text: string): HTMLElement {
    this.shown = undefined;
    this.headShown = "";
    this.headEl.hide();
    this.bodyEl.hide();
    this.emptyEl.empty();
    return drawEmpty(this.emptyEl, title, text);
  }

  /** Draws the head anew if it would look different: what is selected in it stays so otherwise. */
  drawHead({ config, active }: PaneState): void {
    if (!this.shown) return;
    const { path, name, concept } = this.shown;
    const state: HeadState = { label: concept?.prefLabel ?? name, concept, config, isActive: path === active };
    const text = JSON.stringify([path, state]);
    if (text === this.headShown) return;
    this.headShown = text;
    drawHead(this.headEl, state, (link) => this.desk.acts.attach(link, path));
  }

  /** Shows the picture or puts it away; what is away is not drawn. */
  togglePicture(isOn: boolean): void {
    this.hasPicture = isOn;
    this.pictureEl.toggle(isOn);
  }

  /** Where a node stands in the picture. */
  spotOf(key: string): Spot | undefined {
    return this.hasPicture ? this.map.spotOf(key) : undefined;
  }

  mark(key: string | null): void {
    if (this.hasPicture) this.map.mark(key);
    this.list.mark(key);
  }

  resize(): void {
    if (this.hasPicture && this.shown) this.map.resize();
  }

  focusList(): void {
    this.list.focus();
  }

  unload(): void {
    this.map.unload();
    this.list.unload();
  }
}
