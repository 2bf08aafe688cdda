import { Notice, type App } from "obsidian";
import type { Fix, Relation } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { attempt } from "../attempt";
import { noteName } from "../note-name";
import type { NoteFeed } from "../notes";
import { Slices } from "../reading/slices";
import { tellWithUndo, WorkNotice, type Undoable } from "../undo-notice";
import { applyMany, noOutcome, type Outcome } from "./batch";
import { isAsBefore, mayBeAsBefore, write, writeAll, writingView, type Change } from "./change";
import { findAgain, findNow, type Found, type Listed, type Row, type Work } from "./find";
import { changedSince, named, showLeft } from "./left";
import { linkStyle } from "./link-style";
import { ManyDialog } from "./many-dialog";
import { changesOf, told, touches, type Plan, type Texts } from "./plan";
import { showPreview } from "./preview";
import type { FindingRow } from "./shapes";

export type { Found } from "./find";

/** How many notes are said by name in a notice; more are listed. */
const few = 3;

function tellGone(): void {
  new Notice("Nothing was changed: the notes changed meanwhile.");
}

/** Changes notes when the user says so, and takes that back. */
export class Fixes implements Undoable {
  doneAt = 0;
  /** What takes the last changes back. */
  private last: readonly Change[] = [];
  /** What offers to, for a while; the command does so until the next ones. */
  private notice: Notice | undefined;
  /** What is being done just now. */
  private busy: Promise<void> | undefined;

  constructor(
    readonly app: App,
    readonly engine: RemoteEngine,
    readonly feed: NoteFeed,
  ) {}

  get canUndo(): boolean {
    return !this.busy && this.last.some((change) => mayBeAsBefore(this.app, change));
  }

  /**
   * Fixes one diagnostic, if it is still there.
   * @param back gives the focus back to what asked for it
   */
  fix(path: string, finding: Listed, title: string, back: () => void): Promise<void> {
    return this.offer(title, () => this.again([{ path, finding }], (fixes) => fixes.find((fix) => fix.title === title)), back);
  }

  /**
   * Lets one choose one fix for many places, see what it would change in each, and take some back.
   * @param rows the places that it is about
   * @param back gives the focus back to what asked for it
   */
  fixMany(rows: readonly FindingRow[], back: () => void): void {
    new ManyDialog(this.app, rows, {
      find: (chosen, choose, work) => findAgain(this, chosen, choose, work),
      apply: (title, plans, texts, work) => this.applyMany(title, plans, texts, work),
    }, back).open();
  }

