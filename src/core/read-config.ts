import type { Config } from "./config";

/** One thing in a config that could not be used. */
export interface ConfigProblem {
  /** The key, as a path: `rules.equated`. */
  key: string;
  /** Names the key, what was found and what is allowed. */
  message: string;
  /** Line in the config's text, from 1; absent where there is no text (settings). */
  line?: number;
}

/**
 * Reads a config from a parsed value. Never throws: what can't be used is reported and its default stands.
 * @param text the text the value was parsed from, to find the lines of the keys
 */
export declare function readConfig(value: unknown, text?: string): { config: Config; problems: ConfigProblem[] };
