/** Page preview: shows a note in a popover when a link is hovered, on the `hover-link` events of views and plugins. */
import type { HoverParent } from "obsidian";
import type { App } from "./app";
import { Keymap } from "./keymap";
import { parseLinktext } from "./links";
import { HoverPopover } from "./overlay";
import { MarkdownRenderer } from "./preview";

/** What is triggered with `hover-link`. Obsidian documents it by example only. */
interface HoverLink { event: MouseEvent; source: string; hoverParent: HoverParent; targetEl: HTMLElement | null; linktext: string; sourcePath?: string }

async function show(app: App, link: HoverLink): Promise<void> {
  const wantsMod = app.registry.hoverSources.get(link.source)?.defaultMod ?? false;
  if (wantsMod && !Keymap.isModifier(link.event, "Mod")) return;
  const sourcePath = link.sourcePath ?? "";
  const file = app.metadataCache.getFirstLinkpathDest(parseLinktext(link.linktext).path, sourcePath);
  if (file === null) return;
  const text = await app.vault.cachedRead(file);
  const popover = new HoverPopover(link.hoverParent, link.targetEl);
  popover.hoverEl.addClass("mod-page-preview");
  popover.hoverEl.createDiv({ cls: "page-preview-title", text: file.basename });
  await MarkdownRenderer.render(app, text, popover.hoverEl.createDiv("markdown-rendered"), file.path, popover);
}

export function installPagePreview(app: App): void {
  app.workspace.on("hover-link", (link: HoverLink) => { void show(app, link); });
}
