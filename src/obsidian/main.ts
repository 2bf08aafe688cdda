import { ViewPlugin } from "@codemirror/view";
import { Plugin } from "obsidian";
import type { Diagnostic } from "../core/index";
import { Cards } from "./card/cards";
import { addCommands } from "./commands/index";
import { lintVault } from "./commands/lint";
import { reveal } from "./commands/reveal";
import { nextInActiveNote } from "./commands/step";
import { addConceptCommands } from "./concept-help/commands";
import { Definitions } from "./concept-help/definitions";
import { ConceptSuggest } from "./concept-help/suggest";
import { watchTyping } from "./concept-help/typing";
import { conceptsIcon, ConceptsView, conceptsViewType } from "./concepts/view";
import { cardsOnPointer } from "./editor/cards";
import { addFolderMenu } from "./diagnostics/folder-menu";
import { VaultReport } from "./diagnostics/report";
import { ReportView, reportViewType } from "./diagnostics/view";
import { OpenEditors } from "./editor/checker";
import { marks } from "./editor/marks";
import { addBasesViews } from "./bases/index";
import { addEmbeds } from "./embed/index";
import { Explainer } from "./explain/explainer";
import { Fixes } from "./fixes/fixes";
import { IgnoredPage } from "./ignored-page";
import { Judge } from "./judge";
import { hoverSource, type NoteActs } from "./note-acts";
import { NoteFeed } from "./notes";
import { Places } from "./reading/place";
import { ReadingMarks } from "./reading/post-processor";
import { SetAside } from "./set-aside";
import { SettingsStore } from "./settings-store";
import { SettingsTab } from "./settings-tab";
import { Placing } from "./square/placing";
import { Positions } from "./square/positions";
import { Square, type SquareTools } from "./square/square";
import type { EmbedTools } from "./embed/part";
import type { RemoteEngine } from "../worker/engine";
import { EngineHost } from "./start-engine";
import { StatusBar } from "./status-bar";
import { addTerminalCommands } from "./terminal/index";
import { NotesMap } from "./whole-map/notes-map";
import { MapPlaces } from "./whole-map/places";
import { MapView, mapViewType, openMap } from "./whole-map/view";

/** Only registers; what is registered lives beside this file. */
export default class DistinguoPlugin extends Plugin {
  private readonly setAside = new SetAside();
  private readonly host = new EngineHost(this.app, this.setAside, () => this.feed.refill());
  readonly engine = this.host.remote;
  private readonly shown = ({ severity }: Pick<Diagnostic, "severity">): boolean => this.store.settings.hints || severity !== "hint";
  readonly feed: NoteFeed = new NoteFeed(this, this.engine, this.setAside);
  readonly store = new SettingsStore(this, this.engine, () => this.feed.refill());
  /** The engine for those who have notes judged: the first of them takes it as long as all the index, which comes before. */
  private readonly judging: RemoteEngine = {
    ...this.engine,
    lint: (...args) => this.feed.restored.then(() => this.engine.lint(...args)),
    turn: (...args) => this.feed.restored.then(() => this.engine.turn(...args)),
  };
  readonly judge = new Judge(this.judging, this.shown, (path) => this.editors.marked(path));
  readonly editors: OpenEditors = new OpenEditors({
    engine: this.judging,
    judge: this.judge,
    live: () => this.store.settings.live,
    isInPlace: () => this.host.isInPlace,
  });
  readonly cards = new Cards(this.app, this.engine, this.store);
  readonly explainer = new Explainer(this.app, this.engine, () => this.host.about);
  readonly fixes = new Fixes(this.app, this.engine, this.feed);
  readonly positions = new Positions(this, this.engine, this.feed);
  readonly placing = new Placing(this.app, { isOn: () => this.store.settings.askPlacing, turnOff: () => void this.store.change({ askPlacing: false }) });
  readonly definitions = new Definitions(this.app, this.engine, () => this.store.settings.definitions);
  readonly reading = new ReadingMarks(this.app, {
    fixes: this.fixes,
    judge: this.judge,
    cards: this.cards,
    places: new Places(this.app, this.editors),
    live: () => this.store.settings.live,
  });
  private readonly mapPlaces = new MapPlaces(this.app);
  readonly report = new VaultReport(this, {
    engine: this.engine,
    feed: this.feed,
    config: () => this.store.config,
    shown: this.shown,
    seen: () => this.app.workspace.getLeavesOfType(reportViewType).some(({ view }) => view instanceof ReportView && view.isSeen),
  });

