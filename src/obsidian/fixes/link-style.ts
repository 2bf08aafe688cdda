import type { App } from "obsidian";
import type { LinkStyle } from "../../core/index";

/**
 * How the user wants links written, as the app keeps it. The app writes links to notes that are there itself; those to
 * notes that are yet to come, and paths within links, are written by this.
 */
export async function linkStyle({ vault }: App): Promise<Partial<LinkStyle>> {
  const settings: Record<string, unknown> = {};
  try {
    Object.assign(settings, JSON.parse(await vault.adapter.read(`${vault.configDir}/app.json`)));
  } catch {
    // What was never changed is not kept anywhere.
  }
  const { useMarkdownLinks, newLinkFormat } = settings;
  return { form: useMarkdownLinks === true ? "markdown" : "wiki", path: newLinkFormat === "relative" || newLinkFormat === "absolute" ? newLinkFormat : "shortest" };
}
