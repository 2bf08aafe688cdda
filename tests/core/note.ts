import { parse } from "yaml";
import { defaultConfig, lint, noteSource, type Config, type Diagnostic, type Range } from "../../src/core/index";

/** Lints a text as a note of its own. */
export function lintText(text: string, config: Partial<Config> = {}): Diagnostic[] {
  return lint(noteSource("note.md", text, (yaml) => parse(yaml)), { ...defaultConfig, ...config });
}

/** What is louder than a hint. */
export function warningsIn(text: string, config?: Partial<Config>): Diagnostic[] {
  return lintText(text, config).filter(({ severity }) => severity !== "hint");
}

/** The text that each diagnostic, or piece of evidence, points at. */
export function marked(text: string, ranges: readonly Range[]): string[] {
  return ranges.map(({ from, to }) => text.slice(from, to));
}
