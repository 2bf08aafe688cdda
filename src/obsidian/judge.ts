import { Events, parseYaml } from "obsidian";
import { noteSource, type Diagnostic } from "../core/index";
import type { RemoteEngine } from "../worker/engine";

/** How many notes' diagnostics are kept: those in open panes, with some to spare. */
const capacity = 24;

interface Judgement {
  text: string;
  diagnostics: Promise<readonly Diagnostic[]>;
  settled: readonly Diagnostic[] | undefined;
}

/**
 * Has notes judged, each text once, for reading view and the commands, and knows what was last found in a note. Editors
 * have their notes judged by themselves. Triggers `judged` with the path when a note's diagnostics are known.
 */
export class Judge extends Events {
  private readonly judgements = new Map<string, Judgement>();

  /**
   * @param shown which diagnostics the settings let through
   * @param marked what is marked in an editor that holds the note; undefined where none does
   */
  constructor(
    private readonly engine: RemoteEngine,
    private readonly shown: (diagnostic: Diagnostic) => boolean,
    private readonly marked: (path: string) => readonly Diagnostic[] | undefined,
  ) {
    super();
  }

  /** The diagnostics of a text as the note at `path`, in document order. */
  async lint(path: string, text: string): Promise<readonly Diagnostic[]> {
    const known = this.judgements.get(path);
    if (known?.text === text) return (await known.diagnostics).filter(this.shown);
    const judgement: Judgement = { text, diagnostics: this.ask(path, text), settled: undefined };
    this.judgements.delete(path);
    this.judgements.set(path, judgement);
    const [oldest] = this.judgements.keys();
    if (this.judgements.size > capacity && oldest !== undefined) this.judgements.delete(oldest);
    judgement.settled = await judgement.diagnostics;
    if (this.judgements.get(path) === judgement) this.trigger("judged", path);
    return judgement.settled.filter(this.shown);
  }

  private async ask(path: string, text: string): Promise<readonly Diagnostic[]> {
    try {
      return await this.engine.lint(noteSource(path, text, parseYaml));
    } catch (error) {
      // One odd note is no reason to disturb who writes it; the report on the vault names it.
      console.debug(`${path} could not be linted.`, error);
      return [];
    }
  }

  /** What was last found in the note; undefined where it was not judged yet. */
  latest(path: string): readonly Diagnostic[] | undefined {
    return this.marked(path) ?? this.judgements.get(path)?.settled?.filter(this.shown);
  }

  /** Forgets all, since what is judged by has changed. */
  forget(): void {
    this.judgements.clear();
  }
}
