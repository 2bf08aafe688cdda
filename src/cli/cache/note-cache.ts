import type { Stats } from "node:fs";
import { serialize } from "node:v8";
import type { NoteFile } from "../gather";
import { readFile } from "../read-note";
import { parcelFrom } from "../threads/parcel";
import { printOf, stampOf, type NoteResult, type Print } from "../work/note-work";
import type { Cache } from "./cache";

/** A note that is held: what its file looked like, and which part of the cache its result is in. */
interface Held extends Print {
  part: number;
  /** Why it can't be read. */
  reason?: string | undefined;
}

/** The results of a vault's notes as an earlier run left them. */
export interface NoteCache {
  /** Whether a note is as it was when its result was kept. Where only the times differ, as after a checkout, its bytes tell. */
  isHeld(note: NoteFile, stats: Stats | undefined): boolean;
  /** The results of the notes that are. */
  held(): Iterable<NoteResult>;
  /** Those of them that can't be read, without a look at the results. */
  unreadable(): { path: string; reason: string }[];
  /** What all notes look like that can be read, held or new: path and hash. */
  prints(): Iterable<readonly [string, string]>;
  /** Takes in new results, with the bytes that they travel as. */
  add(results: readonly NoteResult[], bytes: Uint8Array): void;
  /** Writes down what has changed. Of the notes not seen in this run those outside of what it looked at stay. */
  save(isLookedAt: (path: string) => boolean): void;
}

/** What is kept of notes under a name. `purpose` is all that their results depend on, beside themselves. */
export function openNoteCache(cache: Cache, name: string, purpose: unknown): NoteCache {
  const { head: old, parts } = cache.read<Map<string, Held>>(name, purpose) ?? { head: new Map<string, Held>(), parts: [] };
  const oldCount = parts.length;
  /** This run's notes: what is as it was, and what is new, whose parts stand behind the old ones. */
  const now = new Map<string, Held>();
  let isChanged = false;

  /** What a part holds of some notes. */
  const openPart = (part: number, notes: ReadonlyMap<string, Held>) => parcelFrom<NoteResult[]>(parts[part] ?? serialize([])).open().filter(({ path }) => notes.get(path)?.part === part);

  return {
    isHeld({ path, file }, stats) {
      const known = old.get(path);
      if (!known || !stats) return false;
      const stamp = stampOf(stats);
      if (stamp !== "" && stamp === known.stamp) {
        now.set(path, known);
        return true;
      }
      const taken = readFile(file);
      if ("reason" in taken) return false;
      const print = printOf(taken);
      if (print.hash !== known.hash) return false;
      isChanged ||= print.stamp !== known.stamp;
      now.set(path, { ...known, stamp: print.stamp });
      return true;
    },
    *held() {
      const wanted = new Set(Array.from(now.values(), ({ part }) => part));
      for (let part = 0; part < oldCount; part += 1) if (wanted.has(part)) yield* openPart(part, now).filter(({ reason }) => reason === undefined);
    },
    unreadable: () => [...now].flatMap(([path, { part, reason }]) => (part < oldCount && reason !== undefined ? [{ path, reason }] : [])),
    *prints() {
      for (const [path, { hash }] of now) yield [path, hash];
    },
    add(results, bytes) {
      for (const { path, print, reason } of results) if (print) now.set(path, { ...print, part: parts.length, reason });
      parts.push(bytes);
      isChanged = true;
    },
    save(isLookedAt) {
      const all = new Map(now);
      for (const [path, note] of old) {
        if (now.has(path)) continue;
        if (isLookedAt(path)) isChanged = true;
        else all.set(path, note);
      }
      if (!isChanged) return;
      const before = sizes(old);
      const after = sizes(all);
      const moved = new Map<number, number>();
      const written: Uint8Array[] = [];
      for (const [part, bytes] of parts.entries()) {
        if (!after.has(part)) continue;
        moved.set(part, written.length);
        // A part that has lost a note is made anew, so that nothing is kept that nobody will ask for.
        const isWhole = part >= oldCount || after.get(part) === before.get(part);
        written.push(isWhole ? bytes : serialize(openPart(part, all)));
      }
      cache.write(name, purpose, { head: new Map(Array.from(all, ([path, note]) => [path, { ...note, part: moved.get(note.part) ?? 0 }])), parts: written });
    },
  };
}

/** How many notes each part holds. */
function sizes(notes: ReadonlyMap<string, Held>): Map<number, number> {
  const count = new Map<number, number>();
  for (const { part } of notes.values()) count.set(part, (count.get(part) ?? 0) + 1);
  return count;
}
