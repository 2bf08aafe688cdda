import path from "node:path";
import { version } from "../../package.json";
import { about, type Config, isAtLeast, type NoteReport, printLine, severities, type Severity } from "../core/index";
import type { Option, Request } from "./command";
import type { Unread } from "./gather";
import { formats, render, type Setting } from "./report/formats";
import type { Terminal } from "./terminal";
import { withinVault } from "./vault";

/** The options of the commands that report diagnostics. */
export const outcomeOptions = {
  format: { value: "FORMAT", allowed: formats, about: "how the result is written (default: pretty)" },
  "fail-on": { value: "SEVERITY", allowed: [...severities, "never"], about: "the quietest severity that makes the exit code 1 (default: warning)" },
} satisfies Record<string, Option>;

/** The option that names another config. */
export const configOption: Option = { value: "FILE", about: "the config to use instead of the vault's own distinguo.yaml" };

/** The option that names another convention. */
export const conventionOption: Option = {
  value: "NAME",
  allowed: about().conventions.map(({ id }) => id),
  about: "whose definitions to follow, whatever the config says for the vault and its folders; a note's own property “distinguo-convention” comes first",
};

/** What a command found. */
export interface Outcome {
  vault: string;
  config: Config;
  /** Every note that has diagnostics, in the order of their paths. */
  notes: readonly NoteReport[];
  /** The vault's own notes about the terms, by the terms' labels, where the prose was judged. */
  conceptNotes?: Readonly<Record<string, string>>;
  /** How many notes were judged. */
  judged: number;
  unread: readonly Unread[];
  /** Whether the command could make fixes, and was not asked to. */
  canFix?: boolean;
}

/** Writes an outcome in the format asked for, and says the exit code. */
export function conclude(outcome: Outcome, request: Request, terminal: Terminal): number {
  tellUnread(outcome.unread, terminal);
  terminal.write(outcomeText(outcome, request, terminal));
  return outcome.unread.some(({ named }) => named) ? 2 : exitCode(outcome.notes, request);
}

/** An outcome in the format asked for. */
export function outcomeText({ vault, config, notes, conceptNotes, judged, unread, canFix = false }: Outcome, request: Request, terminal: Terminal): string {
  const result = { convention: config.convention, ...(conceptNotes && { conceptNotes }), notes, judged, unread, canFix };
  return render(result, formatOf(request), settingOf(vault, terminal));
}

/** The format asked for. */
export function formatOf({ options }: Request): (typeof formats)[number] {
  return formats.find((name) => name === options["format"]) ?? "pretty";
}

/** What a format is told of where the result goes. */
export function settingOf(vault: string, terminal: Terminal): Setting {
  return { columns: terminal.columns, paint: terminal.paint, version, folder: folderInRepository(vault, terminal) };
}

/** Names on standard error what could not be read. */
export function tellUnread(unread: readonly Unread[], terminal: Terminal): void {
  for (const { path: at, reason } of unread) terminal.tell(`distinguo: ${printLine(at)} could not be read: ${reason}`);
}

/** The exit code that some diagnostics come to: 1 where one of them is at or above `--fail-on`, else 0. */
export function exitCode(notes: readonly Pick<NoteReport, "diagnostics">[], request: Request): 0 | 1 {
  return exitCodeOf(loudestOf(notes), request);
}

/** The same where only the loudest severity is known. */
export function exitCodeOf(loudest: Severity | undefined, { options }: Request): 0 | 1 {
  const threshold = options["fail-on"] ?? "warning";
  const least = severities.find((severity) => severity === threshold);
  return loudest !== undefined && least !== undefined && isAtLeast(loudest, least) ? 1 : 0;
}

/** How loud the loudest of some diagnostics is. */
export function loudestOf(notes: readonly Pick<NoteReport, "diagnostics">[]): Severity | undefined {
  const found = new Set(notes.flatMap(({ diagnostics }) => diagnostics.map(({ severity }) => severity)));
  return severities.find((severity) => found.has(severity));
}

/** Where the vault lies in the repository that a GitHub workflow checked out; elsewhere, from the folder one is in. */
function folderInRepository(vault: string, { env, cwd }: Terminal): string {
  const repository = env["GITHUB_WORKSPACE"] || cwd;
  const folder = withinVault(path.resolve(repository), vault);
  return folder === "" || folder.startsWith("..") || path.isAbsolute(folder) ? "" : `${folder}/`;
}
