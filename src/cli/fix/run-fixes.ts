import type { NoteDiagnostics } from "../../core/index";
import type { Option, Request } from "../command";
import { Failure } from "../failure";
import { exitCode, tellUnread } from "../outcome";
import type { Terminal } from "../terminal";
import { configName } from "../vault";
import type { WholeVault } from "../whole-vault";
import { takeBack } from "./fix-vault";
import { planFixes, type FixGround, type FixWish } from "./plan-fixes";
import { summaryOfFixes } from "./summary";
import { unifiedDiff } from "./unified-diff";
import { writeChanges } from "./write-changes";

/** What a command is asked to do about what it reports. */
export type Fixing = "none" | "dry" | "write";

/** What a command fixes. */
export interface FixRun {
  ground: FixGround;
  wish: FixWish;
  /** What is reported: before the fixes, and after them, when the index knows the new texts and the disk only if they were written. */
  found: (isAfter: boolean) => readonly NoteDiagnostics[];
  withChoices?: boolean;
}

/** The option that goes with `--fix`. */
export const dryRun: Option = { about: "with --fix: prints the changes as a diff and writes nothing" };

/** Reads which of it is asked for. @throws Failure where the options don't go together. */
export function readFixing({ switches, options }: Request, command: string): Fixing {
  if (!switches.has("dry-run")) return switches.has("fix") ? "write" : "none";
  if (!switches.has("fix")) throw new Failure(`--dry-run goes with --fix, and shows what it would write: distinguo ${command} --fix --dry-run`);
  if (options["format"] !== undefined) throw new Failure("--dry-run prints a diff, so it takes no --format.");
  return "dry";
}

/**
 * Makes the fixes, and tells on standard error what came of it; on a dry run prints them instead, and says the exit code,
 * which is that of the vault as it is.
 * @throws Failure where nothing marks the vault: what lies round the folder is not known then, and a link there looks broken.
 */
export function runFixes(whole: WholeVault, { ground, wish, found, withChoices = false }: FixRun, fixing: Fixing, request: Request, terminal: Terminal): 0 | 1 | undefined {
  if (!whole.isMarked) throw new Failure(`--fix: nothing shows where the vault begins, so a link that leads out of this folder would be taken for a broken one. Put an empty ${configName} at the vault's root, or keep the vault in git.`);
  const isDry = fixing === "dry";
  const code = isDry ? exitCode(found(false), request) : undefined;
  const plan = planFixes(ground, wish);
  if (isDry) {
    tellUnread(whole.unread, terminal);
    terminal.write(unifiedDiff(plan.changes));
  }
  const done = isDry ? plan : { ...plan, ...writeChanges(whole.vault, plan) };
  if (!isDry) {
    for (const { path } of plan.changes) if (!done.changes.some((change) => change.path === path)) takeBack(whole, path);
    whole.asked += done.changes.filter(({ path, before }) => before === null && whole.isAsked(path)).length;
  }
  terminal.tell(summaryOfFixes({ ...done, rest: found(true), withChoices, isDry }));
  return code;
}
