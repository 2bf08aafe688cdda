import { Notice, type App } from "obsidian";
import type { Diagnostic, Fix, LinkStyle, Relation } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { attempt } from "../attempt";
import { noteName } from "../note-name";
import type { NoteFeed } from "../notes";
import { tellWithUndo, type Undoable } from "../undo-notice";
import { isAsBefore, mayBeAsBefore, saveTyped, write, writingView, type Change } from "./change";
import { linkStyle } from "./link-style";
import { changesOf, touches, type Mending, type Plan, type Texts } from "./plan";
import { showPreview } from "./preview";

/** A diagnostic as a list knows it. */
export interface Listed {
  rule: string;
  message: string;
  from: number;
  words: string;
}

/** The note of a change by its name; those of several by their number. */
function named(changes: readonly Change[]): string {
  const [first] = changes;
  return first && changes.length === 1 ? `“${noteName(first.path)}”` : `${changes.length.toLocaleString()} notes`;
}

function tellGone(): void {
  new Notice("Nothing was changed: the notes changed meanwhile.");
}

/** What a plan would do, as a text to compare. */
function told({ path, fix }: Plan): string {
  return JSON.stringify([path, fix]);
}

function leftAlone(refused: readonly Change[]): string {
  return refused.length === 0 ? "" : ` Left alone, since changed: ${named(refused)}.`;
}

/** Fixes as they are now, with the texts of all notes that they touch. */
export interface Found<Each extends Plan = Plan> {
  plans: Each[];
  texts: Texts;
}

/** Changes notes when the user says so, and takes that back. */
export class Fixes implements Undoable {
  doneAt = 0;
  /** What takes the last changes back. */
  private last: readonly Change[] = [];
  /** What offers to, for a while; the command does so until the next ones. */
  private notice: Notice | undefined;
  private isBusy = false;

  constructor(
    private readonly app: App,
    private readonly engine: RemoteEngine,
    private readonly feed: NoteFeed,
  ) {}

  get canUndo(): boolean {
    return this.last.some((change) => mayBeAsBefore(this.app, change));
  }

  /**
   * Fixes one diagnostic of the notes themselves, if it is still there.
   * @param back gives the focus back to what asked for it
   */
  fix(path: string, { rule, message, from, words }: Listed, title: string, back: () => void): Promise<void> {
    const away = ({ diagnostic }: Mending): number => Math.abs(diagnostic.from - from);
    return this.offer(title, async () => {
      const { plans, texts } = await this.plan((at, diagnostic) => (at === path && diagnostic.rule === rule && diagnostic.message === message ? diagnostic.fixes.find((fix) => fix.title === title) : undefined));
      const same = plans.filter(({ diagnostic }) => texts.get(path)?.slice(diagnostic.from, diagnostic.to) === words).sort((a, b) => away(a) - away(b));
      return { plans: same.slice(0, 1), texts };
    }, back);
  }

  /** Fixes what a rule has found wherever that is safe. */
  fixAll(rule: string, back: () => void): Promise<void> {
    return this.offer(`Safe fixes of ${rule}`, () => this.plan((_path, diagnostic) => (diagnostic.rule === rule ? diagnostic.fixes.find(({ kind }) => kind === "safe") : undefined)), back);
  }

  /**
   * Shows what some plans would change, each of which can be left out, and applies what is chosen.
   * @param find settles once the plans are known; null where there is nothing to show
   */
  review(title: string, find: () => Promise<Found | null>, back: () => void): Promise<void> {
    const { app } = this;
    return this.once(async () => {
      const found = await find();
      if (found) showPreview(app, title, found.plans, found.texts, (chosen) => void this.once(() => this.apply(title, changesOf(app, chosen, found.texts))), back);
    });
  }

  /**
   * Creates the note that a relation of a note names and the vault lacks. Where that changes more than can be seen, it is shown first.
   * @param opened is told the path of the new note
   * @param back gives the focus back to what asked for it
   */
  create(path: string, relation: Pick<Relation, "label" | "from">, opened: (path: string) => void, back: () => void): Promise<void> {
    const { app, engine } = this;
    return this.once(async () => {
      const { plans, texts } = await this.found(async (style) => {
        const fix = await engine.creating(path, relation, style);
        return fix ? [{ path, fix }] : [];
      });
      const [plan] = plans;
      const created = plan?.fix.creates?.[0]?.path;
      if (!plan || created === undefined) {
        new Notice(`No note was created for “${relation.label}”: one of that name may be there already, or the words can’t be made a link where they stand.`);
        return;
      }
      const { title } = plan.fix;
      const apply = async (chosen: readonly Plan[]): Promise<void> => {
        const changes = changesOf(app, chosen, texts);
        const linking = changes.filter((change) => change.path !== created);
        const said = `“${noteName(created)}” is created${linking.length > 0 ? ` and linked from ${named(linking)}` : ""}.`;
        if (await this.apply(title, changes, said)) opened(created);
      };
      const isSeen = touches(plan, texts).every((touched) => typeof texts.get(touched.path) !== "string" || writingView(app, touched.path));
      if (isSeen) await apply(plans);
      else showPreview(app, title, plans, texts, (chosen) => void this.once(() => apply(chosen)), back);
    });
  }

