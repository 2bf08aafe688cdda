import { applyEdits, type Diagnostic, type Edit, type Fix, type NoteDiagnostics } from "../../core/index";
import { byPath } from "../gather";
import type { Change, Left } from "./change";
import { foldPath, type NewNotePath } from "./new-note-path";

/** What fixes are planned on. The texts and the diagnostics must belong together: `put` changes both. */
export interface FixGround {
  /** The diagnostics as the notes now stand. */
  check(): NoteDiagnostics[];
  /** The text of a note on the disk, or why it is to be left alone. */
  read(path: string): { text: string } | { reason: string };
  /** Has a note stand with a text from now on, without writing it. */
  put(path: string, text: string): void;
  placeNew(path: string): NewNotePath;
}

/** What is asked for: which diagnostics, and, of each, the fix to make. */
export interface FixWish {
  isAsked(path: string, diagnostic: Diagnostic): boolean;
  choose(fixes: readonly Fix[]): Fix | undefined;
}

/** What a run would do. */
export interface FixPlan {
  /** In the order of their paths. */
  changes: Change[];
  /** For each fix that is made, the notes that it changes; to leave one of them is to leave all. */
  made: string[][];
  /** How many would touch what other fixes touch, and have to wait for the next run. */
  waiting: number;
  /** Whose fixes can't be made. */
  left: Left[];
}

/** Each looks at the whole vault once more. A list seldom gets more items in one run; what still waits then comes with the next. */
const maxPasses = 50;

interface Task {
  key: string;
  path: string;
  fix: Fix;
}

/**
 * Settles which fixes are made, and what the notes read like then. Of fixes that touch the same words the first in the order
 * of paths and places is made; the others are looked at again on the new text. A fix is made wholly or not at all. What
 * fixes bring about is not fixed in turn.
 */
export function planFixes(ground: FixGround, wish: FixWish): FixPlan {
  const before = new Map<string, string | null>();
  const texts = new Map<string, string>();
  const left = new Map<string, string>();
  const made: string[][] = [];
  let waiting: ReadonlySet<string> | undefined;

  const tasksOf = () =>
    ground.check().flatMap(({ path, diagnostics }) =>
      diagnostics.flatMap((diagnostic): Task[] => {
        const key = [path, diagnostic.rule, diagnostic.message].join("\n");
        const fix = wish.isAsked(path, diagnostic) && (waiting?.has(key) ?? true) ? wish.choose(diagnostic.fixes) : undefined;
        return fix ? [{ key, path, fix }] : [];
      }),
    );

  /** Reads the notes that some fixes touch, so that what is edited is what was judged. Says whether any was read. */
  const load = (tasks: readonly Task[]): boolean => {
    const unknown = new Set(tasks.flatMap(editsOf).map(({ path }) => path).filter((path) => !texts.has(path) && !left.has(path)));
    for (const path of unknown) {
      const reading = ground.read(path);
      if ("reason" in reading) {
        left.set(path, reading.reason);
        continue;
      }
      before.set(path, reading.text);
      texts.set(path, reading.text);
      ground.put(path, reading.text);
    }
    return unknown.size > 0;
  };

  const created = new Set<string>();
  /** Where the new notes of a fix go; undefined where one of them can't. */
  const place = ({ creates = [] }: Fix): { path: string; text: string }[] | undefined => {
    const fresh = [];
    for (const note of creates) {
      if (created.has(foldPath(note.path))) continue;
      const placed = ground.placeNew(note.path);
      if ("reason" in placed) {
        left.set(note.path, placed.reason);
        return undefined;
      }
      fresh.push({ path: placed.path, text: note.text });
    }
    return fresh;
  };

  const pass = (tasks: readonly Task[]): Set<string> => {
    const accepted = new Map<string, Edit[]>();
    const later = new Set<string>();
    for (const task of tasks) {
      const parts = editsOf(task);
      if (parts.some(({ path }) => left.has(path))) continue;
      if (parts.some(({ path, edits }) => (accepted.get(path) ?? []).some((edit) => edits.some((other) => touches(edit, other))))) {
        later.add(task.key);
        continue;
      }
      const fresh = place(task.fix);
      if (!fresh) continue;
      for (const { path, edits } of parts) {
        const list = accepted.get(path);
        if (list) list.push(...edits);
        else accepted.set(path, [...edits]);
      }
      for (const { path, text } of fresh) {
        created.add(foldPath(path));
        before.set(path, null);
        texts.set(path, text);
        ground.put(path, text);
      }
      made.push([...parts, ...fresh].map(({ path }) => path));
    }
    for (const [path, edits] of accepted) {
      const text = applyEdits(texts.get(path) ?? "", edits);
      texts.set(path, text);
      ground.put(path, text);
    }
    return later;
  };

  for (let passes = 0; passes < maxPasses; passes += 1) {
    let tasks = tasksOf();
    while (load(tasks)) tasks = tasksOf();
    waiting = pass(tasks);
    if (waiting.size === 0) break;
  }
  const changes = [...before].flatMap(([path, text]): Change[] => {
    const after = texts.get(path) ?? "";
    return after === text ? [] : [{ path, before: text, after }];
  });
  return { changes: changes.sort(byPath), made, waiting: waiting?.size ?? 0, left: [...left].map(([path, reason]) => ({ path, reason })).sort(byPath) };
}

/** All that a fix edits, note by note; a note that it names twice once. */
function editsOf({ path, fix }: Task): { path: string; edits: readonly Edit[] }[] {
  const all = new Map<string, Edit[]>();
  for (const part of [{ path, edits: fix.edits }, ...(fix.elsewhere ?? [])]) {
    if (part.edits.length > 0) all.set(part.path, [...(all.get(part.path) ?? []), ...part.edits]);
  }
  return [...all].map(([at, edits]) => ({ path: at, edits }));
}

/** Whether two edits share a place, their ends included: which of two insertions at one place comes first is not for us to say. */
function touches(a: Edit, b: Edit): boolean {
  return a.from <= b.to && b.from <= a.to;
}
