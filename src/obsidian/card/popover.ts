import { Component, Platform } from "obsidian";
import { gap, reachOf, sheetFor, spotFor, within, type Box, type Reach, type Spot } from "./place";

/** What a card hangs on: words in an editor or in a rendered note. */
export interface Anchor {
  /** An element of the note's text; the card belongs in its window, and what scrolls the text scrolls the words. */
  el: HTMLElement;
  /** Tells one diagnostic of the text from another. */
  key: string;
  /** Where the words are on the screen now; empty when they are gone. */
  rects(): readonly DOMRect[];
  /** Where their evidence is, so that it stays in sight. */
  evidence?(): readonly DOMRect[];
  /** Scrolls so that there is room for a card beside the words. */
  makeRoom?(): void;
  /** Called when the card has opened. */
  opened?(): void;
  /** Called once when the card closes; `focused` tells whether the keyboard was in it. */
  closed(focused: boolean): void;
}

/** How a card was asked for. */
export type How = "hover" | "focus" | "tap";

/** Milliseconds until a resting pointer opens a card, and until one that left closes it. */
const opening = 300;
const leaving = 350;

/** Height that a card which was asked for is given by scrolling, if need be, in CSS pixels. */
const roomToRead = 240;

/** A screen lower than this has little room, in CSS pixels. */
const short = 560;

/** How much of a phone's screen a card covers at most. */
const sheetShare = 0.62;

const focusable = "button, a[href], summary, input, select";
const outOfReach = ":disabled, [hidden] *, details:not([open]) > :not(summary) *";

/**
 * The ids of what names and what describes the open card. The name can't be an `aria-label`, which Obsidian shows as a
 * tooltip; and ids of their own are enough, for one card is open at a time.
 */
export const cardLabelId = "distinguo-card-label";
export const cardTextId = "distinguo-card-text";

interface OpenCard {
  el: HTMLElement;
  anchor: Anchor;
  /** Opened by hovering: closes when the pointer leaves. */
  hovering: boolean;
  side: Spot["side"] | undefined;
  /** The screen has become too small for the words while one was at work in the card: it stays without them. */
  isAlone: boolean;
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

  /** Whether the open card hangs on the text in `el`. */
  hangsOn(el: HTMLElement): boolean {
    return this.card?.anchor.el === el;
  }