  override onload(): void {
    this.addChild(this.host);
    this.addChild(this.cards);
    this.registerEditorExtension([marks(this.shown), ViewPlugin.define((view) => this.editors.attach(view)), cardsOnPointer(this.cards)]);
    this.registerEvent(this.app.vault.on("rename", () => this.editors.renamed()));
    this.registerEvent(this.app.vault.on("rename", ({ path }, from) => this.mapPlaces.follow(from, path)));
    this.registerEvent(this.app.vault.on("delete", ({ path }) => this.mapPlaces.follow(path, undefined)));
    this.register(() => this.mapPlaces.close());
    this.addConceptHelp();
    this.registerMarkdownPostProcessor(this.addChild(this.reading).process);
    this.registerView(conceptsViewType, (leaf) => new ConceptsView(leaf, { engine: this.engine, feed: this.feed, fixes: this.fixes, config: () => this.store.config, square: (acts) => this.squareTools(acts), openMap: () => openMap(this.app) }));
    this.registerView(mapViewType, (leaf) => new MapView(leaf, { engine: this.engine, feed: this.feed, fixes: this.fixes, places: this.mapPlaces }));
    this.registerView(reportViewType, (leaf) => new ReportView(leaf, {
      report: this.report,
      engine: this.engine,
      fixes: this.fixes,
      lint: () => void lintVault(this),
    }));
    addFolderMenu(this, async (folder) => {
      const { view } = await reveal(this, reportViewType);
      if (view instanceof ReportView) view.showFolder(folder);
    });
    this.registerHoverLinkSource(hoverSource, { display: "Distinguo", defaultMod: true });
    this.addRibbonIcon(conceptsIcon, "Open concepts", () => void reveal(this, conceptsViewType));
    addCommands(this);
    addEmbeds(this, this.embedTools);
    addBasesViews(this, this.embedTools);
    addTerminalCommands({ plugin: this, engine: this.engine, feed: this.feed, config: () => this.store.config });
    this.addStatus();
    this.addSettings();
    this.app.workspace.onLayoutReady(() => {
      this.feed.watch();
      this.store.watch();
      void this.store.load().then(() => this.begin());
    });
  }

  override onUserEnable(): void {
    void reveal(this, conceptsViewType);
  }

  override async onExternalSettingsChange(): Promise<void> {
    await this.store.load();
    await this.store.apply();
  }

  /** What a square needs that stands in a view. */
  squareTools(acts: NoteActs): SquareTools {
    const { app, positions, placing, engine } = this;
    return { app, acts, positions, placing, about: () => engine.about() };
  }

  /** What is shown in notes and bases. */
  private get embedTools(): EmbedTools {
    const { app, engine, feed, fixes, store, shown } = this;
    return {
      app,
      engine,
      feed,
      fixes,
      shown,
      config: () => store.config,
      settings: store,
      square: (parent, acts, choice) => new Square(parent, { ...this.squareTools(acts), ...choice }),
      map: (parent, acts) => new NotesMap(parent, app, engine, acts),
    };
  }

  /** Gives the engine the config and the notes. */
  private async begin(): Promise<void> {
    await this.store.apply();
    if (this.host.isRunning) await this.feed.fill();
  }

  /** Helps with concepts while one writes and reads. */
  private addConceptHelp(): void {
    const { definitions, editors, engine, store } = this;
    const suggest = new ConceptSuggest(this.app, { engine, viewOf: (editor) => editors.viewOf(editor), isOn: () => store.settings.suggest });
    this.addChild(definitions);
    this.registerEditorSuggest(suggest);
    this.registerEditorExtension([watchTyping(suggest.keyUp), definitions.extension]);
    this.registerMarkdownPostProcessor(definitions.process);
    addConceptCommands(this);
  }

  private addSettings(): void {
    const tab = new SettingsTab(this.app, this, this.store, () => this.host.about, () => new IgnoredPage(this.app, this));
    this.addSettingTab(tab);
    this.registerEvent(
      this.store.on("changed", () => {
        this.judge.forget();
        this.editors.recheck();
        this.judge.trigger("reconsider");
        this.report.reconsider();
        this.positions.forget();
        void this.engine.about().then(() => tab.describe());
      }),
    );
  }

  private addStatus(): void {
    const { workspace } = this.app;
    const status = new StatusBar(this.addStatusBarItem(), () => nextInActiveNote(this));
    const show = (): void => {
      const file = workspace.getActiveFile();
      status.show(file?.extension === "md" ? (this.editors.severities(file.path) ?? this.judge.latest(file.path)) : undefined);
    };
    this.registerEvent(this.judge.on("judged", show));
    this.registerEvent(this.judge.on("reconsider", show));
    this.registerEvent(workspace.on("file-open", show));
    this.registerEvent(workspace.on("active-leaf-change", show));
  }
}
