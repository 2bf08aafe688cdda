import path from "node:path";
import type { Command } from "../command";
import { conclude, configOption, outcomeOptions } from "../outcome";
import { readNote } from "../read-note";
import type { NoteReport } from "../report/result";
import { readWholeVault, type WholeVault } from "../whole-vault";

export const check: Command = {
  name: "check",
  summary: "checks the concept notes and the graph, not the prose.",
  usage: "distinguo check [DIR] [options]",
  about: [
    "DIR is a vault or a folder in one; without it, the current folder. The whole vault is read, since links reach across folders; the problems of the notes in DIR are reported.",
    "Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed.",
  ],
  options: { ...outcomeOptions, config: configOption },
  maxPaths: 1,
  async run(request, terminal) {
    const whole = await readWholeVault(request.paths[0], request.options, terminal.cwd);
    const notes = problemsOf(whole);
    return conclude({ ...whole, notes, judged: whole.asked }, request, terminal);
  },
};

/** The problems of the notes that were asked about, each with the note's text. */
export function problemsOf({ vault, index, isAsked, unread }: WholeVault): NoteReport[] {
  const notes: NoteReport[] = [];
  for (const { path: at, diagnostics } of index.check()) {
    if (!isAsked(at)) continue;
    // Read once more: holding the text of a large vault only for this would cost more.
    const reading = readNote(path.join(vault, at));
    if ("text" in reading) notes.push({ path: at, source: reading.text, diagnostics });
    else unread.push({ path: at, reason: reading.reason, named: false });
  }
  return notes;
}
