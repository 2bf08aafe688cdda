import { about } from "../core/index";
import type { Command, Option } from "./command";
import { pairs } from "./report/pairs";
import { hang, wrap } from "./report/wrap";

const width = 80;

/** The help of the whole command line. */
export function helpOfAll(commands: readonly Command[]): string {
  const column = Math.max(...commands.map(({ name }) => name.length)) + 4;
  return paragraphs([
    [`distinguo: sees where ${pairs(about().terms)} are taken for each other in a vault of notes, and reads the map of its concepts.`],
    ["Usage: distinguo COMMAND [PATH...] [options]"],
    ["Commands", ...commands.flatMap(({ name, summary }) => hang(`  ${name}`.padEnd(column), summary, width))],
    ["Options", ...hang("  --help     ", "this help; distinguo COMMAND --help for one command", width), ...hang("  --version  ", "the version", width)],
    ["Exit codes: 0 nothing at or above --fail-on, 1 something, 2 the run itself failed. Results go to standard output, all else to standard error."],
  ]);
}

/** The help of one command. */
export function helpOf(command: Command): string {
  const list = [...Object.entries(command.options), ["help", { about: "this help" }] as const];
  const names = list.map(([name, option]) => `  --${name}${valueOf(option)}`);
  const column = Math.max(...names.map((name) => name.length)) + 2;
  return paragraphs([
    [`distinguo ${command.name}: ${command.summary}`],
    [`Usage: ${command.usage}`],
    ...command.about.map((text) => [text]),
    ["Options", ...list.flatMap(([, option], at) => hang((names[at] ?? "").padEnd(column), aboutOf(option), width))],
  ]);
}

function valueOf({ value, isOptional }: Option): string {
  return value === undefined ? "" : isOptional ? `[=${value}]` : ` ${value}`;
}

function aboutOf({ about, allowed }: Option): string {
  return allowed ? `${about}: ${allowed.join(", ")}` : about;
}

/** Paragraphs with an empty line between; a single line is wrapped, lists are as they are. */
function paragraphs(list: readonly string[][]): string {
  return `${list.map((lines) => (lines.length === 1 ? wrap(lines[0] ?? "", width) : lines).join("\n")).join("\n\n")}\n`;
}
