import { Component, MarkdownRenderChild, type MarkdownPostProcessorContext } from "obsidian";
import { applyEdits, overlaps, type Diagnostic, type Fix, type Range } from "../../core/index";
import type { CardRequest, Cards } from "../card/cards";
import type { How } from "../card/popover";
import type { Fixes } from "../fixes/fixes";
import type { Judge } from "../judge";
import { moved } from "../sentence";
import { locate, shownSource } from "./locate";
import { shownText, unwrap, wrap } from "./wrap";

/** What the sections of rendered notes need. */
export interface ReadingTools {
  fixes: Fixes;
  judge: Judge;
  cards: Cards;
  /** Whether notes are judged unasked. */
  live(): boolean;
}

interface Section {
  path: string;
  /** The whole note. */
  text: string;
  /** Where the section stands in it. */
  range: Range;
}

function sectionOf(el: HTMLElement, context: MarkdownPostProcessorContext): Section | undefined {
  const info = context.getSectionInfo(el);
  if (!info) return undefined;
  const { text, lineStart, lineEnd } = info;
  let from = 0;
  for (let line = 0; line < lineStart; line++) from = text.indexOf("\n", from) + 1;
  let to = from - 1;
  for (let line = lineStart; line <= lineEnd; line++) {
    const end = text.indexOf("\n", to + 1);
    to = end === -1 ? text.length : end;
    if (end === -1) break;
  }
  return { path: context.sourcePath, text, range: { from, to } };
}

/** The marks of one rendered section, there as long as the section is. */
class SectionMarks extends MarkdownRenderChild {
  private marks: HTMLElement[] = [];
  private evidence: HTMLElement[] = [];
  private marked = "";
  private gone = false;

  /** @param loaded all that are loaded, which this joins and leaves */
  constructor(
    containerEl: HTMLElement,
    private section: Section,
    private readonly context: MarkdownPostProcessorContext,
    private readonly tools: ReadingTools,
    private readonly loaded: Set<SectionMarks>,
  ) {
    super(containerEl);
  }

  override onload(): void {
    this.loaded.add(this);
    void this.mark();
    this.registerEvent(this.tools.judge.on("reconsider", () => void this.mark()));
  }

  override onunload(): void {
    this.gone = true;
    this.loaded.delete(this);
    this.clear();
  }

  private clear(): void {
    unwrap(this.evidence);
    unwrap(this.marks);
    this.evidence = [];
    this.marks = [];
    this.marked = "";
  }

  /**
   * Where the section stands now: a section that an edit elsewhere leaves alone is not rendered anew, but moves.
   * @returns how far it has moved; undefined where it isn't what was marked any more
   */
  private follow(): number | undefined {
    const now = sectionOf(this.containerEl, this.context);
    if (!now) return 0;
    const { section } = this;
    const own = ({ text, range }: Section): string => text.slice(range.from, range.to);
    this.section = now;
    return own(now) === own(section) ? now.range.from - section.range.from : undefined;
  }

  private async mark(): Promise<void> {
    this.follow();
    const { path, text, range } = this.section;
    const all = this.tools.live() ? await this.tools.judge.lint(path, text) : [];
    if (this.gone) return;
    const own = all.filter((diagnostic) => overlaps(diagnostic, range));
    const marked = JSON.stringify([range.from, own]);
    // What stays is left in place, with the focus that may be on it.
    if (marked === this.marked) return;
    this.clear();
    this.marked = marked;
    for (const diagnostic of own) this.markOne(diagnostic);
  }

  /** Where a range of the note stands in what the section shows. */
  private find({ from, to }: Range): Range | null {
    const { text, range } = this.section;
    const source = shownSource(text.slice(range.from, range.to));
    return locate(source, { from: from - range.from, to: to - range.from }, shownText(this.containerEl));
  }

  private markOne(diagnostic: Diagnostic): void {
    const found = this.find(diagnostic);
    if (!found) return;
    const spans = wrap(this.containerEl, found, `distinguo-mark distinguo-${diagnostic.severity}`);
    this.marks.push(...spans);
    const { popover } = this.tools.cards;
    if (spans[0]) this.tools.cards.offer(spans[0], () => this.request(diagnostic, spans));
    for (const [index, span] of spans.entries()) {
      // One stop for the keyboard, however many elements the words run through.
      if (index === 0) span.setAttrs({ tabindex: "0", role: "button", "aria-haspopup": "dialog", "aria-description": diagnostic.message });
      span.addEventListener("mouseenter", () => {
        if (popover.shows(this.key(diagnostic))) popover.stay();
        else popover.soon(() => this.open(diagnostic, spans, "hover"));
      });
      span.addEventListener("mouseleave", () => popover.leave());
      span.addEventListener("click", (event) => {
        // A link keeps its click.
        if (span.closest("a")) return;
        event.preventDefault();
        this.open(diagnostic, spans, "tap");
      });
      span.addEventListener("keydown", (event) => {
        if (event.target !== span || (event.key !== "Enter" && event.key !== " ")) return;
        event.preventDefault();
        event.stopPropagation();
        this.open(diagnostic, spans, "focus");
      });
    }
  }

  private key({ rule, from, to }: Diagnostic): string {
    return `${this.section.path} ${rule} ${from} ${to}`;
  }

  private open(marked: Diagnostic, spans: readonly HTMLElement[], how: How): void {
    const request = this.request(marked, spans);
    if (request) void this.tools.cards.show(request, how);
  }

  /** What the card of a mark shows; undefined where the mark is gone, or the section isn't what was marked any more. */
  private request(marked: Diagnostic, spans: readonly HTMLElement[]): CardRequest | undefined {
    const first = spans[0];
    const by = this.follow();
    if (!first?.isConnected || by === undefined) return undefined;
    const { path, text } = this.section;
    const diagnostic = moved(marked, by);
    const rectsOf = (els: readonly HTMLElement[]): DOMRect[] => els.flatMap((el) => [...el.getClientRects()]);
    return {
      anchor: {
        el: first,
        key: this.key(marked),
        rects: () => rectsOf(spans),
        evidence: () => rectsOf(this.evidence),
        makeRoom: () => first.scrollIntoView(),
        opened: () => {
          this.evidence = diagnostic.evidence.flatMap(({ axis, from, to }) => {
            const found = this.find({ from, to });
            return found ? wrap(this.containerEl, found, `distinguo-evidence distinguo-axis-${axis}`) : [];
          });
        },
        closed: (focused) => {
          unwrap(this.evidence);
          this.evidence = [];
          if (focused) first.focus();
        },
      },
      path,
      diagnostic,
      text,
      choose: ({ title, edits }: Fix) => void this.tools.fixes.apply(title, [{ path, before: text, after: () => applyEdits(text, edits) }]),
    };
  }
}

/** Marks the diagnostics of notes where they are rendered for reading, until it is unloaded itself. */
export class ReadingMarks extends Component {
  private readonly loaded = new Set<SectionMarks>();

  constructor(private readonly tools: ReadingTools) {
    super();
  }

  /** Marks one section of a rendered note. */
  readonly process = (el: HTMLElement, context: MarkdownPostProcessorContext): void => {
    const section = sectionOf(el, context);
    if (section) context.addChild(new SectionMarks(el, section, context, this.tools, this.loaded));
  };

  // The sections belong to the app's panes, which outlive the plugin.
  override onunload(): void {
    for (const section of [...this.loaded]) section.unload();
  }
}
