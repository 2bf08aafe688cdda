import { Platform } from "obsidian";
import type { AroundNode } from "../../../core/index";
import { onFollow } from "../../press";
import type { Desk } from "../desk";
import type { Placed, Plan } from "./layout";
import type { Slot } from "./stage";
import { moreRound, inWords } from "./words";

/** A node as it is drawn: its name, and what tells how much lies beyond it. It stays the same element wherever the node goes. */
export interface SpotEl {
  node: AroundNode;
  readonly el: HTMLElement;
  readonly button: HTMLButtonElement;
}

/** Draws the nodes of a picture. Elements are kept by key, so that the eye can follow where they go. */
export class Spots {
  private readonly byKey = new Map<string, SpotEl>();
  private drawn = 0;

  constructor(
    private readonly world: HTMLElement,
    private readonly desk: Desk,
    /** Tells apart the ids of several pictures in one document. */
    private readonly ids: string,
    private readonly toggle: (key: string) => void,
  ) {}

  get(key: string): SpotEl | undefined {
    return this.byKey.get(key);
  }

  all(): Iterable<SpotEl> {
    return this.byKey.values();
  }

  /** The spot that an element lies in. */
  at(target: Node | null): SpotEl | undefined {
    const el = target?.instanceOf(Element) ? target.closest<HTMLElement>(".distinguo-spot") : null;
    return el ? this.byKey.get(el.dataset["key"] ?? "") : undefined;
  }

  draw({ middle, middleWidth, placed }: Plan, labels: ReadonlyMap<string, string>): void {
    const opened = new Set(placed.map(({ node }) => node.parent));
    const gone = new Set(this.byKey.keys());
    const put = (node: AroundNode, slot: Slot, isPinned: boolean): void => {
      gone.delete(node.key);
      let spot = this.byKey.get(node.key);
      // What a missing one does is another thing than what a note does.
      if (spot && (spot.node.path === null) !== (node.path === null)) {
        spot.el.remove();
        spot = undefined;
      }
      spot ??= this.create(node);
      spot.node = node;
      this.fill(spot, labels.get(node.parent ?? ""), isPinned, node.ring > 0 && opened.has(node.key));
      place(spot.el, slot);
    };
    put(middle, { x: 0, y: 0, side: 0, width: middleWidth }, false);
    for (const one of inReadingOrder(placed)) put(one.node, one, one.pinned);
    for (const key of gone) {
      this.byKey.get(key)?.el.remove();
      this.byKey.delete(key);
    }
  }

  private create(node: AroundNode): SpotEl {
    const el = this.world.createDiv({ cls: "distinguo-spot", attr: { "data-key": node.key } });
    const id = `${this.ids}-${this.drawn++}`;
    const button = el.createEl("button", { attr: { type: "button", tabindex: "-1", "aria-describedby": id } });
    const spot: SpotEl = { node, el, button };
    if (node.path === null) {
      onFollow(button, () => this.desk.create(spot.node));
      button.draggable = true;
      button.addEventListener("dragstart", (event) => this.desk.acts.dragMissing(spot.node.label, event));
    } else this.desk.acts.attach(button, node.path);
    // A long press is for the menu there.
    if (Platform.isMobile) button.draggable = false;
    el.createSpan({ attr: { id, hidden: "" } });
    this.byKey.set(node.key, spot);
    return spot;
  }

  private fill({ node, el, button }: SpotEl, parent: string | undefined, isPinned: boolean, isOpened: boolean): void {
    const isMiddle = node.ring === 0;
    const more = moreRound(node);
    el.className = "distinguo-spot";
    el.addClasses([`distinguo-zone-${isMiddle ? "middle" : node.group}`, `distinguo-ring-${Math.min(3, node.ring)}`]);
    el.toggleClass("is-pinned", isPinned);
    button.className = isMiddle ? "distinguo-map-centre" : "distinguo-node";
    button.toggleClass("is-missing", node.path === null);
    button.toggleClass("is-faint", node.group === "mention" && !isMiddle);
    button.toggleClass("is-note", !node.isConcept && node.path !== null);
    button.empty();
    if (node.kin && !isMiddle) button.createSpan({ cls: "distinguo-kin", text: node.kin === "broader" ? "↑ " : "↓ ", attr: { "aria-hidden": "true" } });
    button.createSpan({ text: node.label });
    button.dir = "auto";
    if (more > 0 || isOpened) button.ariaExpanded = String(isOpened);
    else button.removeAttribute("aria-expanded");
    el.find(":scope > [hidden]").setText(inWords(node, parent, isPinned, isOpened));
    el.find(":scope > .distinguo-map-count")?.remove();
    if (more === 0 && !isOpened) return;
    // For the pointer only: keys and screen readers have it from the button.
    const count = el.createSpan({ cls: "distinguo-map-count", text: isOpened ? "−" : "+", attr: { "aria-hidden": "true" } });
    if (!isOpened) count.createSpan({ text: more > 99 ? "99" : String(more) });
    count.addEventListener("click", () => this.toggle(node.key));
  }
}

/** Puts a label where its slot is. */
export function place(el: HTMLElement, { x, y, side, width }: Slot): void {
  el.removeClasses(["is-left", "is-right"]);
  if (side !== 0) el.addClass(side < 0 ? "is-left" : "is-right");
  el.setCssProps({ "--distinguo-x": `${x}px`, "--distinguo-y": `${y}px`, "--distinguo-width": `${width}px` });
}

/** Ring by ring and part by part, from above. */
function inReadingOrder(placed: readonly Placed[]): Placed[] {
  return [...placed].sort((a, b) => a.node.ring - b.node.ring || (a.node.group < b.node.group ? -1 : a.node.group > b.node.group ? 1 : 0) || a.y - b.y || a.x - b.x);
}
