import { version } from "../../package.json";
import { readRequest, type Command } from "./command";
import { check } from "./commands/check";
import { graph } from "./commands/graph";
import { lint } from "./commands/lint";
import { mentions } from "./commands/mentions";
import { report } from "./commands/report";
import { Failure } from "./failure";
import { helpOf, helpOfAll } from "./help";
import type { Terminal } from "./terminal";

const commands: readonly Command[] = [lint, graph, check, mentions, report];

/**
 * Runs one command line and says the exit code: 0 clean, 1 diagnostics at or above `--fail-on`, 2 the run itself failed.
 * @param args the arguments after `distinguo`
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof Failure) terminal.tell(`distinguo: ${error.message}`);
    else terminal.tell(`distinguo: it broke off, which is a fault of distinguo itself:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") {
    terminal.write(`${version}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
    terminal.write(helpOfAll(commands));
    return 0;
  }
  if (name === undefined) {
    terminal.tell(helpOfAll(commands).trimEnd());
    return 2;
  }
  const asked = name === "help" ? rest[0] : name;
  const command = commands.find((candidate) => candidate.name === asked);
  if (!command) {
    const names = commands.map((candidate) => candidate.name).join(", ");
    throw new Failure(`there is no command “${asked ?? ""}”. Commands: ${names}. See: distinguo --help`);
  }
  const request = name === "help" ? "help" : readRequest(command, rest);
  if (request !== "help") return command.run(request, terminal);
  terminal.write(helpOf(command));
  return 0;
}
