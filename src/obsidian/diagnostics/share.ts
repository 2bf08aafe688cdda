import { normalizePath, Notice, type App } from "obsidian";
import { asMarkdown, findingItem, findingRecord, findingsHeader } from "../../core/index";
import { askText } from "../ask-text";
import { Slices } from "../reading/slices";
import type { Arranged, Grouping } from "./arrange";
import type { Row } from "./rows";

/** What is shown, to be written elsewhere. */
export interface Shown {
  arranged: Arranged;
  by: Grouping;
  /** How many are shown of how many, in words. */
  summary: string;
}

/** Signs that no file's name may hold everywhere. */
const unfit = /[\\/:*?"<>|#^[\]]/g;

/** What is shown as Markdown, grouped as it is; notes are linked as the vault writes links in the note at a path. */
export async function markdownOf(app: App, { arranged, by, summary }: Shown, at: string): Promise<string> {
  const slices = new Slices();
  const links = new Map<string, string>();
  const linkTo = (path: string): string => {
    const file = app.vault.getFileByPath(path);
    const link = links.get(path) ?? (file ? app.fileManager.generateMarkdownLink(file, at) : asMarkdown(path));
    links.set(path, link);
    return link;
  };
  const lines = [summary];
  for (const { key, title, folder, rule, rows } of arranged.groups) {
    lines.push("", `## ${by === "note" ? linkTo(key) : by === "folder" ? asMarkdown(folder === "" ? title : key) : title} (${rows.length.toLocaleString()})`, "");
    if (rule) lines.push(asMarkdown(rule.summary), "");
    for (const { path, finding } of rows) {
      await slices.pause();
      lines.push(findingItem(finding, by === "note" ? undefined : linkTo(path)));
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Some diagnostics as CSV. */
export async function csvOf(rows: readonly Row[]): Promise<string> {
  const slices = new Slices();
  let text = findingsHeader;
  for (const { path, finding } of rows) {
    await slices.pause();
    text += findingRecord(path, finding);
  }
  return text;
}

/** Copies a text to the clipboard of a window, and says so. */
export async function copy(win: Window, text: string, what: string): Promise<void> {
  await win.navigator.clipboard.writeText(text);
  new Notice(`${what} copied.`);
}

/** Writes what is shown to a new note, under a name that one is asked for, and opens it. Its property has the words that it quotes not found again. */
export async function writeReport(app: App, shown: Shown, today: string): Promise<void> {
  const folder = app.fileManager.getNewFileParent("").path;
  const pathOf = (name: string): string => normalizePath(`${folder}/${name.replace(unfit, " ").trim()}.md`);
  const name = await askText(app, { title: "Write report to a note", label: "Name of the note", text: `Diagnostics ${today}`, action: "Write" });
  if (name === null) return;
  let path = pathOf(name);
  for (let number = 2; app.vault.getAbstractFileByPath(path); number++) path = pathOf(`${name} ${number}`);
  const text = await markdownOf(app, shown, path);
  const file = await app.vault.create(path, `---\ndistinguo: false\n---\n${text}`);
  await app.workspace.getLeaf("tab").openFile(file);
}
