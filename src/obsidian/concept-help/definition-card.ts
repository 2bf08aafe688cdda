import { Component } from "obsidian";
import type { Concept } from "../../core/index";
import { noteName } from "../note-name";

/** A link that a definition is shown for. */
export interface LinkAnchor {
  /** An element of the window that the card belongs in. */
  el: HTMLElement;
  /** Tells one link from another. */
  key: string;
  /** Where the link is on the screen; undefined when it is gone. */
  rect(): DOMRect | undefined;
}

/** Milliseconds until a resting pointer opens a card. */
const opening = 300;

/** Space between card and link, and between card and the window's edge, in CSS pixels. */
const gap = 6;

interface OpenCard {
  el: HTMLElement;
  anchor: LinkAnchor;
  listeners: AbortController;
  watch: MutationObserver;
}

/**
 * Shows one definition at a time, above its link, so that the app's preview of the page has the room below. It takes no
 * focus, and is gone with the first key, a scroll, or a press.
 */
export class DefinitionCard extends Component {
  private card: OpenCard | undefined;
  private timer: number | undefined;

  override onunload(): void {
    this.close();
  }

  /** Tells the link whose card is open from others. */
  get key(): string | undefined {
    return this.card?.anchor.key;
  }

  /** Opens by `open` when the pointer has rested a moment. */
  soon(open: () => void): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(open, opening);
  }

  open(anchor: LinkAnchor, { prefLabel, definition, path }: Concept): void {
    this.close();
    const { doc, win } = anchor.el;
    // Announced, since it takes no focus.
    const el = doc.body.createDiv({ cls: "distinguo-definition-card", attr: { role: "status", dir: "auto" } });
    el.createDiv({ cls: "distinguo-definition-label" }).createEl("bdi", { text: prefLabel });
    el.createDiv({ cls: "distinguo-definition-text", text: definition });
    const name = noteName(path);
    if (name.toLowerCase() !== prefLabel.toLowerCase()) el.createDiv({ cls: "distinguo-folder", text: name });
    const listeners = new AbortController();
    const watch = new MutationObserver(() => this.giveWay());
    watch.observe(doc.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
    this.card = { el, anchor, listeners, watch };
    const close = (): void => this.close();
    const options = { signal: listeners.signal, capture: true };
    doc.addEventListener("pointerdown", close, options);
    doc.addEventListener("scroll", close, options);
    doc.addEventListener("keydown", (event) => this.onKey(event), options);
    win.addEventListener("resize", close, options);
    this.place();
  }

  /** Closes the card, if one is open or about to open. */
  close(): void {
    window.clearTimeout(this.timer);
    const { card } = this;
    if (!card) return;
    this.card = undefined;
    card.listeners.abort();
    card.watch.disconnect();
    card.el.remove();
  }

  /** Above the link; below it only where there is no room above. */
  private place(): void {
    const rect = this.card?.anchor.rect();
    if (!this.card || !rect) {
      this.close();
      return;
    }
    const { el } = this.card;
    const { innerWidth } = el.win;
    const { width, height } = el.getBoundingClientRect();
    const above = rect.top - gap - height;
    const left = Math.max(gap, Math.min(rect.left, innerWidth - width - gap));
    el.setCssProps({ "--distinguo-left": `${left}px`, "--distinguo-top": `${above >= gap ? above : rect.bottom + gap}px` });
  }

  /** A key is for the text; Escape is for the card. A lone modifier does nothing. */
  private onKey(event: KeyboardEvent): void {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
    }
    this.close();
  }

  /** What the app itself shows on hover goes first, where the two would meet. */
  private giveWay(): void {
    if (!this.card) return;
    const { el } = this.card;
    const own = el.getBoundingClientRect();
    const meets = [...el.doc.querySelectorAll(".hover-popover, .distinguo-popover")].some((other) => {
      const { left, right, top, bottom } = other.getBoundingClientRect();
      return left < own.right && own.left < right && top < own.bottom && own.top < bottom;
    });
    if (meets || !this.card.anchor.el.isConnected) this.close();
  }
}
