import type { Command } from "obsidian";
import { attempt } from "../attempt";
import { conceptsViewType } from "../concepts/view";
import { openReportTab, reportViewType } from "../diagnostics/view";
import type DistinguoPlugin from "../main";
import { openMap } from "../whole-map/view";
import { copyReport } from "./copy-report";
import { explainable } from "./explain";
import { addFolderFixes, fixMany } from "./fix-many";
import { lintNote, lintSelection, lintVault } from "./lint";
import { reveal, revealSquare } from "./reveal";
import { stepper } from "./step";
import { activeNote, subject } from "./subject";
import { toggle } from "./toggle";

/** Adds the plugin's commands. None has a hotkey: those are the user's to give. */
export function addCommands(plugin: DistinguoPlugin): void {
  const { app, cards, feed, fixes, placing, store } = plugin;
  const add = (id: string, name: string, callback: () => unknown): Command => plugin.addCommand({ id, name, callback: () => void attempt(callback) });
  /** A command that is there only where `find` finds something to do. The palette asks all of them, so that must be cheap. */
  const addWhere = (id: string, name: string, find: () => (() => unknown) | undefined): Command =>
    plugin.addCommand({
      id,
      name,
      checkCallback: (checking) => {
        const act = find();
        if (act && !checking) void attempt(act);
        return act !== undefined;
      },
    });
  const activeFile = () => {
    const file = app.workspace.getActiveFile();
    return file?.extension === "md" ? file : undefined;
  };

  addWhere("next-diagnostic", "Next diagnostic", () => stepper(plugin, 1));
  addWhere("previous-diagnostic", "Previous diagnostic", () => stepper(plugin, -1));
  addWhere("show-card", "Show card", () => {
    const request = subject(plugin);
    return request && (() => cards.show(request, "focus"));
  });
  for (const number of [1, 2, 3]) {
    addWhere(`apply-choice-${number}`, `Apply choice ${number}`, () => {
      const request = subject(plugin);
      const fix = request?.diagnostic.fixes[number - 1];
      return fix && (() => cards.choose(request, fix));
    });
  }
  addWhere("ignore-here", "Ignore the diagnostic here", () => {
    const request = subject(plugin);
    return request && (() => cards.ignore(request));
  });
  addWhere("explain-sentence", "Explain this sentence", () => explainable(plugin));

  addWhere("lint-note", "Lint this note", () => activeFile() && (() => lintNote(plugin)));
  addWhere("lint-selection", "Lint selection", () => {
    const editor = activeNote(plugin)?.editor;
    return editor && !editor.state.selection.ranges.every(({ empty }) => empty) ? () => lintSelection(plugin, editor) : undefined;
  });
  add("lint-vault", "Lint the vault", () => lintVault(plugin));
  addWhere("copy-report", "Copy report of this note", () => {
    const file = activeFile();
    return file && (async () => {
      const note = activeNote(plugin);
      const text = note?.editor?.state.doc.toString() ?? note?.view?.getViewData() ?? (await app.vault.cachedRead(file));
      await copyReport(plugin, file, text, note?.view?.containerEl.win ?? window);
    });
  });
  addWhere("read-rest", "Read the rest of the vault", () => (feed.left > 0 || feed.progress?.isPaused ? () => feed.resume() : undefined));
  add("toggle-live", "Toggle live checking", () => toggle(store, "live", { on: "Notes are checked while you write and read.", off: "Notes are checked only when you ask for it." }));
  add("toggle-hints", "Toggle hints", () => toggle(store, "hints", { on: "Hints are shown.", off: "Hints are hidden." }));
  add("fix-many", "Fix many…", () => fixMany(plugin));
  addFolderFixes(plugin);
  addWhere("undo-fixes", "Undo the last changes", () => {
    const [last] = [fixes, placing].filter(({ canUndo }) => canUndo).sort((a, b) => b.doneAt - a.doneAt);
    return last && (() => last.undo());
  });
  add("open-square", "Open the 2 × 2", () => revealSquare(plugin));
  add("open-map", "Open the map of all concepts", () => openMap(app));
  add("open-diagnostics", "Open diagnostics", () => reveal(plugin, reportViewType));
  add("open-diagnostics-tab", "Open diagnostics in the main area", () => openReportTab(app));
  add("open-concepts", "Open concepts", () => reveal(plugin, conceptsViewType));
}