  /** Opens a card with what `fill` puts into it. */
  open(anchor: Anchor, fill: (el: HTMLElement) => void, how: How): void {
    this.close();
    const { doc, win } = anchor.el;
    const el = doc.body.createDiv({ cls: "distinguo-popover", attr: { role: "dialog", "aria-labelledby": cardLabelId, "aria-describedby": cardTextId, tabindex: "-1" } });
    el.toggleClass("is-sheet", Platform.isPhone);
    const listeners = new AbortController();
    const card: OpenCard = { el, anchor, hovering: how === "hover", side: undefined, isAlone: false, listeners };
    this.card = card;
    fill(el);
    anchor.opened?.();
    this.place(how !== "hover");
    if (this.card !== card) return;
    if (how === "focus") (el.querySelector<HTMLElement>(".distinguo-choice") ?? el).focus({ preventScroll: true });

    const { signal } = listeners;
    const place = (): void => this.place();
    const outside = (event: Event): boolean => !event.composedPath().includes(el);
    // Menus, notices and the palette lie above the note, and may be about the card.
    const elsewhere = ({ targetNode }: UIEvent): boolean => Boolean(targetNode?.instanceOf(Element) && targetNode.closest(".modal-container, .menu, .notice-container"));
    el.addEventListener("keydown", (event) => this.key(event, el), { signal });
    el.addEventListener("mouseenter", () => this.stay(), { signal });
    el.addEventListener("mouseleave", () => this.leave(), { signal });
    // What is unfolded, or comes later, makes the card larger. To place it here and now could change what is observed.
    const observer = new ResizeObserver(() => void el.win.requestAnimationFrame(place));
    for (const part of el.querySelectorAll(".distinguo-card-body > *, .distinguo-card-foot")) observer.observe(part);
    signal.addEventListener("abort", () => observer.disconnect());
    el.addEventListener("focusin", () => (card.hovering = false), { signal });
    doc.addEventListener("pointerdown", (event) => outside(event) && !elsewhere(event) && this.close(), { signal, capture: true });
    doc.addEventListener("scroll", (event) => outside(event) && place(), { signal, capture: true });
    doc.addEventListener(
      "keydown",
      (event) => {
        // Typing on means that the card is in the way; a modifier, or a key with one, asks for something else.
        const isTyped = !event.ctrlKey && !event.metaKey && !["Shift", "Control", "Alt", "AltGraph", "Meta"].includes(event.key);
        if (isTyped && outside(event) && !elsewhere(event)) this.close();
      },
      { signal, capture: true },
    );
    // The keyboard of a phone leaves less of the screen: whoever has it write into the card is not to lose the card by it.
    const resized = (): void => {
      const isInUse = el.contains(doc.activeElement);
      card.isAlone = isInUse;
      this.place(isInUse);
    };
    win.addEventListener("resize", resized, { signal });
    win.visualViewport?.addEventListener("resize", resized, { signal });
    win.visualViewport?.addEventListener("scroll", place, { signal });
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

  /**
   * Puts the card beside its words, never over them. It goes when they do.
   * @param mayScroll whether the text may be scrolled, to have the words, their evidence and the card in sight together
   */
  place(mayScroll = false): void {
    const { card } = this;
    if (!card) return;
    const { el, anchor } = card;
    const screen = screenOf(el.win);
    const scroller = anchor.el.closest(".cm-scroller, .markdown-preview-view");
    const frame = scroller ? within(screen, scroller.getBoundingClientRect()) : screen;
    const inSight = (rects: readonly DOMRect[]): Box[] => rects.flatMap((rect) => (frame && within(frame, rect)) ?? []);
    const isSheet = el.hasClass("is-sheet");
    const most = (screen.bottom - screen.top) * (isSheet ? sheetShare : 1);
    el.toggleClass("is-short", screen.bottom - screen.top < short);
    // Where it has all the room that it wants, what scrolls in it goes back to its beginning.
    const body = el.querySelector(".distinguo-card-body");
    const scrolled = body?.scrollTop ?? 0;
    const before = el.style.getPropertyValue("--distinguo-room");
    el.setCssProps({ "--distinguo-room": `${most}px`, "--distinguo-wide": `${screen.right - screen.left}px` });
    const { width, height } = el.getBoundingClientRect();
    el.setCssProps({ "--distinguo-room": before });
    if (body && scrolled > 0) body.scrollTop = scrolled;

    const all = (): Reach => reachOf([...anchor.rects(), ...(anchor.evidence?.() ?? [])]);
    const around = all();
    const isTogether = frame !== undefined && frame.bottom - frame.top - (around.bottom - around.top) >= Math.min(height, roomToRead) + 3 * gap;
    const scroll = (makeRoom: () => void): void => {
      makeRoom();
      // What the words are read with may begin before them.
      const above = isTogether && scroller ? frame.top + gap - all().top : 0;
      if (scroller && above > 0) scroller.scrollTop -= above;
      this.place();
    };
    const seen = inSight(anchor.rects());
    const makeRoom = mayScroll ? anchor.makeRoom?.bind(anchor) : undefined;
    if (seen.length > 0) card.isAlone = false;
    else if (makeRoom) return scroll(makeRoom);
    else if (!card.isAlone) return this.close();
    // What can't be seen might come up from below.
    const words = seen.length > 0 ? seen : [{ ...screen, top: screen.bottom }];
    const evidence = inSight(anchor.evidence?.() ?? []);
    const spot = isSheet ? sheetFor(screen, words, evidence, height, card.side) : spotFor(screen, words, evidence, { width, height }, card.side);
    if (makeRoom) {
      const isCovered = spot.top < around.bottom && spot.top + Math.min(height, spot.room) > around.top;
      const isCut = frame !== undefined && (around.top < frame.top || around.bottom > frame.bottom);
      if (spot.room < Math.min(height, roomToRead) || (isTogether && (isCovered || isCut))) return scroll(makeRoom);
    }
    card.side = spot.side;
    el.toggleClass("is-above", spot.side === "above");
    el.setCssProps({ "--distinguo-room": `${Math.min(most, spot.room)}px`, "--distinguo-left": `${spot.left}px`, "--distinguo-top": `${spot.top}px` });
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
    const stops = [...el.querySelectorAll<HTMLElement>(focusable)].filter((stop) => !stop.matches(outOfReach));
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    const active = el.doc.activeElement;
    if (stops.length > 0 && active !== edge && active !== el) return;
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

/** What of a window can be seen: less than all of it where a keyboard is up, or where one has zoomed in with two fingers. */
function screenOf({ visualViewport, innerWidth, innerHeight }: Window): Box {
  const { offsetLeft: left, offsetTop: top, width, height } = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight };
  return { left, top, right: left + width, bottom: top + height };
}
