import { MarkdownRenderChild, type MarkdownPostProcessorContext } from "obsidian";
import { applyEdits, moved, overlaps, passageOf, type Diagnostic } from "../../core/index";
import { attempt } from "../attempt";
import type { CardRequest, Cards } from "../card/cards";
import type { How } from "../card/popover";
import type { Fixes } from "../fixes/fixes";
import type { Judge } from "../judge";
import { locate, locateNear, showing, spotOf, type Spot } from "./locate";
import type { Place, Places } from "./place";
import { Slices } from "./slices";
import { Shown, unwrap } from "./wrap";

/** What the marks of rendered notes need. */
export interface ReadingTools {
  fixes: Fixes;
  judge: Judge;
  cards: Cards;
  places: Places;
  /** Whether notes are judged unasked. */
  live(): boolean;
}

/** A diagnostic that is marked. */
interface Mark {
  /** Which of the diagnostics it is. */
  index: number;
  spans: readonly HTMLElement[];
  /** Where it is shown. */
  at: number;
  key: string;
}

/** What a diagnostic says, wherever it stands. */
function said(diagnostic: Diagnostic): string {
  return JSON.stringify(moved(diagnostic, -diagnostic.from));
}

/** What is looked for in a section that knows its place, relative to where that begins. */
function sought(place: Place | undefined, diagnostics: readonly Diagnostic[]): string {
  return place?.isSure ? JSON.stringify(diagnostics.map((diagnostic) => moved(diagnostic, -place.range.from))) : "";
}

/** Where more diagnostics than that have words that an element shows, those are taken that stand about where it begins. */
const crowd = 250;

/** How far the source of what is shown may reach: some characters either way, and so many times what is shown. */
const margin = 1000;
const markup = 4;

/** Those of a note's diagnostics that an element may show. */
function near({ text, range, isSure, begins }: Place, all: readonly Diagnostic[], el: HTMLElement): readonly Diagnostic[] {
  if (isSure) return all.filter((diagnostic) => overlaps(diagnostic, range));
  if (all.length === 0) return all;
  const shown = new Shown(el).text;
  const shows = showing(shown);
  const found = all.filter(({ from, to }) => shows(text.slice(from, to)));
  if (found.length <= crowd || begins === undefined) return found;
  const source = { from: begins - margin, to: begins + markup * shown.length + margin };
  return found.filter((diagnostic) => overlaps(diagnostic, source));
}

/** The marks of one rendered section, or of whatever else is rendered from a note; there as long as that is. */
export class SectionMarks extends MarkdownRenderChild {
  private place: Place | undefined;
  private diagnostics: readonly Diagnostic[] = [];
  private marks: Mark[] = [];
  private evidence: HTMLElement[] = [];
  private drawn: Promise<void> = Promise.resolve();
  private isGone = false;

  /** @param path the note that is shown */
  constructor(
    containerEl: HTMLElement,
    public path: string,
    private readonly context: MarkdownPostProcessorContext,
    private readonly tools: ReadingTools,
    private readonly come: (section: SectionMarks) => void,
    private readonly leave: (section: SectionMarks) => void,
  ) {
    super(containerEl);
  }

  override onload(): void {
    this.come(this);
  }

  override onunload(): void {
    this.isGone = true;
    this.leave(this);
    this.clear();
  }

  /** Has the note judged again when it is drawn next, though it may be the same. */
  forget(): void {
    this.place = undefined;
  }

  /** Brings the marks up to date with the note as it is now. */
  draw(slices = new Slices()): Promise<void> {
    return (this.drawn = this.drawn.catch(() => undefined).then(() => this.drawNow(slices)));
  }

  private async drawNow(slices: Slices): Promise<void> {
    const { judge, places } = this.tools;
    const place = this.isGone || !this.tools.live() ? undefined : await places.of(this.containerEl, this.context, this.path);
    // Of a text that is known there is nothing new to hear: were it asked for again, many embeds would have each other's answers forgotten for ever.
    if (place && place.text === this.place?.text && place.range.from === this.place.range.from && place.marked === this.place.marked) return;
    const all = place ? (place.marked ?? (await judge.lint(this.path, place.text))) : [];
    if (this.isGone) return;
    const diagnostics = place ? near(place, all, this.containerEl) : [];
    // A section that an edit elsewhere leaves alone is not rendered anew, but moves: its marks stay, with the focus that may be on one.
    const isAsBefore = place?.isSure && sought(place, diagnostics) === sought(this.place, this.diagnostics);
    const spots: Spot[] = [];
    if (place && !isAsBefore) {
      for (const diagnostic of diagnostics) {
        spots.push(places.spotOf(place.text, diagnostic));
        await slices.pause();
      }
    }
    if (this.isGone) return;
    this.place = place;
    this.diagnostics = diagnostics;
    if (!isAsBefore) this.show(spots);
  }

