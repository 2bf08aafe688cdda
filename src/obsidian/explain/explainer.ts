import { Notice, parseYaml, type App } from "obsidian";
import { noteSource, type About, type Range } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { ExplanationModal } from "./modal";

/** Says how a sentence was read. */
export class Explainer {
  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly about: () => About | undefined,
  ) {}

  /** Whether a stretch of text may hold something to explain: whether it holds a word of a distinction. Cheap; in doubt it may. */
  mayExplain(text: string): boolean {
    const folded = text.toLowerCase();
    return this.about()?.terms.some(({ words }) => words.some((word) => folded.includes(word))) ?? true;
  }

  /** Shows how the sentences that touch a range of a note were read. */
  async explain(path: string, text: string, range: Range): Promise<void> {
    const [about, explanations] = await Promise.all([this.engine.about(), this.engine.explain(noteSource(path, text, parseYaml), range)]);
    if (explanations.length > 0) new ExplanationModal(this.app, explanations, text, about).open();
    else new Notice("There is nothing to explain here: no word of a distinction was read in this sentence.");
  }
}
