import type { CliData, CliFlags } from "obsidian";
import { nearestName } from "../../core/index";

/** What is amiss with what somebody typed; the message says what would be right. */
export class Misuse extends Error {}

/** A flag of a command. */
export interface Flag {
  /** What stands for its value in the help. */
  value: string;
  /** The values that it takes, where they are few. */
  allowed?: readonly string[];
  description: string;
  required?: boolean;
}

/** Flags that are the app's own, and may be handed on to the command. */
const ofTheApp = ["vault", "copy"];

/** The flags as the app registers them. */
export function cliFlags(flags: Readonly<Record<string, Flag>>): CliFlags {
  return Object.fromEntries(Object.entries(flags).map(([name, { value, description, required = false }]) => [name, { value, description, required }]));
}

/**
 * Reads the flags of a command; `--format=json` is as good as `format=json`.
 * @throws Misuse that names the flag and what is allowed
 */
export function readFlags<Name extends string>(command: string, flags: Readonly<Record<Name, Flag>>, given: CliData): Partial<Record<Name, string>> {
  const names = Object.keys(flags) as Name[];
  const read: Partial<Record<Name, string>> = {};
  for (const [key, value] of Object.entries(given)) {
    const typed = key.replace(/^-+/, "");
    const name = names.find((one) => one === typed);
    if (name === undefined) {
      if (ofTheApp.includes(typed)) continue;
      const near = nearestName(typed, names);
      throw new Misuse(`${command} has no flag “${typed}”.${near === undefined ? "" : ` Did you mean “${near}”?`} Allowed: ${names.join(", ")}.`);
    }
    const { allowed, value: shape } = flags[name];
    if (value.trim() === "") throw new Misuse(`${name} is empty. Write ${name}=${shape}.`);
    if (allowed && !allowed.includes(value)) throw new Misuse(`${name}: “${value}” is not among its values. Allowed: ${allowed.join(", ")}.`);
    read[name] = value;
  }
  for (const name of names) if (flags[name].required === true && read[name] === undefined) throw new Misuse(`${command} needs ${name}=${flags[name].value}.`);
  return read;
}

/** The flag that says how a command writes its answer. */
export const formatFlag: Flag = { value: "<text|json>", allowed: ["text", "json"], description: "How the answer is written (default: text)" };
