/** Notices, tooltips and hover popovers: what floats above the page for a while. */
import type { HoverParent, Point, TooltipOptions } from "obsidian";
import { elementOf } from "./dom";
import { Component } from "./events";

export class Notice {
  noticeEl: HTMLElement;
  containerEl: HTMLElement;
  messageEl: HTMLElement;
  constructor(message: string | DocumentFragment, duration = 5000) {
    const list = document.body.querySelector<HTMLElement>(".notice-container") ?? document.body.createDiv({ cls: "notice-container", attr: { "aria-live": "polite" } });
    this.containerEl = list;
    this.noticeEl = list.createDiv("notice");
    this.messageEl = this.noticeEl.createDiv("notice-message");
    this.setMessage(message);
    this.noticeEl.addEventListener("click", () => { this.hide(); });
    if (duration > 0) window.setTimeout(() => { this.hide(); }, duration);
  }
  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }
  hide(): void { this.noticeEl.remove(); }
}

let shown: HTMLElement | null = null;
let waiting = 0;

function hideTooltip(): void {
  window.clearTimeout(waiting);
  shown?.remove();
  shown = null;
}

export function displayTooltip(target: HTMLElement, content: string | DocumentFragment, options: TooltipOptions = {}): void {
  hideTooltip();
  if (content === "" || !target.isConnected) return;
  const tip = target.doc.body.createDiv({ cls: ["tooltip", ...(options.classes ?? [])], attr: { role: "tooltip" } });
  tip.setText(content);
  const box = target.getBoundingClientRect();
  const gap = options.gap ?? 6;
  const { width, height } = tip.getBoundingClientRect();
  const middle = { x: box.left + (box.width - width) / 2, y: box.top + (box.height - height) / 2 };
  const at = {
    top: { x: middle.x, y: box.top - height - gap },
    bottom: { x: middle.x, y: box.bottom + gap },
    left: { x: box.left - width - gap, y: middle.y },
    right: { x: box.right + gap, y: middle.y },
  }[options.placement ?? "bottom"];
  tip.style.left = `${String(Math.max(4, Math.min(at.x, target.win.innerWidth - width - 4)))}px`;
  tip.style.top = `${String(Math.max(4, Math.min(at.y, target.win.innerHeight - height - 4)))}px`;
  shown = tip;
}

const tooltipOptions = new WeakMap<Element, TooltipOptions>();

export function setTooltip(el: HTMLElement, tooltip: string, options: TooltipOptions = {}): void {
  if (tooltip === "") el.removeAttribute("aria-label");
  else el.setAttribute("aria-label", tooltip);
  tooltipOptions.set(el, options);
}

/** As in Obsidian, any element with an `aria-label` shows it as its tooltip. */
export function installTooltips(doc: Document): void {
  doc.addEventListener("mouseover", (event) => {
    const target = elementOf(event)?.closest<HTMLElement>("[aria-label]") ?? null;
    hideTooltip();
    if (target === null || target.matches(".cm-editor *, [role='dialog'], [role='tree'], [role='toolbar']")) return;
    const options = tooltipOptions.get(target) ?? {};
    waiting = window.setTimeout(() => { displayTooltip(target, target.getAttribute("aria-label") ?? "", options); }, options.delay ?? 500);
  });
  for (const type of ["mousedown", "keydown", "wheel"]) doc.addEventListener(type, hideTooltip, true);
}

export enum PopoverState { Showing, Shown, Hidden }

export class HoverPopover extends Component {
  hoverEl: HTMLElement;
  state: PopoverState = PopoverState.Showing;
  #timer = 0;
  constructor(parent: HoverParent, targetEl: HTMLElement | null, waitTime = 300, staticPos: Point | null = null) {
    super();
    this.hoverEl = createDiv("popover hover-popover");
    const held: { hoverPopover: unknown } = parent;
    if (held.hoverPopover instanceof HoverPopover) held.hoverPopover.#hide();
    held.hoverPopover = this;
    this.#timer = window.setTimeout(() => { this.#show(targetEl, staticPos); }, waitTime);
    for (const el of [targetEl, this.hoverEl]) {
      el?.addEventListener("mouseleave", () => { this.#timer = window.setTimeout(() => { this.#hide(); }, 200); });
      el?.addEventListener("mouseenter", () => { if (this.state === PopoverState.Shown) window.clearTimeout(this.#timer); });
    }
  }
  #show(target: HTMLElement | null, at: Point | null): void {
    if (target !== null && !target.isConnected) return;
    const { doc, win } = target ?? document.body;
    doc.body.appendChild(this.hoverEl);
    this.load();
    const box = target?.getBoundingClientRect();
    const { width, height } = this.hoverEl.getBoundingClientRect();
    const x = at?.x ?? box?.left ?? 0;
    const below = at?.y ?? box?.bottom ?? 0;
    const y = below + height > win.innerHeight && box !== undefined ? box.top - height : below;
    this.hoverEl.style.left = `${String(Math.max(8, Math.min(x, win.innerWidth - width - 8)))}px`;
    this.hoverEl.style.top = `${String(Math.max(8, y))}px`;
    this.state = PopoverState.Shown;
  }
  #hide(): void {
    window.clearTimeout(this.#timer);
    this.hoverEl.remove();
    this.state = PopoverState.Hidden;
    this.unload();
  }
}
