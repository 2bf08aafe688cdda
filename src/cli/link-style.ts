import path from "node:path";
import type { LinkStyle } from "../core/index";
import { readNote } from "./read-note";

const pathStyles: readonly LinkStyle["path"][] = ["shortest", "relative", "absolute"];

/** How Obsidian is told to write links in a vault, as far as its settings say so. */
export function linkStyleOf(vault: string): Partial<LinkStyle> {
  const { useMarkdownLinks, newLinkFormat } = readSettings(path.join(vault, ".obsidian", "app.json"));
  const form = typeof useMarkdownLinks === "boolean" ? (useMarkdownLinks ? "markdown" : "wiki") : undefined;
  const given = pathStyles.find((style) => style === newLinkFormat);
  return { ...(form && { form }), ...(given && { path: given }) };
}

function readSettings(file: string): { useMarkdownLinks?: unknown; newLinkFormat?: unknown } {
  const reading = readNote(file);
  if ("reason" in reading) return {};
  try {
    const settings: unknown = JSON.parse(reading.text.replace(/^\uFEFF/, ""));
    return typeof settings === "object" && settings !== null ? settings : {};
  } catch {
    // Obsidian's own affair; the notes tell too.
    return {};
  }
}
