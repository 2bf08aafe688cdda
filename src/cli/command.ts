import { parseArgs, type ParseArgsConfig } from "node:util";
import { Failure } from "./failure";
import type { Terminal } from "./terminal";

/** An option as the help shows it and the parser reads it. */
export interface Option {
  /** What stands for its value in the help, such as `FILE`; absent for a switch. */
  value?: string;
  /** The values that it takes, where they are few. */
  allowed?: readonly string[];
  /** It may be given several times, or with several values and commas between; the request holds them with commas. */
  isList?: true;
  /** It may be given without its value, which is then empty; a value is tied to it by “=”. */
  isOptional?: true;
  about: string;
}

/** What the person asked of a command: its options, known to be allowed, and its paths. */
export interface Request {
  options: Readonly<Record<string, string | undefined>>;
  /** The options without a value that were given. */
  switches: ReadonlySet<string>;
  paths: readonly string[];
}

/** One command of `distinguo`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** How it is called, such as `distinguo graph [DIR] [options]`. */
  usage: string;
  /** What it reads, prints and decides: paragraphs of the help. */
  about: readonly string[];
  options: Readonly<Record<string, Option>>;
  /** Options of other commands that one could look for here, and why there are none. */
  withheld?: Readonly<Record<string, string>>;
  /** How many paths it takes at most. */
  maxPaths: number;
  /** Does it, and says the exit code. */
  run(request: Request, terminal: Terminal): Promise<number>;
}

/**
 * Reads the arguments of a command.
 * @throws Failure naming the argument and what is allowed.
 */
export function readRequest(command: Command, args: readonly string[]): Request | "help" {
  const options: NonNullable<ParseArgsConfig["options"]> = { help: { type: "boolean", short: "h" } };
  for (const [name, { value, isList = false }] of Object.entries(command.options)) options[name] = { type: value === undefined ? "boolean" : "string", multiple: isList };
  for (const name of Object.keys(command.withheld ?? {})) options[name] = { type: "boolean" };
  const remedy = `See: distinguo ${command.name} --help`;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: withEmptyValues(command, args), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Failure(`${firstSentence(error)}. ${remedy}`);
  }
  if (parsed.values.help === true) return "help";
  for (const [name, reason] of Object.entries(command.withheld ?? {})) if (parsed.values[name] === true) throw new Failure(`${command.name} has no --${name}: ${reason}`);
  const values: Record<string, string | undefined> = {};
  const switches = new Set<string>();
  for (const [name, { allowed }] of Object.entries(command.options)) {
    const value = parsed.values[name];
    if (value === true) switches.add(name);
    const given = Array.isArray(value) ? value.flatMap((part) => (typeof part === "string" ? part.split(",") : [])).map((part) => part.trim()) : typeof value === "string" ? [value] : [];
    const strange = allowed && given.find((part) => !allowed.includes(part));
    if (strange !== undefined) throw new Failure(`--${name}: “${strange}” is not among its values. Allowed: ${allowed?.join(", ") ?? ""}.`);
    if (given.length > 0) values[name] = given.join(",");
  }
  if (parsed.positionals.length > command.maxPaths) {
    throw new Failure(`${command.name} takes ${command.maxPaths === 1 ? "one folder" : "no paths"}, and ${parsed.positionals.length} were given. ${remedy}`);
  }
  return { options: values, switches, paths: parsed.positionals };
}

/** The arguments, with a “=” behind each option that could have a value and has none. */
function withEmptyValues({ options }: Command, args: readonly string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  return args.map((arg, at) => (at < end && arg.startsWith("--") && options[arg.slice(2)]?.isOptional ? `${arg}=` : arg));
}

/** Node's message without its advice on positional arguments. */
function firstSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\.(?:\s|$)/, 1)[0] ?? message;
}
