import { Modal, type App } from "obsidian";
import { rulesTogether, type About, type Because, type CandidateRead, type Explanation, type Range, type RulesRead } from "../../core/index";
import { addQuoting } from "../quoted";

const outcomes: Readonly<Record<RulesRead["outcome"], string>> = { reported: "spoke", "kept-back": "held back", silent: "kept silent", "not-asked": "was not asked" };
const weighed: Readonly<Record<CandidateRead["outcome"], string>> = { sure: "sure", hint: "worth a hint", dropped: "dropped" };

/** What the frames of a list tie words by. */
const ties: Readonly<Record<string, string>> = {
  alternations: "one or the other",
  equations: "put as equal",
  identities: "put as the same",
  ownWords: "about the words themselves",
  oppositions: "set against each other",
  meaning: "given as its meaning",
  leap: "given as a reason or a result",
};

/** What two places are, where they are read together. */
const readAs: Readonly<Record<Explanation["as"], string>> = { block: "", gloss: "A label and its gloss, read together.", comparison: "Two labels that are compared, read together.", slide: "Two sentences of a section, read together." };

function texts(because: readonly Because[]): string {
  return because.map(({ text }) => text).join("; ");
}

/** Shows how sentences were read and judged, and why. */
export class ExplanationModal extends Modal {
  /** @param text the note that the explanations' offsets count in */
  constructor(
    app: App,
    private readonly explanations: readonly Explanation[],
    private readonly text: string,
    private readonly about: About,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.setTitle("How this sentence was read");
    this.modalEl.addClass("distinguo-explanation");
    // What is longer than the window has to be reached by keys, too.
    this.contentEl.setAttr("tabindex", "0");
    for (const explanation of this.explanations) this.show(explanation);
  }

  private show(explanation: Explanation): void {
    const { as, words, evidence, frames, followed, skipped, rules, diagnostic, convention } = explanation;
    const section = this.contentEl.createEl("section");
    this.showSentence(section, explanation);
    const verdict = section.createEl("p", { cls: `distinguo-verdict${diagnostic ? ` distinguo-${diagnostic.severity}` : ""}` });
    if (diagnostic) verdict.createSpan({ cls: "distinguo-severity", text: `${diagnostic.severity.charAt(0).toUpperCase()}${diagnostic.severity.slice(1)}` });
    addQuoting(verdict.createSpan(), diagnostic?.message ?? "Nothing is reported here.");

    const list = section.createEl("dl");
    const add = (name: string, items: readonly ((el: HTMLElement) => void)[]): void => {
      if (items.length === 0) return;
      list.createEl("dt", { text: name });
      for (const item of items) item(list.createEl("dd"));
    };
    const line = (text: string) => (el: HTMLElement): void => addQuoting(el, text);
    add("Read as", [readAs[as], ...(followed ? [`Together with “${this.wordsOf(followed)}”.`] : [])].filter((text) => text !== "").map(line));
    add("Convention", this.about.conventions.flatMap(({ id, label }) => (id === convention ? [line(label)] : [])));
    add("Words", words.map(({ term, isOpposite, wordClass, counts, sense, ...range }) =>
      line(`“${this.wordsOf(range)}”: ${isOpposite ? "opposite of " : ""}${term}, ${wordClass}; ${counts ? "" : "does not count: "}${texts(sense)}`)));
    add("Evidence", [...new Set(evidence.map(({ axis }) => axis))].map((axis) => (el) => {
      el.addClass(`distinguo-axis-${axis}`);
      el.createSpan({ cls: "distinguo-axis", text: this.about.terms.find((term) => term.axis === axis)?.axisLabel ?? axis });
      const quotes = evidence.filter((one) => one.axis === axis).map(({ weight, isOpen, ...range }) => `“${this.wordsOf(range)}”${weight === 1 ? "" : ` (weighs ${weight})`}${isOpen ? " (names no end)" : ""}`);
      addQuoting(el.createSpan(), quotes.join(", "));
    }));
    add("Ties", frames.map(({ list: name, isSure, word, other }) => line(`${this.pair(word, other)}: ${ties[name] ?? name}${isSure ? "" : "; readers differ"}`)));
    add("No rule was asked", skipped.map(({ text }) => line(text)));
    add("Rules", rulesTogether(rules).map((read) => (el) => this.showRules(el, read)));
  }

  /** The sentence with its words underlined and its evidence in the colours of the axes. */
  private showSentence(parent: HTMLElement, { as, from, to, text, words, evidence, diagnostic }: Explanation): void {
    const quote = parent.createEl("blockquote");
    if (as !== "block") {
      quote.setText(text);
      return;
    }
    const marked: (Range & { cls: string })[] = [
      ...evidence.map((one) => ({ from: one.from, to: one.to, cls: `distinguo-evidence distinguo-axis-${one.axis}` })),
      ...words.map((one) => ({ from: one.from, to: one.to, cls: `distinguo-mark distinguo-${diagnostic?.severity ?? "hint"}` })),
    ];
    const borders = [...new Set([from, to, ...marked.flatMap((range) => [range.from, range.to])])].filter((at) => at >= from && at <= to).sort((a, b) => a - b);
    for (const [index, start] of borders.entries()) {
      const end = borders[index + 1] ?? to;
      const own = marked.filter((range) => range.from <= start && range.to >= end);
      if (end > start) quote.createSpan({ cls: own.map(({ cls }) => cls).join(" "), text: this.text.slice(start, end).replace(/\s+/g, " ") });
    }
  }

  private showRules(el: HTMLElement, { rules, outcome, because, candidates }: RulesRead): void {
    el.createSpan({ cls: `distinguo-outcome is-${outcome}`, text: outcomes[outcome] });
    el.createSpan({ cls: "distinguo-rule", text: rules.join(", ") });
    addQuoting(el.createSpan({ cls: "distinguo-because" }), texts(because));
    if (candidates.length === 0) return;
    const list = el.createEl("ul");
    for (const { word, other, outcome: weight, because: reasons } of candidates) addQuoting(list.createEl("li"), [`${this.pair(word, other ?? word)}: ${weighed[weight]}`, ...reasons.map(({ text }) => text)].join("; "));
  }

  private pair(word: Range, other: Range): string {
    return `“${this.wordsOf(word)}”${other.from === word.from || other.from >= other.to ? "" : `, “${this.wordsOf(other)}”`}`;
  }

  private wordsOf({ from, to }: Range): string {
    const words = this.text.slice(from, to).replace(/\s+/g, " ").trim();
    return words.length <= 90 ? words : `${words.slice(0, 60).trimEnd()} … ${words.slice(-25).trimStart()}`;
  }
}
