import { Notice, type App } from "obsidian";
import type { Diagnostic, Fix } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { noteName } from "../note-name";
import type { NoteFeed } from "../notes";
import { addButton } from "../press";
import { isAsBefore, saveTyped, write, writingView, type Change } from "./change";
import { linkStyle } from "./link-style";
import { changesOf, touches, type Plan, type Texts } from "./plan";
import { showPreview } from "./preview";

/** How long a notice offers to take changes back, in milliseconds; the command offers it until the next ones. */
const regret = 10_000;

/** A diagnostic as a list knows it. */
export interface Listed {
  rule: string;
  message: string;
  from: number;
  words: string;
}

/** A note by its name; several by their number. */
function named(paths: readonly string[]): string {
  const [first = ""] = paths;
  return paths.length === 1 ? `“${noteName(first)}”` : `${paths.length.toLocaleString()} notes`;
}

/** Changes notes when the user says so, and takes that back. */
export class Fixes {
  /** What takes the last changes back. */
  private last: readonly Change[] = [];

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly feed: NoteFeed,
  ) {}

  get canUndo(): boolean {
    return this.last.length > 0;
  }

  /** Fixes one diagnostic of the notes themselves, if it is still there. */
  async fix(path: string, { rule, message, from, words }: Listed, title: string): Promise<void> {
    const { plans, texts } = await this.plan((at, diagnostic) => (at === path && diagnostic.rule === rule && diagnostic.message === message ? diagnostic.fixes.find((fix) => fix.title === title) : undefined));
    const away = ({ diagnostic }: Plan): number => Math.abs(diagnostic.from - from);
    const same = plans.filter(({ diagnostic }) => texts.get(path)?.slice(diagnostic.from, diagnostic.to) === words).sort((a, b) => away(a) - away(b));
    this.offer(title, same.slice(0, 1), texts);
  }

  /** Fixes what a rule has found wherever that is safe. */
  async fixAll(rule: string): Promise<void> {
    const { plans, texts } = await this.plan((_path, diagnostic) => (diagnostic.rule === rule ? diagnostic.fixes.find(({ kind }) => kind === "safe") : undefined));
    this.offer(`Safe fixes of ${rule}`, plans, texts);
  }

  /** Makes changes if all their notes are as they expect, and offers to take them back. */
  async apply(title: string, changes: readonly Change[]): Promise<void> {
    const unfit: string[] = [];
    for (const change of changes) if (!(await isAsBefore(this.app, change))) unfit.push(change.path);
    if (unfit.length > 0) {
      new Notice(`Nothing was changed: ${named(unfit)} changed meanwhile.`);
      return;
    }
    const told = await this.write(`${title}: done in`, changes);
    const { last } = this;
    const notice = new Notice(
      createFragment((fragment) => {
        const text = fragment.createSpan({ text: told });
        addButton(text, "distinguo-undo", "Undo", () => {
          notice.hide();
          if (this.last === last) void this.undo();
        });
      }),
      regret,
    );
  }

  /** Takes the last changes back, in all notes that have not changed since. */
  async undo(): Promise<void> {
    new Notice(await this.write("Taken back in", this.last));
    this.last = [];
  }

  /** Makes changes and says in how many notes; what takes them back is kept. */
  private async write(did: string, changes: readonly Change[]): Promise<string> {
    const done: Change[] = [];
    const refused: string[] = [];
    for (const change of changes) {
      const back = await write(this.app, change).catch(() => undefined);
      if (back) done.unshift(back);
      else refused.push(change.path);
    }
    this.last = done;
    return `${did} ${named(done.map(({ path }) => path))}.${refused.length > 0 ? ` Left alone, since changed: ${named(refused)}.` : ""}`;
  }

  /** Applies fixes whose changes are all in sight; others are shown first. */
  private offer(title: string, plans: readonly Plan[], texts: Texts): void {
    const { app } = this;
    const [first, second] = plans;
    const apply = (chosen: readonly Plan[]): void => void this.apply(title, changesOf(app, chosen, texts));
    if (!first) new Notice("Nothing was changed: the notes changed meanwhile.");
    else if (!second && touches(first, texts).every(({ path }) => path === first.path) && writingView(app, first.path)) apply(plans);
    else showPreview(app, title, plans, texts, apply);
  }

  /** The diagnostics that are wanted, as they are now, with the texts of all notes that their fixes touch. */
  private async plan(wanted: (path: string, diagnostic: Diagnostic) => Fix | undefined): Promise<{ plans: Plan[]; texts: Texts }> {
    const { vault } = this.app;
    await saveTyped(this.app);
    const changed = new Set<string>();
    const ref = vault.on("modify", ({ path }) => changed.add(path));
    try {
      await this.feed.upToDate();
      const plans = (await this.engine.check(await linkStyle(this.app))).flatMap(({ path, diagnostics }) =>
        diagnostics.flatMap((diagnostic) => {
          const fix = wanted(path, diagnostic);
          return fix ? { path, diagnostic, fix } : [];
        }));
      const texts = new Map<string, string | null>();
      for (const path of new Set(plans.flatMap((plan) => [plan, ...touches(plan, texts)]).map(({ path }) => path))) {
        const file = vault.getFileByPath(path);
        texts.set(path, file && (await vault.read(file)));
      }
      // A note that changed while it was judged and read may have been judged as it was before.
      return { plans: plans.filter((plan) => touches(plan, texts).every(({ path }) => !changed.has(path))), texts };
    } finally {
      vault.offref(ref);
    }
  }
}
