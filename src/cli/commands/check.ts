import path from "node:path";
import { about, type Fix, type NoteDiagnostics } from "../../core/index";
import type { Command, Request } from "../command";
import { Failure } from "../failure";
import { fixGround, takeBack } from "../fix/fix-vault";
import { planFixes, type FixPlan } from "../fix/plan-fixes";
import { summaryOfFixes } from "../fix/summary";
import { unifiedDiff } from "../fix/unified-diff";
import { writeChanges } from "../fix/write-changes";
import { conclude, configOption, exitCode, outcomeOptions, tellUnread } from "../outcome";
import { readNote } from "../read-note";
import type { NoteReport } from "../report/result";
import type { Terminal } from "../terminal";
import { readWholeVault, type WholeVault } from "../whole-vault";

export const check: Command = {
  name: "check",
  summary: "checks the concept notes and the graph, not the prose, and mends what can be mended.",
  usage: "distinguo check [DIR] [options]",
  about: [
    "DIR is a vault or a folder in one; without it, the current folder. The whole vault is read, since links reach across folders; the problems of the notes in DIR are reported.",
    "--fix makes the fixes that keep what a note says, such as mending a link. A fix that is a choice, such as adding the way back to a relation, is made only for a rule that --rule names, and then the first of its choices. What belongs to one fix is changed in all the notes it reaches, also outside DIR. Where the disk refuses a note, none is changed; a note that was saved meanwhile is left alone.",
    "--fix --dry-run writes nothing and prints a diff, which patch -p1 and git apply take in the vault's folder.",
    "Exit codes: 0 nothing at or above --fail-on (with --fix: nothing is left), 1 something, 2 the run itself failed.",
  ],
  options: {
    ...outcomeOptions,
    rule: { value: "ID[,ID]", isList: true, allowed: about().rules.flatMap(({ id, about: field }) => (field === "notes" ? [id] : [])), about: "only these rules" },
    fix: { about: "mends what can be mended, and reports the rest" },
    "dry-run": { about: "with --fix: prints the changes as a diff and writes nothing" },
    config: configOption,
  },
  maxPaths: 1,
  async run(request, terminal) {
    const isFix = request.switches.has("fix");
    const isDry = request.switches.has("dry-run");
    if (isDry && !isFix) throw new Failure("--dry-run goes with --fix, and shows what it would write: distinguo check --fix --dry-run");
    if (isDry && request.options["format"] !== undefined) throw new Failure("--dry-run prints a diff, so it takes no --format.");
    const whole = await readWholeVault(request.paths[0], request.options, terminal);
    const rules = request.options["rule"]?.split(",");
    for (const rule of rules ?? []) if (whole.config.rules[rule] === "off") terminal.tell(`distinguo: ${rule} is off in the config, so it reports nothing`);
    if (isDry) return showFixes(whole, rules, request, terminal);
    if (isFix) makeFixes(whole, rules, terminal);
    const notes = problemsOf(whole, rules);
    return conclude({ ...whole, notes, judged: whole.asked, canFix: !isFix }, request, terminal);
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

/** Prints what --fix would do. Nothing is changed, so the exit code is that of the vault as it is. */
function showFixes(whole: WholeVault, rules: readonly string[] | undefined, request: Request, terminal: Terminal): number {
  tellUnread(whole.unread, terminal);
  const code = exitCode(found(whole, rules), request);
  const plan = plannedFixes(whole, rules);
  terminal.write(unifiedDiff(plan.changes));
  terminal.tell(summaryOfFixes({ ...plan, rest: found(whole, rules), withChoices: rules !== undefined, isDry: true }));
  return code;
}

function makeFixes(whole: WholeVault, rules: readonly string[] | undefined, terminal: Terminal): void {
  const plan = plannedFixes(whole, rules);
  const written = writeChanges(whole.vault, plan);
  for (const { path: at } of plan.changes) if (!written.changes.some((change) => change.path === at)) takeBack(whole, at);
  whole.asked += written.changes.filter(({ path: at, before }) => before === null && whole.isAsked(at)).length;
  terminal.tell(summaryOfFixes({ ...plan, ...written, rest: found(whole, rules), withChoices: rules !== undefined, isDry: false }));
}

function plannedFixes(whole: WholeVault, rules: readonly string[] | undefined): FixPlan {
  return planFixes(fixGround(whole), {
    isAsked: (at, { rule }) => whole.isAsked(at) && (rules?.includes(rule) ?? true),
    // Whoever names a rule asks for what it offers first.
    choose: (fixes) => fixes.filter(changesSomething).find(({ kind }) => kind === "safe" || rules !== undefined),
  });
}

function changesSomething({ edits, elsewhere = [], creates = [] }: Fix): boolean {
  return edits.length + elsewhere.length + creates.length > 0;
}

function found({ check: checkVault, isAsked }: WholeVault, rules: readonly string[] | undefined): NoteDiagnostics[] {
  return checkVault().flatMap(({ path: at, diagnostics }) => {
    const asked = isAsked(at) ? diagnostics.filter(({ rule }) => rules?.includes(rule) ?? true) : [];
    return asked.length > 0 ? [{ path: at, diagnostics: asked }] : [];
  });
}
