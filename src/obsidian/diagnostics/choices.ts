import { Notice, parseYaml, type App } from "obsidian";
import { applyEdits, noteSource, type Diagnostic } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { askText } from "../ask-text";
import { attempt } from "../attempt";
import { saveTyped, writingView } from "../fixes/change";
import type { Fixes } from "../fixes/fixes";
import { linkStyle } from "../fixes/link-style";
import { noteName } from "../note-name";
import type { NoteFeed } from "../notes";
import type { Row } from "./rows";

/** A diagnostic as it is in its note now. */
interface Now {
  text: string;
  diagnostic: Diagnostic;
}

/** What is chosen in a list, done in the notes as they are by then. */
export class Choices {
  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly feed: NoteFeed,
    private readonly fixes: Fixes,
  ) {}

  /**
   * Applies a fix: at once where its note is open for writing, else once every line that changes has been shown.
   * @param back gives the focus back to what asked for it
   */
  async apply({ path, about, finding }: Row, title: string, back: () => void): Promise<void> {
    if (about === "notes") return this.fixes.fix(path, finding, title, back);
    await attempt(async () => {
      const now = await this.inProse(path, finding);
      const fix = now?.diagnostic.fixes.find((one) => one.title === title);
      if (!now || !fix) return tellGone();
      const { text } = now;
      if (writingView(this.app, path)) await this.fixes.apply(title, [{ path, before: text, after: () => applyEdits(text, fix.edits) }]);
      else await this.fixes.review(title, () => Promise.resolve({ plans: [{ path, fix }], texts: new Map([[path, text]]) }), back);
    });
  }

  /** Has a diagnostic ignored where it stands: a comment says so, with the reason, if one is asked for and given. */
  async ignore({ path, about, finding }: Row, asksWhy: boolean): Promise<void> {
    await attempt(async () => {
      const reason = asksWhy ? await askText(this.app, { title: `Ignore ${finding.rule} here`, label: "Reason", text: "", action: "Ignore", isOptional: true }) : "";
      if (reason === null) return;
      const now = about === "prose" ? await this.inProse(path, finding) : await this.aboutNote(path, finding);
      if (!now) return tellGone();
      const { text, diagnostic } = now;
      const edit = await this.engine.ignoring(noteSource(path, text, parseYaml), diagnostic, reason);
      if (!edit) return void new Notice(`No comment can stand there. To ignore it, put the property “distinguo-ignore: [${finding.rule}]” into “${noteName(path)}”.`);
      await this.fixes.apply("Ignore here", [{ path, before: text, after: () => applyEdits(text, [edit]) }], `${finding.rule} is ignored here in “${noteName(path)}”: a comment says so.`);
    });
  }

  private async textOf(path: string): Promise<string | undefined> {
    const file = this.app.vault.getFileByPath(path);
    return writingView(this.app, path)?.getViewData() ?? (file ? this.app.vault.read(file) : undefined);
  }

  private async inProse(path: string, finding: Row["finding"]): Promise<Now | undefined> {
    const text = await this.textOf(path);
    return text === undefined ? undefined : nearest(text, await this.engine.lint(noteSource(path, text, parseYaml)), finding);
  }

  private async aboutNote(path: string, finding: Row["finding"]): Promise<Now | undefined> {
    await saveTyped(this.app);
    await this.feed.upToDate();
    const text = await this.textOf(path);
    const said = (await this.engine.check(await linkStyle(this.app))).find((note) => note.path === path)?.diagnostics ?? [];
    return text === undefined ? undefined : nearest(text, said.filter(({ message }) => message === finding.message), finding);
  }
}

/** Of the diagnostics that say the same of the same words, the one that is nearest to where it was. */
function nearest(text: string, diagnostics: readonly Diagnostic[], { rule, words, from }: Row["finding"]): Now | undefined {
  const away = (one: Diagnostic): number => Math.abs(one.from - from);
  const plain = (one: string): string => one.replace(/\s+/g, " ");
  const [diagnostic] = diagnostics.filter((one) => one.rule === rule && plain(text.slice(one.from, one.to)) === plain(words)).sort((a, b) => away(a) - away(b));
  return diagnostic && { text, diagnostic };
}

function tellGone(): void {
  new Notice("Nothing was changed: it is no longer found there.");
}
