import { parse } from "yaml";
import { defaultConfig, lint, noteSource, type Config, type Diagnostic } from "../../src/core/index";

/** Lints a text as a note of its own. */
export function lintText(text: string, config: Partial<Config> = {}): Diagnostic[] {
  return lint(noteSource("note.md", text, (yaml) => parse(yaml)), { ...defaultConfig, ...config });
}

/** What is louder than a hint. */
export function warningsIn(text: string, config?: Partial<Config>): Diagnostic[] {
  return lintText(text, config).filter(({ severity }) => severity !== "hint");
}

/** The text that each diagnostic points at. */
export function marked(text: string, diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ from, to }) => text.slice(from, to));
}