  /**
   * Shows what some plans would change, each of which can be left out, and applies what is chosen.
   * @param find settles once the plans are known; null where there is nothing to show
   */
  review(title: string, find: () => Promise<Found | null>, back: () => void): Promise<void> {
    const { app } = this;
    return this.once(async () => {
      const found = await find();
      if (found) showPreview(app, title, found.plans, found.texts, (chosen) => void this.once(() => this.make(title, changesOf(app, chosen, found.texts).changes)), back);
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
      const { plans, texts } = await findNow(this, async () => {
        const fix = await engine.creating(path, relation, await linkStyle(app));
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
        const { changes } = changesOf(app, chosen, texts);
        const linking = changes.filter((change) => change.path !== created);
        const said = `“${noteName(created)}” is created${linking.length > 0 ? ` and linked from ${named(linking.map(({ path: at }) => at))}` : ""}.`;
        if (await this.make(title, changes, said)) opened(created);
      };
      const isSeen = touches(plan, texts).every((touched) => typeof texts.get(touched.path) !== "string" || writingView(app, touched.path));
      if (isSeen) await apply(plans);
      else showPreview(app, title, plans, texts, (chosen) => void this.once(() => apply(chosen)), back);
    });
  }

  /** Makes changes if all their notes are as they expect, and offers to take them back. */
  apply(title: string, changes: readonly Change[], said?: string): Promise<void> {
    return this.inTurn(() => this.make(title, changes, said));
  }

  /** Takes the last changes back, in all notes that have not changed since; those in others wait. */
  undo(): Promise<void> {
    // It can't wait for its turn: by then others would be the last ones.
    if (this.busy) new Notice("Nothing was taken back: something else is still being done.");
    return this.once(() => this.takeBack());
  }

  /** Makes many fixes, and offers to take all of them back. */
  private async applyMany(title: string, plans: readonly Plan[], texts: Texts, work: Work): Promise<Outcome> {
    const outcome = noOutcome();
    await this.inTurn(async () => {
      try {
        await applyMany(this.app, plans, texts, work, outcome);
      } finally {
        const { done, made, unmade } = outcome;
        if (done.length === 0) new Notice("Nothing was changed.");
        else this.remember(done, `${title}: done in ${made === 1 ? "1 place" : `${made.toLocaleString()} places`}, ${namesOf(done)}.${unmade > 0 ? ` Stopped before ${unmade.toLocaleString()} more.` : ""}`);
      }
    });
    return outcome;
  }

  /**
   * Makes changes if all their notes are as they expect: all of them or none. False where none is made.
   * @param said what to say when they are made
   */
  private async make(title: string, changes: readonly Change[], said?: string): Promise<boolean> {
    if (!(await this.areAsBefore(changes))) return false;
    const { done, failed } = await writeAll(this.app, changes);
    if (!failed) {
      this.remember(done, said ?? `${title}: done in ${namesOf(done)}.`);
      return true;
    }
    const why = `${named([failed.path])} ${failed.isChanged ? "changed meanwhile" : "could not be written"}.`;
    if (done.length === 0) new Notice(`Nothing was changed: ${why}`);
    else this.remember(done, `${title}: only done in ${namesOf(done)}. ${why}`);
    return false;
  }

  /** Keeps what takes changes back, and offers to. */
  private remember(done: readonly Change[], said: string): void {
    this.notice?.hide();
    this.last = done;
    this.doneAt = Date.now();
    this.notice = tellWithUndo(said, () => void attempt(() => this.undo()));
  }

  private async areAsBefore(changes: readonly Change[]): Promise<boolean> {
    const unfit: Change[] = [];
    for (const change of changes) if (!(await isAsBefore(this.app, change))) unfit.push(change);
    if (unfit.length > 0) new Notice(`Nothing was changed: ${namesOf(unfit)} changed meanwhile.`);
    return unfit.length === 0;
  }

  private async takeBack(): Promise<void> {
    const { last } = this;
    this.notice?.hide();
    const work = new WorkNotice((done, of) => `Taking back: ${done} of ${of} notes`);
    const slices = new Slices();
    const done: Change[] = [];
    const refused: Change[] = [];
    let unmade: readonly Change[] = [];
    for (const [index, change] of last.entries()) {
      if (work.isStopped) {
        unmade = last.slice(index);
        break;
      }
      const back = await write(this.app, change).catch(() => undefined);
      (back ? done : refused).push(change);
      work.tell(index + 1, last.length);
      await slices.pause();
    }
    work.close();
    this.last = [...refused, ...unmade];
    const rest = unmade.length > 0 ? ` Stopped: ${namesOf(unmade)} still to be taken back.` : "";
    if (done.length + unmade.length === 0) new Notice(`Nothing was taken back: ${namesOf(refused)} changed since.`);
    else new Notice(`Taken back in ${namesOf(done)}.${changedSince(refused)}${rest}`);
    if (refused.length > few) showLeft(this.app, { changed: refused.map(({ path }) => path) });
  }

  /** Applies fixes whose changes are all in sight; others are shown first. */
  private offer(title: string, find: () => Promise<Found>, back: () => void): Promise<void> {
    const { app } = this;
    return this.once(async () => {
      const { plans, texts } = await find();
      const [first, second] = plans;
      if (!first) tellGone();
      else if (!second && touches(first, texts).every(({ path }) => path === first.path) && writingView(app, first.path)) await this.make(title, changesOf(app, plans, texts).changes);
      else showPreview(app, title, plans, texts, (chosen) => void this.once(async () => {
        const { changes } = changesOf(app, chosen, texts);
        if (!(await this.areAsBefore(changes))) return;
        // What was shown may lead to a note that has been renamed, or deleted, while one looked.
        const now = new Set((await find()).plans.map(told));
        if (chosen.every((plan) => now.has(told(plan)))) await this.make(title, changes);
        else tellGone();
      }), back);
    });
  }

  /** Does one thing at a time: what is asked for twice in haste is meant once. */
  private async once(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = attempt(act);
    await this.busy;
    this.busy = undefined;
  }

  /** Does something as soon as nothing else is being done. */
  private async inTurn(act: () => Promise<unknown>): Promise<void> {
    while (this.busy) await this.busy;
    await this.once(act);
  }

  private async again(rows: readonly Row[], choose: (fixes: readonly Fix[]) => Fix | undefined): Promise<Found> {
    return (await findAgain(this, rows, choose)) ?? { plans: [], texts: new Map() };
  }
}

/** The note of a change by its name; those of several by their number. */
function namesOf(changes: readonly Change[]): string {
  return named(changes.map(({ path }) => path));
}
