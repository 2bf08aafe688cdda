import type { CliData, Plugin } from "obsidian";
import type { Config } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import type { NoteFeed } from "../notes";
import { concept, conceptFlags } from "./concept";
import { check, checkFlags, lint, lintFlags } from "./diagnostics";
import { cliFlags, Misuse, type Flag } from "./flags";

/** What the commands of the app's command line ask. */
export interface TerminalTools {
  plugin: Plugin;
  engine: RemoteEngine;
  feed: NoteFeed;
  config: () => Config;
}

type Answer = (tools: TerminalTools, given: CliData) => Promise<string>;

/** Has the app's command line answer `distinguo:lint`, `distinguo:check` and `distinguo:concept`, where the app has one. */
export function addTerminalCommands(tools: TerminalTools): void {
  const { plugin } = tools;
  if (!("registerCliHandler" in plugin)) return;
  const add = (command: string, description: string, flags: Readonly<Record<string, Flag>>, answer: Answer): void =>
    plugin.registerCliHandler(command, description, cliFlags(flags), async (given) => {
      try {
        return await answer(tools, given);
      } catch (error) {
        if (error instanceof Misuse) return `Error: ${error.message}\n`;
        throw error;
      }
    });
  add("distinguo:lint", "Judge the prose of notes: where a word of one axis carries a claim of the other", lintFlags, lint);
  add("distinguo:check", "Check the concept notes and the graph", checkFlags, check);
  add("distinguo:concept", "Tell what a concept is and what it is tied to", conceptFlags, concept);
}
