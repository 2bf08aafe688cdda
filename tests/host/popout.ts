/** Pop-out windows: a second window of the page, dressed and with Obsidian's additions to its own classes. */
import type { WorkspaceWindowInitData } from "obsidian";
import type { App } from "./app";
import { installInWindow } from "./dom";
import { installTooltips } from "./overlay";
import { WorkspaceWindow } from "./splits";

/** Gives a window the looks of the main one: its style sheets, those of plugins, and the classes of the body. */
export function dress(win: Window, app: App): void {
  const { CSSStyleSheet } = win as Window & typeof globalThis;
  win.document.adoptedStyleSheets = [...app.registry.sheets.values()].map((text) => {
    // A sheet belongs to the document that it was made for.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  win.document.body.className = `${document.body.className} is-popout-window`;
}

/** Opens a window. `closed` is called when it goes. */
export function openWindow(app: App, data: WorkspaceWindowInitData, closed: (split: WorkspaceWindow) => void): WorkspaceWindow {
  const { width, height } = data.size ?? { width: 800, height: 600 };
  const win = window.open("about:blank", "_blank", `popup,width=${String(width)},height=${String(height)}`);
  if (win === null) throw new Error("host: the browser opens no window");
  installInWindow(win);
  const { document: doc } = win;
  doc.title = document.title;
  for (const link of document.head.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")) doc.head.appendChild(doc.importNode(link)).href = link.href;
  dress(win, app);
  installTooltips(doc);
  app.keymap.listen(win);
  app.watch(doc);
  const split = new WorkspaceWindow(win);
  split.addTabs();
  doc.body.createDiv("app-container").createDiv("horizontal-main-container").createDiv("workspace").appendChild(split.containerEl);
  win.addEventListener("pagehide", () => { closed(split); });
  return split;
}
