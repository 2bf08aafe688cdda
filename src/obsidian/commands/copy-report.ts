import { Notice, type TFile } from "obsidian";
import { places, type About, type Diagnostic } from "../../core/index";
import type DistinguoPlugin from "../main";
import { told } from "./lint";

/** The diagnostics of a note as a list in Markdown. */
function reportOf(link: string, text: string, diagnostics: readonly Diagnostic[], about: About): string {
  const place = places(text);
  const items = diagnostics.map(({ from, to, rule, severity, message, question, convention }) => {
    const followed = about.conventions.find(({ id }) => id === convention)?.label;
    return [
      `- Line ${place(from).line}, ${severity} \`${rule}\`: “${text.slice(from, to).replace(/\s+/g, " ")}”`,
      `    - ${message}`,
      ...(question === "" ? [] : [`    - ${question}`]),
      ...(followed === undefined ? [] : [`    - Convention: ${followed}`]),
    ].join("\n");
  });
  return [`${link}: ${told(diagnostics.length, "this note")}`, ...items.slice(0, 1).map(() => ""), ...items, ""].join("\n");
}

/** Copies what is found in a note, as Markdown that can be pasted into another note. */
export async function copyReport({ app, engine, judge }: DistinguoPlugin, file: TFile, text: string, win: Window): Promise<void> {
  const [diagnostics, about] = await Promise.all([judge.lint(file.path, text), engine.about()]);
  try {
    await win.navigator.clipboard.writeText(reportOf(app.fileManager.generateMarkdownLink(file, ""), text, diagnostics, about));
    new Notice(`The report of this note was copied: ${told(diagnostics.length, "this note").replace(/^N/, "n")}`);
  } catch (error) {
    new Notice(`The report could not be copied: ${error instanceof Error ? error.message : String(error)}`);
  }
}
