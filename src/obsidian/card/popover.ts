import { Component } from "obsidian";

/** What a card hangs on: words in an editor or in a rendered note. */
export interface Anchor {
  /** Any element of the window that the card belongs in. */
  el: HTMLElement;
  /** Tells one diagnostic of the text from another. */
  key: string;
  /** Where the words are on the screen now; empty when they are gone. */
  rects(): readonly DOMRect[];
  /** Called once when the card closes; `focused` tells whether the keyboard was in it. */
  closed(focused: boolean): void;
}

/** Milliseconds until a resting pointer opens a card, and until one that left closes it. */
const opening = 300;
const leaving = 250;

/** Space between card and words, and between card and the window's edge, in CSS pixels. */
const gap = 6;

const focusable = "button, a[href], summary";

/**
 * The id of the element that names the open card. The name can't be an `aria-label`, which Obsidian shows as a tooltip;
 * and one id is enough, for one card is open at a time.
 */
export const cardLabelId = "distinguo-card-label";

interface OpenCard {
  el: HTMLElement;
  anchor: Anchor;
  /** Opened by hovering: closes when the pointer leaves. */
  hovering: boolean;
  listeners: AbortController;
}

/** Shows one card at a time, beside its words, in whichever window they are. */
export class CardPopover extends Component {
  private card: OpenCard | undefined;
  private timer: number | undefined;

  override onunload(): void {
    this.close();
  }

  /** Whether the open card is that of the diagnostic `key`. */
  shows(key: string): boolean {
    return this.card?.anchor.key === key;
  }

  /** Opens a card with what `fill` puts into it. */
  open(anchor: Anchor, fill: (el: HTMLElement) => void, how: "hover" | "focus" | "tap"): void {
    this.close();
    const { doc, win } = anchor.el;
    const el = doc.body.createDiv({ cls: "distinguo-popover", attr: { role: "dialog", "aria-labelledby": cardLabelId, tabindex: "-1" } });
    const listeners = new AbortController();
    const card: OpenCard = { el, anchor, hovering: how === "hover", listeners };
    this.card = card;
    fill(el);
    this.place();
    if (how === "focus") (el.querySelector<HTMLElement>("button") ?? el).focus({ preventScroll: true });

    const { signal } = listeners;
    const outside = (event: Event): boolean => !event.composedPath().includes(el);
    el.addEventListener("keydown", (event) => this.key(event, el), { signal });
    el.addEventListener("mouseenter", () => this.stay(), { signal });
    el.addEventListener("mouseleave", () => this.leave(), { signal });
    // What is unfolded makes the card larger.
    el.addEventListener("toggle", () => this.place(), { signal, capture: true });
    el.addEventListener("focusin", () => (card.hovering = false), { signal });
    doc.addEventListener("pointerdown", (event) => outside(event) && this.close(), { signal, capture: true });
    doc.addEventListener("scroll", (event) => outside(event) && this.place(), { signal, capture: true });
    doc.addEventListener(
      "keydown",
      (event) => {
        // Typing on means that the card is in the way; a lone modifier doesn't type.
        if (outside(event) && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) this.close();
      },
      { signal, capture: true },
    );
    win.addEventListener("resize", () => this.place(), { signal });
  }

  /** Opens by `open` when the pointer has rested a moment. */
  soon(open: () => void): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(open, opening);
  }

  /** Keeps the open card, whatever was about to open or close. */
  stay(): void {
    window.clearTimeout(this.timer);
  }

  /** The pointer has left the words or the card. */
  leave(): void {
    window.clearTimeout(this.timer);
    if (this.card?.hovering) this.timer = window.setTimeout(() => this.close(), leaving);
  }

  /** Puts the card below its words, or above where there is more room; never over them. It goes when they do. */
  place(): void {
    if (!this.card) return;
    const { el, anchor } = this.card;
    const rects = anchor.rects();
    const first = rects[0];
    const { innerWidth, innerHeight } = el.win;
    if (!first || first.bottom < 0 || first.top > innerHeight) {
      this.close();
      return;
    }
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    const below = innerHeight - bottom - 2 * gap;
    const above = top - 2 * gap;
    el.setCssProps({ "--distinguo-room": `${Math.max(below, above)}px` });
    const { width, height } = el.getBoundingClientRect();
    const under = height <= below || below >= above;
    const left = Math.max(gap, Math.min(first.left, innerWidth - width - gap));
    el.setCssProps({ "--distinguo-left": `${left}px`, "--distinguo-top": `${under ? bottom + gap : top - gap - height}px` });
  }

  /** Closes the card, if one is open or about to open. */
  close(): void {
    window.clearTimeout(this.timer);
    const { card } = this;
    if (!card) return;
    this.card = undefined;
    card.listeners.abort();
    const focused = card.el.contains(card.el.doc.activeElement);
    card.el.remove();
    card.anchor.closed(focused);
  }

  private key(event: KeyboardEvent, el: HTMLElement): void {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.close();
      return;
    }
    if (event.key !== "Tab") return;
    const stops = [...el.querySelectorAll<HTMLElement>(focusable)];
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const active = el.doc.activeElement;
    if (stops.length > 0 && active !== edge && active !== el) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}
