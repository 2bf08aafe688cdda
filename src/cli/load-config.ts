import { existsSync } from "node:fs";
import path from "node:path";
import { type Config, defaultConfig, printLine, readConfig } from "../core/index";
import { Failure } from "./failure";
import { readNote } from "./read-note";
import type { Terminal } from "./terminal";
import { configName } from "./vault";
import { parseConfigFile, YamlProblem } from "./yaml";

/** What the config is easily called, and then not found by. */
const otherName = "distinguo.yml";

/** The options of the command line that bear on the config. */
export interface ConfigOptions {
  config?: string | undefined;
  convention?: string | undefined;
}

/**
 * The config of a vault: its `distinguo.yaml`, or the file of `--config`; `--convention` stands in for all that it
 * settles about conventions, and a note's own property still has the last word. Tells what in it looks like a slip.
 * @throws Failure that names file, line, key and what is allowed.
 */
export function loadConfig(vault: string, options: ConfigOptions, { cwd, tell }: Pick<Terminal, "cwd" | "tell">): Config {
  const own = path.join(vault, configName);
  const config = options.config !== undefined ? readFile(path.resolve(cwd, options.config), options.config) : existsSync(own) ? readFile(own, configName) : defaultConfig;
  if (existsSync(path.join(vault, otherName))) tell(`distinguo: ${otherName} is not read; the config's name is ${configName}`);
  // A config of several vaults may well name what one of them lacks.
  const gone = options.config === undefined ? Object.keys(config.conventions).filter((entry) => !isThere(path.join(vault, entry))) : [];
  for (const entry of gone) tell(`distinguo: ${configName} settles a convention for “${printLine(entry)}”, and there is nothing of that name in the vault`);
  return options.convention === undefined ? config : { ...config, convention: options.convention, conventions: {} };
}

/** Whether there is a folder, or a note whose ending may be missing. */
function isThere(file: string): boolean {
  return existsSync(file) || existsSync(`${file.replace(/[/\\]+$/, "")}.md`);
}

function readFile(file: string, name: string): Config {
  const reading = readNote(file);
  if ("reason" in reading) throw new Failure(`${name}: ${reading.reason}. Give a YAML file that can be read.`);
  const { config, problems } = readConfig(parse(reading.text, name) ?? {}, reading.text);
  if (problems.length > 0) {
    throw new Failure(problems.map(({ message, line }) => `${name}${line === undefined ? "" : `:${line}`}: ${message}`).join("\n"));
  }
  return config;
}

function parse(text: string, name: string): unknown {
  try {
    return parseConfigFile(text);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    throw new Failure(`${name}: this is not YAML that can be read (${error.message}). Mend that line, or take it out.`);
  }
}
