/** A small plugin, as CommonJS text, that uses each part of the API once: what the host's own tests run. */
import type { PluginFiles } from "./loader";

const main = `
"use strict";
const obsidian = require("obsidian");
const { Decoration, ViewPlugin } = require("@codemirror/view");
const { RangeSetBuilder } = require("@codemirror/state");

const WORD = /\\bwell\\b/g;

const marker = ViewPlugin.fromClass(class {
  constructor(view) { this.build(view); }
  update(update) { if (update.docChanged || update.viewportChanged) this.build(update.view); }
  build(view) {
    const builder = new RangeSetBuilder();
    for (const match of view.state.doc.toString().matchAll(WORD)) builder.add(match.index, match.index + 4, Decoration.mark({ class: "tiny-word" }));
    this.decorations = builder.finish();
    const info = view.state.field(obsidian.editorInfoField, false);
    view.dom.dataset.note = info && info.file ? info.file.path : "";
    view.dom.dataset.live = String(view.state.field(obsidian.editorLivePreviewField));
  }
}, { decorations: (value) => value.decorations });

class TinyView extends obsidian.ItemView {
  getViewType() { return "tiny-view"; }
  getDisplayText() { return "Tiny"; }
  getIcon() { return "network"; }
  async onOpen() {
    const list = this.contentEl.createDiv({ cls: "tiny-list" });
    const draw = () => {
      list.empty();
      const file = this.app.workspace.getActiveFile();
      const cache = file && this.app.metadataCache.getFileCache(file);
      for (const link of (cache && cache.links) || []) {
        const row = list.createEl("a", { text: link.displayText, href: "#", cls: "tiny-link" });
        row.addEventListener("click", (event) => {
          event.preventDefault();
          void this.app.workspace.openLinkText(link.link, file.path, obsidian.Keymap.isModEvent(event));
        });
      }
    };
    this.registerEvent(this.app.workspace.on("file-open", draw));
    this.registerEvent(this.app.metadataCache.on("resolved", draw));
    draw();
  }
}

class TinyTab extends obsidian.PluginSettingTab {
  getSettingDefinitions() {
    return [
      { name: "Loud", desc: "Says more", control: { type: "toggle", key: "loud", defaultValue: false } },
      { type: "group", heading: "Choices", items: [
        { name: "Colour", control: { type: "dropdown", key: "colour", options: { red: "Red", blue: "Blue" }, disabled: () => !this.getControlValue("loud") } },
        { name: "Name", control: { type: "text", key: "name", validate: (value) => value.includes("!") ? "No marks of exclamation" : undefined } },
        { name: "Folders", control: { type: "textarea", key: "folders", rows: 3 } },
        { name: "Size", control: { type: "slider", key: "size", min: 0, max: 10, step: 1 } },
        { name: "Hidden until loud", visible: () => this.getControlValue("loud") === true },
      ] },
      { type: "list", heading: "Names", emptyState: "None yet", onDelete: (index) => { this.names.splice(index, 1); this.update(); },
        addItem: { name: "Add a name", action: () => { this.names.push("n" + this.names.length); this.update(); } },
        items: this.names.map((name) => ({ name })) },
      { type: "page", name: "More", desc: "Further", displayValue: () => String(this.getControlValue("deep") ?? "unset"), items: [
        { name: "Deep", control: { type: "number", key: "deep", min: 1, max: 9 } },
        { name: "Own row", render: (setting) => { setting.addButton((button) => button.setButtonText("Press").onClick(() => { new obsidian.Notice("pressed"); })); } },
      ] },
    ];
  }
  constructor(app, plugin) { super(app, plugin); this.names = []; }
}

module.exports = class Tiny extends obsidian.Plugin {
  async onload() {
    this.settings = Object.assign({ loud: false, colour: "red" }, await this.loadData());
    this.registerEditorExtension([marker]);
    this.registerView("tiny-view", (leaf) => new TinyView(leaf));
    this.registerMarkdownPostProcessor((el, ctx) => {
      const info = ctx.getSectionInfo(el);
      el.dataset.source = ctx.sourcePath + ":" + (info ? info.lineStart + "-" + info.lineEnd : "none");
    });
    this.addSettingTab(new TinyTab(this.app, this));
    this.addCommand({ id: "open", name: "Open the list", callback: () => this.app.workspace.ensureSideLeaf("tiny-view", "right", { active: true }) });
    this.addCommand({ id: "shout", name: "Shout", editorCallback: (editor) => editor.replaceSelection(editor.getSelection().toUpperCase()) });
    this.addCommand({ id: "rare", name: "Only with a well", checkCallback: (checking) => {
      const view = this.app.workspace.getActiveViewOfType(obsidian.MarkdownView);
      if (!view || !view.editor.getValue().includes("well")) return false;
      if (!checking) new obsidian.Notice("a well");
      return true;
    } });
    this.status = this.addStatusBarItem();
    this.status.setText("tiny");
    this.addRibbonIcon("info", "Tiny notice", () => { new obsidian.Notice("from the ribbon"); });
    this.registerEvent(this.app.workspace.on("editor-menu", (menu, editor) => {
      menu.addItem((item) => item.setTitle("Tiny item").setIcon("check").onClick(() => editor.replaceSelection("chosen")));
    }));
    this.app.workspace.onLayoutReady(() => { this.status.setText("tiny ready"); });
    const worker = new Worker(URL.createObjectURL(new Blob(["onmessage = (event) => postMessage(event.data * 2)"])));
    worker.onmessage = (event) => { this.status.dataset.worker = String(event.data); };
    worker.postMessage(21);
    this.register(() => worker.terminate());
  }
  onUserEnable() { this.status.dataset.userEnabled = "yes"; }
  async onExternalSettingsChange() { this.settings = await this.loadData(); this.status.setText("tiny " + this.settings.colour); }
};
`;

export function tinyPlugin(source = main): PluginFiles {
  return {
    main: source,
    manifest: JSON.stringify({ id: "tiny", name: "Tiny", version: "1.0.0", minAppVersion: "1.13.0", author: "Distinguo", description: "Tries the host." }),
    styles: ".tiny-word { text-decoration: underline wavy; }",
  };
}
