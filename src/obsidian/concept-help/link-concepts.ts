import { Notice, parseYaml, type TFile } from "obsidian";
import { isExcluded, noteSource } from "../../core/index";
import type { NoteLinks } from "../../worker/engine";
import { saveTyped } from "../fixes/change";
import type { Found } from "../fixes/fixes";
import { linkStyle } from "../fixes/link-style";
import type DistinguoPlugin from "../main";
import { readNotes } from "../read-notes";

/** Milliseconds that may go by before one is told what is waited for. */
const patience = 400;

/** Shows what linking the concepts that a note names would change in it, and links those that are chosen. */
export async function linkConcepts(plugin: DistinguoPlugin, file: TFile, back: () => void): Promise<void> {
  await plugin.fixes.review(`Link the concepts in “${file.basename}”`, () => find(plugin, file), back).catch((error: unknown) => {
    new Notice(`The concepts could not be linked: ${error instanceof Error ? error.message : String(error)}`);
  });
}

/** The links that would be set, as plans; null where there are none, and one is told so. */
async function find(plugin: DistinguoPlugin, file: TFile): Promise<Found | null> {
  const { path } = file;
  await saveTyped(plugin.app);
  const text = await plugin.app.vault.read(file);
  const { diagnostics, held } = await ask(plugin, file, text);
  const plans = diagnostics.flatMap((diagnostic) => diagnostic.fixes.slice(0, 1).map((fix) => ({ path, diagnostic, fix })));
  if (plans.length > 0) return { plans, texts: new Map([[path, text]]) };
  const reason = held === 0 ? "" : ` ${held === 1 ? "One name is" : `${held} names are`} held back, as common words or as the vault’s settings say; “mentions” in distinguo.yaml settles how many.`;
  new Notice(`No concept is named in this note that is not linked yet.${reason}`);
  return null;
}

/** Has the mentions found. Which of them are common words the whole vault tells: it is read, and one is told if that takes long. */
async function ask(plugin: DistinguoPlugin, file: TFile, text: string): Promise<NoteLinks> {
  const { app, feed, store } = plugin;
  const { engine } = plugin;
  let done = 0;
  let notice: Notice | undefined;
  const files = app.vault.getMarkdownFiles().filter(({ path }) => !isExcluded(path, store.config));
  const told = (): string => `Looking for what the other notes call so: ${done.toLocaleString()} of ${files.length.toLocaleString()} notes.`;
  const timer = window.setTimeout(() => (notice = new Notice(told(), 0)), patience);
  try {
    await feed.upToDate();
    if (await engine.beginLinks(noteSource(file.path, text, parseYaml), files.length)) {
      for await (const batch of readNotes(plugin, files)) {
        await engine.askForLinks(batch);
        done += batch.length;
        notice?.setMessage(told());
      }
    }
    return await engine.endLinks(await linkStyle(app));
  } finally {
    window.clearTimeout(timer);
    notice?.hide();
  }
}
