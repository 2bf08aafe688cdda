import { lineWork, type Line, type LineTask } from "../lines/line-work";
import { noteWork, type DueNote, type NoteTask } from "./note-work";

/** What a thread is there for. */
export type Task = { notes: NoteTask } | { lines: LineTask };

/** Makes what does it, batch by batch. */
export function workFor(task: Task): (items: readonly (DueNote & Line)[]) => unknown {
  return "notes" in task ? noteWork(task.notes) : lineWork(task.lines);
}
