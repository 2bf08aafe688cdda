import { printLine } from "../../core/index";
import {
  chmodSync, chownSync, closeSync, constants, copyFileSync, fsyncSync, linkSync, mkdirSync, openSync, realpathSync, renameSync, rmdirSync, rmSync,
  statSync, writeFileSync, type Stats,
} from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { Failure, reasonOf } from "../failure";
import { readNote } from "../read-note";
import type { Change } from "./change";
import { newNotePath } from "./new-note-path";
import type { FixPlan } from "./plan-fixes";

/** What was written, and what was not. */
export type Written = Pick<FixPlan, "changes" | "made" | "left">;

/**
 * Writes changes to the notes of a vault, all or none: each text goes to the disk under another name first, and takes the
 * note's place in one step. A note that is no longer what was read is left alone, with all that was to change with it.
 * @throws Failure where the disk refuses; what was written until then is put back, and what could not be is named
 */
export function writeChanges(vault: string, { changes, made, left: unplanned }: FixPlan): Written {
  const left = leftAlone(vault, changes, made);
  const kept = changes.filter(({ path: at }) => !left.has(at));
  // A Ctrl+C waits until the batch is whole.
  const wait = () => {};
  process.on("SIGINT", wait);
  try {
    writeAll(vault, kept);
  } finally {
    process.off("SIGINT", wait);
  }
  return {
    changes: kept,
    made: made.filter((paths) => !paths.some((at) => left.has(at))),
    left: [...unplanned, ...Array.from(left, ([at, reason]) => ({ path: at, reason }))],
  };
}

/** The notes that have changed meanwhile, and those that are tied to them, with the reason. */
function leftAlone(vault: string, changes: readonly Change[], made: FixPlan["made"]): Map<string, string> {
  const left = new Map(changes.flatMap((change) => {
    const reason = whatChanged(vault, change);
    return reason === undefined ? [] : [[change.path, reason]];
  }));
  for (let before = -1; before < left.size;) {
    before = left.size;
    for (const together of made) {
      const cause = together.find((at) => left.has(at));
      if (cause !== undefined) for (const at of together) if (!left.has(at)) left.set(at, `a fix changes it together with ${cause}`);
    }
  }
  return left;
}

function whatChanged(vault: string, { path: at, before }: Change): string | undefined {
  if (before === null) {
    const place = newNotePath(vault, at);
    return "reason" in place ? place.reason : undefined;
  }
  const reading = readNote(path.join(vault, at));
  return "reason" in reading ? reading.reason : reading.text === before ? undefined : "it has changed since it was read";
}

function writeAll(vault: string, changes: readonly Change[]): void {
  const staged: { change: Change; file: string; draft: string }[] = [];
  const done: typeof staged = [];
  const folders: string[] = [];
  let at = "";
  try {
    for (const change of changes) {
      at = change.path;
      const given = path.join(vault, at);
      // Through a link, so that it stays one.
      const file = change.before === null ? given : realpathSync(given);
      const first = mkdirSync(path.dirname(file), { recursive: true });
      if (first !== undefined) folders.push(...foldersBetween(first, path.dirname(file)));
      const draft = path.join(path.dirname(file), `.distinguo-${randomUUID()}.tmp`);
      staged.push({ change, file, draft });
      writeDraft(draft, change.after, change.before === null ? undefined : file);
    }
    for (const step of staged) {
      at = step.change.path;
      if (step.change.before === null) putNew(step.draft, step.file);
      else renameSync(step.draft, step.file);
      done.push(step);
    }
  } catch (error) {
    const stuck = done.reverse().filter((step) => !putBack(step));
    for (const { draft } of staged) rmSync(draft, { force: true });
    for (const folder of folders.reverse()) removeIfEmpty(folder);
    const outcome = stuck.length === 0 ? "Nothing was changed." : `These are changed and could not be put back: ${stuck.map(({ change }) => printLine(change.path)).join(", ")}.`;
    throw new Failure(`${printLine(at)} could not be written: ${reasonOf(error)}. ${outcome}`);
  }
  for (const folder of new Set(done.map(({ file }) => path.dirname(file)))) flushFolder(folder);
}

/** Writes a text that is on the disk when this returns, with the permissions of the file that it will replace. */
function writeDraft(draft: string, text: string, model: string | undefined): void {
  const old = model === undefined ? undefined : statSync(model);
  const handle = openSync(draft, "wx", old?.mode);
  try {
    writeFileSync(handle, text);
    if (old) keepOwner(draft, old);
    // Once more: what a new file may be is narrowed by the system.
    if (old) chmodSync(draft, old.mode & 0o7777);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function keepOwner(draft: string, { uid, gid }: Stats): void {
  const own = statSync(draft);
  if (own.uid === uid && own.gid === gid) return;
  try {
    chownSync(draft, uid, gid);
  } catch {
    // Only an administrator may give a file away; the note's text matters more than its owner.
  }
}

/** Gives a draft its name, unless something has it. */
function putNew(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw error;
    // Some disks, such as memory cards, know no second name for a file.
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
  }
  rmSync(draft, { force: true });
}

function putBack({ change, file, draft }: { change: Change; file: string; draft: string }): boolean {
  try {
    if (change.before === null) rmSync(file);
    else {
      writeDraft(draft, change.before, file);
      renameSync(draft, file);
    }
    return true;
  } catch {
    return false;
  }
}

function foldersBetween(first: string, last: string): string[] {
  return first === last ? [first] : [...foldersBetween(first, path.dirname(last)), last];
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something there meanwhile.
  }
}

/** Has the new names reach the disk too, where the system can do that. */
function flushFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows can't, and need not.
  }
}
