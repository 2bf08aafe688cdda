import { debounce, ItemView, Keymap, Menu, type App, type PaneType, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { RuleAbout } from "../../core/index";
import type { RemoteEngine } from "../../worker/engine";
import { attempt } from "../attempt";
import type { Fixes } from "../fixes/fixes";
import { openPlace } from "../open-note";
import { Slices } from "../reading/slices";
import { arrange, groupings, type Arranged, type Group, type Grouping } from "./arrange";
import { drawLine, heightOf, isSameLine } from "./draw-line";
import { Head, summaryOf } from "./head";
import { linesOf, type Line } from "./lines";
import { firstLook, momentOf, readLook, type Look } from "./look";
import { addFixMany, groupMenu, rowMenu, type MenuTools } from "./menus";
import type { VaultReport } from "./report";
import { folderOf, type Row } from "./rows";
import { copy, csvOf, markdownOf, writeReport } from "./share";
import { listenTo } from "./tree-acts";
import { VirtualTree } from "./virtual-tree";

export const reportViewType = "distinguo-diagnostics";

/** A group with more diagnostics than this is closed until one opens it, or searches. */
const openUpTo = 24;

/** Milliseconds in which what is new comes together, so that a list that grows does not flicker. */
const gathering = 250;

/** How many views there have been: the ids of two in one window must differ. */
let views = 0;

const nothing: Arranged = { groups: [], shown: 0, notes: 0, total: 0, allNotes: 0, facets: { about: new Map(), severities: new Map(), rules: new Map() } };

/** What the view shows, and what its buttons do. */
export interface ReportViewTools {
  report: VaultReport;
  engine: RemoteEngine;
  fixes: Fixes;
  lint: () => void;
}

/** Opens the list of diagnostics in a tab of the main area. */
export async function openReportTab(app: App): Promise<void> {
  const { workspace } = app;
  const open = workspace.getLeavesOfType(reportViewType).find((leaf) => leaf.getRoot() === workspace.rootSplit);
  const leaf = open ?? workspace.getLeaf("tab");
  if (!open) await leaf.setViewState({ type: reportViewType, active: true });
  await workspace.revealLeaf(leaf);
}

/** Lists the diagnostics of the vault: each opens at its place, is mended or ignored. */
export class ReportView extends ItemView {
  override icon = "list-checks";
  override navigation = false;
  private look: Look = firstLook;
  private rules: readonly RuleAbout[] = [];
  private arranged: Arranged = nothing;
  private lines: readonly Line[] = [];
  /** The groups that were opened or closed by hand. */
  private readonly opened = new Map<string, boolean>();
  private head: Head | undefined;
  private tree: VirtualTree<Line> | undefined;
  /** The folder of the note that was active last. */
  private here: string | null = null;
  private arranging = 0;
  private isStale = false;
  private readonly refreshSoon = debounce(() => void this.refresh(), gathering);
  private readonly menuTools: MenuTools;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly tools: ReportViewTools,
  ) {
    super(leaf);
    const { fixes } = tools;
    this.menuTools = {
      fixes,
      open: (row, newLeaf) => this.open(row, newLeaf),
      change: (change) => this.change(change),
      back: () => this.focusList(),
    };
  }

  getViewType(): string {
    return reportViewType;
  }

  getDisplayText(): string {
    return "Diagnostics";
  }

  /** Whether it is in sight. */
  get isSeen(): boolean {
    return this.head !== undefined && this.contentEl.isShown();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.look };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.look = readLook(state);
    void this.refresh();
  }

  protected override async onOpen(): Promise<void> {
    const { report, engine, lint } = this.tools;
    const { contentEl } = this;
    const id = `distinguo-report-${++views}`;
    contentEl.addClass("distinguo-report");
    this.head = new Head(contentEl, id, report, {
      lint,
      goOn: () => void attempt(() => report.run("rest")),
      change: (change) => this.change(change),
      toList: () => this.focusList(),
      groupMenu: (below) => this.showMenu(this.groupingMenu(), below),
      moreMenu: (below) => this.showMenu(this.moreMenu(), below),
    });
    this.tree = new VirtualTree<Line>(contentEl, `${id}-sum`, { key: ({ key }) => key, draw: (el, line) => drawLine(el, line, this.look.by), isSame: isSameLine, estimate: heightOf });
    listenTo(this.tree, () => this.lines, {
      open: ({ row }, event) => this.open(row, Keymap.isModEvent(event)),
      toggle: (lines) => this.toggle(lines),
      menu: (line, at) => this.showLineMenu(line, at),
      type: (text) => this.head?.type(text),
      leave: () => this.head?.focusSearch(),
    });
    this.watch();
    this.rules = (await engine.about()).rules;
    await this.refresh();
    report.catchUp();
  }

  protected override onClose(): Promise<void> {
    this.refreshSoon.cancel();
    this.arranging++;
    this.tree?.unload();
    this.tree = undefined;
    this.head = undefined;
    this.contentEl.empty();
    return Promise.resolve();
  }

  override onResize(): void {
    this.awake();
  }

  /** Shows only what lies in a folder. */
  showFolder(folder: string): void {
    this.change({ folder });
  }

  private watch(): void {
    const { report } = this.tools;
    this.registerEvent(report.on("changed", () => this.invalidate()));
    this.registerEvent(report.on("progress", () => this.head?.showProgress()));
    this.registerEvent(this.app.workspace.on("layout-change", () => this.awake()));
    this.registerEvent(this.app.workspace.on("file-open", () => this.showHead()));
  }

  /** What went on while one looked elsewhere is made up for. */
  private awake(): void {
    if (!this.isSeen) return;
    if (this.isStale) this.refreshSoon();
    this.tools.report.catchUp();
  }

  private invalidate(): void {
    this.head?.showProgress();
    this.isStale = true;
    if (this.isSeen) this.refreshSoon();
  }

  private change(change: Partial<Look>): void {
    const { by } = this.look;
    this.look = { ...this.look, ...change };
    if (this.look.by !== by) this.opened.clear();
    void this.app.workspace.requestSaveLayout();
    void this.refresh();
  }

  /** Finds what is to be shown, and shows it; the last to ask is answered. */
  private async refresh(): Promise<void> {
    const arranging = ++this.arranging;
    const { report } = this.tools;
    const { look, rules } = this;
    const moment = momentOf(look.since, report.opened);
    const isRecent = (path: string): boolean => moment === -Infinity || (this.app.vault.getFileByPath(path)?.stat.mtime ?? 0) >= moment || (report.touched.has(path) && moment <= report.opened);
    this.isStale = false;
    const arranged = await arrange({ paths: report.paths, rowsOf: (path) => report.rowsOf(path), rules, isRecent }, look, new Slices(), () => arranging === this.arranging);
    if (!arranged || !this.tree) return;
    this.arranged = arranged;
    this.showHead();
    this.showLines();
  }

  private showHead(): void {
    const { look, arranged, rules } = this;
    const active = this.app.workspace.getActiveFile();
    // Who turns to this view still means the note that was active before.
    if (active) this.here = folderOf(active.path);
    this.head?.show({ look, arranged, rules, here: this.here });
  }

  private showLines(): void {
    this.lines = linesOf(this.arranged.groups, (group) => this.isOpen(group));
    this.tree?.show(this.lines);
  }

  private isOpen({ key, rows }: Group): boolean {
    return this.opened.get(key) ?? (this.look.text !== "" || rows.length <= openUpTo || this.arranged.groups.length === 1);
  }

  private toggle(lines: readonly Line[]): void {
    for (const line of lines) if (line.is === "group") this.opened.set(line.group.key, !line.isOpen);
    this.showLines();
  }

  private open({ path, finding }: Row, newLeaf: PaneType | boolean): void {
    void attempt(() => openPlace(this.app, path, finding, newLeaf));
  }

  private focusList(): void {
    if (this.lines.length > 0) this.tree?.focus(this.tree.place ?? 0);
  }

  private showLineMenu(line: Line, at: { x: number; y: number }): void {
    const place = this.lines.indexOf(line);
    if (place >= 0) this.tree?.focus(place);
    const menu = line.is === "group" ? groupMenu(this.menuTools, line.group, this.look.by) : rowMenu(this.menuTools, line.row);
    menu.onHide(() => this.focusList());
    menu.showAtPosition(at, this.contentEl.doc);
  }

  private showMenu(menu: Menu, below: HTMLElement): void {
    const { left, bottom } = below.getBoundingClientRect();
    menu.onHide(() => below.focus());
    menu.showAtPosition({ x: left, y: bottom }, below.doc);
  }

  private groupingMenu(): Menu {
    const menu = new Menu();
    for (const by of Object.keys(groupings) as Grouping[]) menu.addItem((item) => item.setTitle(groupings[by]).setChecked(this.look.by === by).onClick(() => this.change({ by })));
    menu.addSeparator();
    const setAll = (isOpen: boolean): void => {
      for (const { key } of this.arranged.groups) this.opened.set(key, isOpen);
      this.showLines();
    };
    menu.addItem((item) => item.setTitle("Open all").setIcon("chevrons-up-down").onClick(() => setAll(true)));
    menu.addItem((item) => item.setTitle("Close all").setIcon("chevrons-down-up").onClick(() => setAll(false)));
    return menu;
  }

  private moreMenu(): Menu {
    const { arranged, app, tools: { report, lint }, look: { by } } = this;
    const menu = new Menu();
    const rows = arranged.groups.flatMap((group) => group.rows);
    const shown = { arranged, by, summary: summaryOf(arranged, report.size) };
    const add = (title: string, icon: string, act: () => unknown, isPossible = true): void => void menu.addItem((item) => item.setTitle(title).setIcon(icon).setDisabled(!isPossible).onClick(() => void attempt(act)));
    const what = `${arranged.shown.toLocaleString()} diagnostics`;
    add(report.isBegun ? "Lint again" : "Lint the vault", "refresh-cw", lint);
    addFixMany(menu, this.menuTools, rows);
    menu.addSeparator();
    add("Write report to a note…", "file-plus", () => writeReport(app, shown, today()), arranged.shown > 0);
    add("Copy as Markdown", "copy", async () => copy(this.contentEl.win, await markdownOf(app, shown, ""), what), arranged.shown > 0);
    add("Copy as CSV", "copy", async () => copy(this.contentEl.win, await csvOf(rows), what), arranged.shown > 0);
    menu.addSeparator();
    add("Open in the main area", "external-link", () => openReportTab(app));
    return menu;
  }
}

/** The day as it is written where one lives, year first. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