  /** @param spots those of the diagnostics, in the same order */
  private show(spots: readonly Spot[]): void {
    const { place, diagnostics, marks } = this;
    if (!place || diagnostics.length === 0) {
      this.clear();
      return;
    }
    const { isSure, begins } = place;
    let shown = new Shown(this.containerEl);
    const indices = new Map(spots.map((spot, index) => [spot, index]));
    const found = [...locate(spots, shown.text, isSure, begins)].sort(([, a], [, b]) => a.from - b.from || a.to - b.to).flatMap(([spot, range]) => {
      const index = indices.get(spot) ?? -1;
      const diagnostic = diagnostics[index];
      return diagnostic ? [{ index, range, severity: diagnostic.severity, message: diagnostic.message, key: `${this.context.docId} ${range.from} ${said(diagnostic)}` }] : [];
    });
    if (found.length === marks.length && found.every(({ key }, at) => key === marks[at]?.key)) {
      for (const [at, mark] of marks.entries()) mark.index = found[at]?.index ?? mark.index;
      return;
    }
    if (marks.length > 0) {
      this.clear();
      shown = new Shown(this.containerEl);
    }
    this.marks = found.map(({ index, range, severity, message, key }) => {
      const mark = { index, spans: shown.wrap(range, `distinguo-mark distinguo-${severity}`), at: range.from, key };
      this.listen(mark, shown.text.slice(range.from, range.to), message);
      return mark;
    });
  }

  private clear(): void {
    const { popover } = this.tools.cards;
    for (const { key } of this.marks) if (popover.shows(key)) popover.close();
    unwrap(this.evidence);
    unwrap(this.marks.flatMap(({ spans }) => spans));
    this.evidence = [];
    this.marks = [];
  }

  private listen(mark: Mark, words: string, message: string): void {
    const { cards } = this.tools;
    const { popover } = cards;
    const { spans } = mark;
    if (spans[0]) cards.offer(spans[0], () => this.request(mark));
    // One stop for the keyboard, however many elements the words run through.
    spans[0]?.setAttrs({ tabindex: "0", role: "button", "aria-haspopup": "dialog", "aria-description": spans.length === 1 ? message : `“${words}”: ${message}` });
    for (const span of spans) {
      span.addEventListener("mouseenter", () => {
        if (popover.shows(mark.key)) popover.stay();
        else popover.soon(() => void this.open(mark, "hover"));
      });
      span.addEventListener("mouseleave", () => popover.leave());
      span.addEventListener("click", (event) => {
        // A link keeps its click.
        if (span.closest("a")) return;
        event.preventDefault();
        void this.open(mark, "tap");
      });
      span.addEventListener("keydown", (event) => {
        if (event.target !== span || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        event.stopPropagation();
        void this.open(mark, "focus");
      });
    }
  }

  private async open(mark: Mark, how: How): Promise<void> {
    // What has moved since it was marked is shown as it stands now.
    await this.draw();
    if (how === "hover" && !mark.spans.some((span) => span.matches(":hover"))) return;
    const request = this.request(mark);
    if (request) await this.tools.cards.show(request, how);
  }

  /** What the card of a mark shows; undefined where the mark is gone. */
  private request(mark: Mark): CardRequest | undefined {
    const { path, place } = this;
    const { spans, key, at } = mark;
    const first = spans[0];
    const diagnostic = this.diagnostics[mark.index];
    if (!first || !diagnostic || !place || !this.marks.includes(mark)) return undefined;
    const { text } = place;
    const rectsOf = (els: readonly HTMLElement[]): DOMRect[] => els.flatMap((el) => [...el.getClientRects()]);
    return {
      anchor: {
        el: first,
        key,
        rects: () => rectsOf(spans),
        evidence: () => rectsOf(this.evidence),
        makeRoom: () => first.scrollIntoView(),
        opened: () => this.showEvidence(diagnostic, text, at),
        closed: (focused) => {
          unwrap(this.evidence);
          this.evidence = [];
          if (focused) first.focus();
        },
      },
      path,
      diagnostic,
      text,
      choose: ({ title, edits }) => void attempt(() => this.tools.fixes.apply(title, [{ path, before: text, after: () => applyEdits(text, edits) }])),
    };
  }

  private showEvidence(diagnostic: Diagnostic, text: string, near: number): void {
    const shown = new Shown(this.containerEl);
    const passage = passageOf(text, diagnostic);
    this.evidence = diagnostic.evidence.flatMap((evidence) => {
      const range = locateNear(spotOf(text, evidence, passage), shown.text, this.place?.isSure ?? false, near);
      return range ? shown.wrap(range, `distinguo-evidence distinguo-axis-${evidence.axis}`) : [];
    });
  }
}
