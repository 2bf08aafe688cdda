import { Notice, parseYaml, type App, type TFile } from "obsidian";
import { noteSource, problemLine } from "../../core/index";
import { attempt } from "../attempt";
import { saveTyped } from "../fixes/change";
import { noteName } from "../note-name";

/** Whether the properties of a note can't be read, and so none can be written; then the user is told where. */
export async function isUnreadable(app: App, file: TFile): Promise<boolean> {
  await attempt(() => saveTyped(app));
  // What can't be read at all is told of when it is written.
  const text = await app.vault.read(file).catch(() => "");
  const { source, frontMatter } = noteSource(file.path, text, parseYaml);
  const line = problemLine(source, frontMatter);
  if (line !== undefined) new Notice(`The properties of “${noteName(file.path)}” can’t be read, so none can be written: mend line ${line} first.`);
  return line !== undefined;
}
