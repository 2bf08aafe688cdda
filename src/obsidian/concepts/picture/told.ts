import type { Neighbor, Relation } from "../../../core/index";
import { addOrigin } from "../../origin";
import type { Desk } from "../desk";

/** What is said where a note gives no sentence. */
const silent: Record<Relation["kind"], string> = {
  related: "Named without a reason.",
  broader: "Named as the broader one.",
  narrower: "Named as the narrower one.",
  contrast: "Set against each other.",
  mention: "Linked in passing.",
  tag: "Named by a tag.",
};

/** What the strip at the lower edge of the picture tells of. */
export interface Telling {
  title: string;
  note: string;
  ties: readonly Neighbor[];
}

/** How much of the picture's height the strip takes at most. */
const most = 1 / 3;

/** The strip that says what ties two nodes, and where that stands; without anything to tell, how to ask. */
export class Told {
  private readonly el: HTMLElement;
  private readonly moreEl: HTMLElement;
  private height = 0;

  constructor(
    private readonly map: HTMLElement,
    private readonly desk: Desk,
  ) {
    const around = map.createDiv({ cls: "distinguo-map-strip" });
    this.el = around.createDiv({ cls: "distinguo-map-told", attr: { role: "status" } });
    this.moreEl = around.createDiv({ cls: "distinguo-map-told-more", attr: { "aria-hidden": "true" } });
    this.el.addEventListener("scroll", () => this.showMore(), { passive: true });
    this.write(undefined);
  }

  /** Tells of another middle: the strip is as low as at first. */
  start(): void {
    this.height = 0;
    this.map.setCssProps({ "--distinguo-told-height": "0px" });
  }

  draw(told: Telling | undefined): void {
    this.el.empty();
    this.el.scrollTop = 0;
    this.write(told);
    this.grow();
    this.showMore();
  }

  private write(told: Telling | undefined): void {
    this.el.toggleClass("is-idle", !told);
    if (told) fill(this.el, told, this.desk);
    else this.el.createSpan({ text: "Point at a name or a line to read what ties them." });
  }

  /** It grows with its text, and stays as high: what stands below would else go up and down with the pointer. */
  private grow(): void {
    const needed = Math.min(this.el.scrollHeight, Math.max(90, (this.map.firstElementChild?.nextElementSibling?.clientHeight ?? 0) * most));
    if (needed <= this.height) return;
    this.height = needed;
    this.map.setCssProps({ "--distinguo-told-height": `${Math.ceil(needed)}px` });
  }

  private showMore(): void {
    const { scrollTop, clientHeight } = this.el;
    const hidden = [...this.el.children].filter((one) => one.instanceOf(HTMLElement) && one.offsetTop + one.offsetHeight > scrollTop + clientHeight + 4).length;
    this.moreEl.toggleClass("is-shown", hidden > 0);
    this.moreEl.setText(hidden > 0 ? `${hidden.toLocaleString()} more ↓` : "");
  }
}

function fill(el: HTMLElement, told: Telling, desk: Desk): void {
  const head = el.createDiv({ cls: "distinguo-told-head" });
  head.createSpan({ cls: "distinguo-told-title", text: told.title, attr: { dir: "auto" } });
  if (told.note !== "") head.createSpan({ cls: "distinguo-told-note", text: told.note });
  const seen = new Set<string>();
  for (const { relation } of told.ties) {
    const { source, sentence, kind } = relation;
    const text = sentence === "" ? silent[kind] : sentence;
    if (seen.has(source + text)) continue;
    seen.add(source + text);
    const tie = el.createDiv({ cls: "distinguo-told-tie" });
    tie.createSpan({ cls: sentence === "" ? "distinguo-told-silent" : "distinguo-told-sentence", text, attr: { dir: "auto" } });
    addOrigin(tie, relation, false, (event) => desk.openSource(relation, event));
  }
}
