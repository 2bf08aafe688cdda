import type { CliData } from "obsidian";
import { countSeverities, printLine, reportJson, reportUnix, summarize, type NoteReport, type Result } from "../../core/index";
import { linkStyle } from "../fixes/link-style";
import { readNotes } from "../read-notes";
import { askedNotes, pathFlag } from "./asked-notes";
import { formatFlag, Misuse, readFlags } from "./flags";
import type { TerminalTools } from "./index";

export const lintFlags = { path: pathFlag, format: formatFlag };
export const checkFlags = { ...lintFlags, rule: { value: "<id,id>", description: "Only these rules (default: all)" } };

/** Judges the prose of notes, as `distinguo lint` does. */
export async function lint({ plugin, engine, feed, config }: TerminalTools, given: CliData): Promise<string> {
  const { path, format } = readFlags("distinguo:lint", lintFlags, given);
  await feed.upToDate();
  const files = await askedNotes(plugin.app, engine, path, config());
  const notes: NoteReport[] = [];
  const unread: { path: string; reason: string }[] = [];
  for await (const batch of readNotes({ app: plugin.app, feed }, files)) {
    const texts = new Map(batch.map((note) => [note.path, note.source]));
    const found = await engine.lintAll(batch);
    unread.push(...found.unread);
    for (const note of found.notes) notes.push({ ...note, source: texts.get(note.path) ?? "" });
  }
  notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  const labels = [...new Set((await engine.about()).terms.map(({ label }) => label))];
  const named = await engine.resolve(labels);
  const conceptNotes = Object.fromEntries(labels.flatMap((label, index) => (named[index] ? [[label, named[index]]] : [])));
  return written({ convention: config().convention, conceptNotes, notes, judged: files.length - unread.length, unread }, format);
}

/** Checks the notes themselves and the graph, as `distinguo check` does. */
export async function check({ plugin, engine, feed, config }: TerminalTools, given: CliData): Promise<string> {
  const { path, format, rule } = readFlags("distinguo:check", checkFlags, given);
  await feed.upToDate();
  const rules = rule?.split(",").map((id) => id.trim());
  const known = (await engine.about()).rules.flatMap(({ id, about }) => (about === "notes" ? [id] : []));
  const strange = rules?.find((id) => !known.includes(id));
  if (strange !== undefined) throw new Misuse(`rule: “${strange}” is not among its values. Allowed: ${known.join(", ")}.`);
  const files = new Map((await askedNotes(plugin.app, engine, path, config())).map((file) => [file.path, file]));
  const notes: NoteReport[] = [];
  for (const note of await engine.check(await linkStyle(plugin.app))) {
    const file = files.get(note.path);
    const diagnostics = note.diagnostics.filter((diagnostic) => rules?.includes(diagnostic.rule) ?? true);
    if (file && diagnostics.length > 0) notes.push({ path: note.path, source: await plugin.app.vault.cachedRead(file), diagnostics });
  }
  return written({ convention: config().convention, notes, judged: files.size, unread: [] }, format);
}

function written(result: Result, format: string | undefined): string {
  if (format === "json") return reportJson(result);
  const unread = result.unread.map(({ path, reason }) => `${printLine(path)} could not be read: ${printLine(reason)}\n`);
  const summary = summarize(result);
  const notes = summary.notes === 1 ? "1 note" : `${summary.notes.toLocaleString("en")} notes`;
  return `${reportUnix(result)}${unread.join("")}${countSeverities(summary) || "No diagnostics"} in ${notes}.\n`;
}