  /**
   * Makes changes if all their notes are as they expect, and offers to take them back. False where they are not.
   * @param said what to say when all of them are made
   */
  async apply(title: string, changes: readonly Change[], said?: string): Promise<boolean> {
    if (!(await this.areAsBefore(changes))) return false;
    this.notice?.hide();
    const { done, refused } = await this.write(changes);
    this.last = done;
    this.doneAt = Date.now();
    this.notice = tellWithUndo(refused.length === 0 && said !== undefined ? said : `${title}: done in ${named(done)}.${leftAlone(refused)}`, () => void attempt(() => this.undo()));
    return done.length > 0;
  }

  /** Takes the last changes back, in all notes that have not changed since; those in others wait. */
  async undo(): Promise<void> {
    const { last } = this;
    this.last = [];
    this.notice?.hide();
    const { done, refused } = await this.write(last);
    this.last = refused;
    new Notice(done.length > 0 ? `Taken back in ${named(done)}.${leftAlone(refused)}` : `Nothing was taken back: ${named(refused)} changed since.`);
  }

  private async areAsBefore(changes: readonly Change[]): Promise<boolean> {
    const unfit: Change[] = [];
    for (const change of changes) if (!(await isAsBefore(this.app, change))) unfit.push(change);
    if (unfit.length > 0) new Notice(`Nothing was changed: ${named(unfit)} changed meanwhile.`);
    return unfit.length === 0;
  }

  /** Makes changes. What is done is told by what takes it back. */
  private async write(changes: readonly Change[]): Promise<{ done: Change[]; refused: Change[] }> {
    const done: Change[] = [];
    const refused: Change[] = [];
    for (const change of changes) {
      const back = await write(this.app, change).catch(() => undefined);
      if (back) done.unshift(back);
      else refused.push(change);
    }
    return { done, refused };
  }

  /** Applies fixes whose changes are all in sight; others are shown first. */
  private offer(title: string, find: () => Promise<Found>, back: () => void): Promise<void> {
    const { app } = this;
    return this.once(async () => {
      const { plans, texts } = await find();
      const [first, second] = plans;
      if (!first) tellGone();
      else if (!second && touches(first, texts).every(({ path }) => path === first.path) && writingView(app, first.path)) await this.apply(title, changesOf(app, plans, texts));
      else showPreview(app, title, plans, texts, (chosen) => void this.once(async () => {
        const changes = changesOf(app, chosen, texts);
        if (!(await this.areAsBefore(changes))) return;
        // What was shown may lead to a note that has been renamed, or deleted, while one looked.
        const now = new Set((await find()).plans.map(told));
        if (chosen.every((plan) => now.has(told(plan)))) await this.apply(title, changes);
        else tellGone();
      }), back);
    });
  }

  /** Does one thing at a time: what is asked for twice in haste is meant once. */
  private async once(act: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    await attempt(act);
    this.isBusy = false;
  }

  /** The diagnostics that are wanted, as they are now, with the texts of all notes that their fixes touch. */
  private plan(wanted: (path: string, diagnostic: Diagnostic) => Fix | undefined): Promise<Found<Mending>> {
    return this.found(async (style) =>
      (await this.engine.check(style)).flatMap(({ path, diagnostics }) =>
        diagnostics.flatMap((diagnostic) => {
          const fix = wanted(path, diagnostic);
          return fix ? { path, diagnostic, fix } : [];
        })));
  }

  /** Plans that are made of the vault as it is now, with the texts of all notes that they touch. */
  private async found<Each extends Plan>(plansOf: (style: Partial<LinkStyle>) => Promise<Each[]>): Promise<Found<Each>> {
    const { vault } = this.app;
    await saveTyped(this.app);
    const changed = new Set<string>();
    const ref = vault.on("modify", ({ path }) => changed.add(path));
    try {
      await this.feed.upToDate();
      const plans = await plansOf(await linkStyle(this.app));
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
