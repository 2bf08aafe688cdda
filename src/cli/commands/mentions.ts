import { createMentionSurvey, type HeldBack, mentionDiagnostics, type NoteDiagnostics, type NoteReport, printLine, unlinkedMention } from "../../core/index";
import { cacheOption } from "../cache/cache";
import type { Command } from "../command";
import { fixGround } from "../fix/fix-vault";
import type { FixGround } from "../fix/plan-fixes";
import { dryRun, readFixing, runFixes } from "../fix/run-fixes";
import { attempt, readNotes } from "../read-notes";
import { linkStyleOf } from "../link-style";
import { conclude, configOption, outcomeOptions } from "../outcome";
import { count } from "../report/wrap";
import { threadsOption } from "../threads/threads-option";
import { aboutVault } from "../vault";
import { readWholeVault, type WholeVault } from "../whole-vault";

/** How many of the names that are held back are told of. */
const fewNames = 12;

export const mentions: Command = {
  name: "mentions",
  summary: "finds where notes name a concept without linking it, and links it.",
  usage: "distinguo mentions [DIR] [options]",
  about: [
    aboutVault,
    "The whole vault is read, since only the whole tells which names are common words; the mentions in the notes of DIR are reported, as hints.",
    "Of each concept the first mention in a note is reported, and none in a note that has a relation to it already. Names that notes say far more often than they link them count as common words and are held back; standard error tells which. “mentions” in distinguo.yaml settles how many are (amount: few, some, all) and names labels that never count (exclude); the property “distinguo-mentions: false” in a concept's note does so for its concept.",
    "--fix --dry-run writes nothing and prints a diff, which patch -p1 and git apply take in the vault's folder.",
    "Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed.",
  ],
  options: {
    ...outcomeOptions,
    every: { about: "every mention, not the first in each note alone, and also of concepts that the note has a relation to" },
    fix: { about: "links what is reported" },
    "dry-run": dryRun,
    config: configOption,
    threads: threadsOption,
    cache: cacheOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const fixing = readFixing(request, "mentions");
    const whole = await readWholeVault(request, terminal);
    const isEvery = request.switches.has("every");
    const { notes, held } = find(whole, isEvery);
    if (held.length > 0) terminal.tell(heldBack(held));
    if (fixing === "none") return conclude({ ...whole, notes, judged: whole.asked }, request, terminal);
    // What the disk does not hold yet is not looked for.
    const dry = notes.filter(({ diagnostics }) => diagnostics.every(({ fixes }) => fixes.length === 0));
    let rest = notes;
    const left = () => (fixing === "dry" ? dry : (rest = find(whole, isEvery).notes));
    const code = runFixes(whole, { ground: groundOf(whole, notes), wish: { isAsked: () => true, choose: ([fix]) => fix }, found: (isAfter) => (isAfter ? left() : notes) }, fixing, request, terminal);
    return code ?? conclude({ ...whole, notes: rest, judged: whole.asked }, request, terminal);
  },
};

/** The mentions in the notes that were asked about, each note with its text, and what is held back. */
function find({ vault, config, index, notes: files, isAsked, unread }: WholeVault, every: boolean): { notes: (NoteReport & NoteDiagnostics)[]; held: HeldBack[] } {
  const survey = createMentionSurvey(index.graph(), config, { every });
  /** Notes with a comment about mentions, which may silence none. */
  const silencing: string[] = [];
  for (const note of readNotes(files, [], () => false)) {
    attempt(note.path, unread, false, () => survey.add(note));
    if (note.source.includes(unlinkedMention)) silencing.push(note.path);
  }
  const { notes, held } = survey.report();
  const link = index.linkWriter(linkStyleOf(vault));
  const asked = new Map([...silencing.map((path) => ({ path, mentions: [] })), ...notes].flatMap(({ path, mentions: found }) => (isAsked(path) ? [[path, found] as const] : [])));
  // Read once more: holding the text of a large vault only for this would cost more.
  const reports = [...readNotes(files.filter(({ path }) => asked.has(path)), [], () => false)].map((note) => ({
    path: note.path,
    source: note.source,
    diagnostics: mentionDiagnostics(note, asked.get(note.path) ?? [], { concept: (at) => index.concept(at), link, config }),
  }));
  return { notes: reports.filter(({ diagnostics }) => diagnostics.length > 0), held };
}

/** The vault as links are planned on it. A note that has changed since its mentions were found is left alone. */
function groundOf(whole: WholeVault, notes: readonly (NoteReport & NoteDiagnostics)[]): FixGround {
  const ground = fixGround(whole);
  const now = new Map<string, string>();
  return {
    ...ground,
    put(at, text) {
      now.set(at, text);
      ground.put(at, text);
    },
    check: () => notes.flatMap(({ path, source, diagnostics }) => ((now.get(path) ?? source) === source ? [{ path, diagnostics }] : [])),
  };
}

/** Which names are held back as common words; the person has settled the others. */
function heldBack(held: readonly HeldBack[]): string {
  const common = held.filter(({ reason }) => reason === "common");
  const shown = common.slice(0, fewNames).map(({ label, notes, linked }) => `“${printLine(label)}” (${notes.toLocaleString("en")}, linked in ${linked.toLocaleString("en")})`);
  const rest = common.length - shown.length;
  const settled = held.length - common.length;
  return [
    ...(common.length > 0 ? [`held back as common words, with how many notes say them: ${shown.join(", ")}${rest > 0 ? `, and ${count(rest, "other name")}` : ""}; “mentions” in distinguo.yaml settles how many`] : []),
    ...(settled > 0 ? [`${count(settled, "name")} held back as the config or the concept’s note says`] : []),
  ].map((line) => `distinguo: ${line}`).join("\n");
}
