import path from "node:path";
import { about, type NoteDiagnostics, type NoteReport } from "../../core/index";
import { cacheOption } from "../cache/cache";
import { concludeOnce } from "../cache/conclude-once";
import type { Command } from "../command";
import { fixGround } from "../fix/fix-vault";
import { isForMany } from "../fix/for-many";
import { dryRun, readFixing, runFixes, type FixRun } from "../fix/run-fixes";
import { conclude, configOption, type Outcome, outcomeOptions } from "../outcome";
import { readNote } from "../read-note";
import { threadsOption } from "../threads/threads-option";
import { aboutVault } from "../vault";
import { readWholeVault, type WholeVault } from "../whole-vault";

export const check: Command = {
  name: "check",
  summary: "checks the concept notes and the graph, not the prose, and mends what can be mended.",
  usage: "distinguo check [DIR] [options]",
  about: [
    aboutVault,
    "The whole vault is read, since links reach across folders; the problems of the notes in DIR are reported.",
    "--fix makes the fixes that keep what a note says, such as mending a link. A fix that is a choice, such as adding the way back to a relation, is made only for a rule that --rule names, and then the first of its choices; one that takes out what somebody wrote, never. What belongs to one fix is changed in all the notes it reaches, also outside DIR. Where the disk refuses a note, none is changed; a note that was saved meanwhile is left alone.",
    "--fix --dry-run writes nothing and prints a diff, which patch -p1 and git apply take in the vault's folder.",
    "Exit codes: 0 nothing at or above --fail-on (with --fix: nothing is left), 1 something, 2 the run itself failed.",
  ],
  options: {
    ...outcomeOptions,
    rule: { value: "ID[,ID]", isList: true, allowed: about().rules.flatMap(({ id, about: field }) => (field === "notes" || id === "unused-suppression" ? [id] : [])), about: "only these rules" },
    fix: { about: "mends what can be mended, and reports the rest" },
    "dry-run": dryRun,
    config: configOption,
    threads: threadsOption,
    cache: cacheOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const fixing = readFixing(request, "check");
    const whole = await readWholeVault(request, terminal);
    const rules = request.options["rule"]?.split(",");
    for (const rule of rules ?? []) if (whole.config.rules[rule] === "off") terminal.tell(`distinguo: ${rule} is off in the config, so it reports nothing`);
    if (fixing !== "none") {
      const code = runFixes(whole, fixesOf(whole, rules), fixing, request, terminal);
      if (code !== undefined) return code;
    }
    const conclusion = (): Outcome => ({ ...whole, notes: problemsOf(whole, rules), judged: whole.asked, canFix: fixing === "none" });
    return fixing === "none" && whole.kept ? concludeOnce({ ...whole.kept, command: "check" }, whole, conclusion, request, terminal) : conclude(conclusion(), request, terminal);
  },
};

/** The problems of the notes that were asked about, each with the note's text. */
export function problemsOf(whole: WholeVault, rules?: readonly string[]): NoteReport[] {
  return found(whole, rules).flatMap(({ path: at, diagnostics }) => {
    // Read once more: holding the text of a large vault only for this would cost more.
    const reading = readNote(path.join(whole.vault, at));
    if ("text" in reading) return [{ path: at, source: reading.text, diagnostics }];
    whole.unread.push({ path: at, reason: reading.reason, named: false });
    return [];
  });
}

function fixesOf(whole: WholeVault, rules: readonly string[] | undefined): FixRun {
  return {
    ground: fixGround(whole),
    wish: {
      isAsked: (at, { rule }) => whole.isAsked(at) && (rules?.includes(rule) ?? true),
      // Whoever names a rule asks for what it offers first.
      choose: (fixes) => fixes.find(rules === undefined ? ({ kind }) => kind === "safe" : isForMany),
    },
    found: () => found(whole, rules),
    withChoices: rules !== undefined,
  };
}

function found({ check: checkVault, isAsked }: WholeVault, rules: readonly string[] | undefined): NoteDiagnostics[] {
  return checkVault().flatMap(({ path: at, diagnostics }) => {
    const asked = isAsked(at) ? diagnostics.filter(({ rule }) => rules?.includes(rule) ?? true) : [];
    return asked.length > 0 ? [{ path: at, diagnostics: asked }] : [];
  });
}
