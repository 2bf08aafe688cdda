/** The page around the workspace: ribbon, resizable docks, status bar, and the host's own commands. */
import type { App } from "./app";
import { installBases } from "./base-file";
import { LinkSuggest } from "./editor-suggest";
import { debounce } from "./events";
import { FileExplorer } from "./explorer";
import { setIcon } from "./icons";
import { installPagePreview } from "./page-preview";
import { CommandPalette, QuickSwitcher } from "./palette";
import { SettingsModal, setTheme } from "./settings-modal";
import type { WorkspaceSidedock } from "./splits";
import { setTooltip } from "./overlay";

function resizer(dock: WorkspaceSidedock, side: "left" | "right", app: App): HTMLElement {
  const handle = createDiv({ cls: `workspace-leaf-resize-handle mod-${side}`, attr: { role: "separator", "aria-orientation": "vertical", "aria-label": `Resize ${side} sidebar`, tabindex: 0 } });
  const set = (width: number): void => {
    dock.containerEl.setCssProps({ "--dock-width": `${String(Math.min(Math.max(width, 160), window.innerWidth * 0.6))}px` });
    app.workspace.trigger("resize");
  };
  handle.addEventListener("pointerdown", (down) => {
    handle.setPointerCapture(down.pointerId);
    const start = dock.containerEl.offsetWidth;
    const move = (evt: PointerEvent): void => { set(start + (side === "left" ? evt.clientX - down.clientX : down.clientX - evt.clientX)); };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", () => { handle.removeEventListener("pointermove", move); }, { once: true });
  });
  handle.addEventListener("keydown", (evt) => {
    const step = { ArrowLeft: -20, ArrowRight: 20 }[evt.key];
    if (step !== undefined) set(dock.containerEl.offsetWidth + (side === "left" ? step : -step));
  });
  return handle;
}

function ribbonButton(app: App, icon: string, title: string, run: () => void): void {
  const el = app.registry.ribbonEl.createEl("button", { cls: "clickable-icon side-dock-ribbon-action", type: "button" });
  setIcon(el, icon);
  setTooltip(el, title, { placement: "right" });
  el.addEventListener("click", run);
}

function commands(app: App): void {
  const { registry, workspace } = app;
  const add = (id: string, name: string, keys: string | null, callback: () => unknown): void => {
    registry.commands.set(id, { id, name, callback });
    if (keys !== null) registry.setHotkeys(id, [{ modifiers: ["Mod"], key: keys }]);
  };
  add("app:command-palette", "Command palette: Open", "p", () => { new CommandPalette(app).open(); });
  add("switcher:open", "Quick switcher: Open", "o", () => { new QuickSwitcher(app).open(); });
  add("app:open-settings", "Open settings", ",", () => { new SettingsModal(app).open(); });
  add("app:toggle-left-sidebar", "Toggle left sidebar", null, () => { workspace.leftSplit.toggle(); });
  add("app:toggle-right-sidebar", "Toggle right sidebar", null, () => { workspace.rightSplit.toggle(); });
  add("theme:toggle-light-dark", "Toggle light and dark theme", null, () => { setTheme(app, app.isDarkMode() ? "light" : "dark"); });
  add("markdown:toggle-preview", "Toggle reading view", "e", () => {
    const view = app.activeNote();
    view?.setMode(view.getMode() === "source" ? "preview" : "source");
  });
  add("editor:toggle-source", "Toggle live preview and source mode", null, () => {
    const view = app.activeNote();
    void view?.setState({ source: view.getState()["source"] !== true }, { history: false });
  });
  add("workspace:move-to-new-window", "Move current tab to new window", null, () => {
    const leaf = workspace.getMostRecentLeaf();
    if (leaf !== null) workspace.moveLeafToPopout(leaf);
  });
  add("editor:save-file", "Save current file", "s", () => workspace.activeEditor?.save());
}

export async function buildLayout(app: App): Promise<void> {
  const { workspace, registry } = app;
  commands(app);
  const container = document.body.createDiv("app-container");
  const main = container.createDiv("horizontal-main-container");
  main.appendChild(registry.ribbonEl);
  ribbonButton(app, "panel-left", "Toggle left sidebar", () => { workspace.leftSplit.toggle(); });
  ribbonButton(app, "search", "Quick switcher", () => { new QuickSwitcher(app).open(); });
  ribbonButton(app, "terminal", "Command palette", () => { new CommandPalette(app).open(); });
  ribbonButton(app, "sun-moon", "Toggle light and dark theme", () => { setTheme(app, app.isDarkMode() ? "light" : "dark"); });
  ribbonButton(app, "settings", "Settings", () => { new SettingsModal(app).open(); });
  ribbonButton(app, "panel-right", "Toggle right sidebar", () => { workspace.rightSplit.toggle(); });
  main.appendChild(workspace.containerEl);
  workspace.leftSplit.containerEl.after(resizer(workspace.leftSplit, "left", app));
  workspace.rightSplit.containerEl.before(resizer(workspace.rightSplit, "right", app));
  container.appendChild(registry.statusBarEl);
  wordCount(app);
  workspace.views.set("file-explorer", (leaf) => new FileExplorer(leaf));
  await workspace.getLeftLeaf(false).setViewState({ type: "file-explorer" });
  workspace.setActiveLeaf(workspace.getLeaf("tab"));
  workspace.rightSplit.collapse();
  foldWhenNarrow(app);
  installPagePreview(app);
  installBases(app);
  registry.suggests.add(new LinkSuggest(app));
}

/** On a narrow page, as at 200 % zoom, the note keeps its room: the files fold away when the width is lost. */
function foldWhenNarrow(app: App): void {
  const narrow = window.matchMedia("(max-width: 760px)");
  const fold = (): void => { if (narrow.matches) app.workspace.leftSplit.collapse(); };
  narrow.addEventListener("change", fold);
  fold();
}

function wordCount(app: App): void {
  const item = app.registry.statusBarEl.createDiv("status-bar-item mod-word-count");
  const count = debounce(() => {
    const text = app.workspace.activeEditor?.getViewData() ?? "";
    const words = text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
    item.setText(`${String(words)} words`);
  }, 200, true);
  app.workspace.on("editor-change", count);
  app.workspace.on("file-open", count);
}
