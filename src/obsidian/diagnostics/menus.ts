import { Menu } from "obsidian";
import { attempt } from "../attempt";
import type { Fixes } from "../fixes/fixes";
import { addQuoting } from "../quoted";
import type { Group, Grouping } from "./arrange";
import { folderName } from "./filter-panel";
import { ignoreHere } from "./ignore";
import type { Look } from "./look";
import { folderOf, type Row } from "./rows";

/** What the menus of lines do. */
export interface MenuTools {
  fixes: Fixes;
  open: (row: Row, newLeaf: "tab" | "split") => void;
  change: (change: Partial<Look>) => void;
  /** Gives the focus back to the list. */
  back: () => void;
}

function add(menu: Menu, section: string, title: string | DocumentFragment, icon: string, act: () => unknown): void {
  menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(() => void attempt(act)));
}

/** The menu of a diagnostic: its fixes, the ways to ignore it, where to open it, what else to see. */
export function rowMenu({ fixes: tools, open, change, back }: MenuTools, row: Row): Menu {
  const { finding, path } = row;
  const { fixes, rule } = finding;
  const menu = new Menu();
  for (const { title } of fixes) {
    const text = createFragment((fragment) => addQuoting(fragment.createSpan({ cls: "distinguo-menu-title" }), title));
    add(menu, "fix", text, "wrench", () => tools.fix(path, finding, title, back));
  }
  if (fixes.length > 0) menu.addSeparator();
  add(menu, "ignore", "Ignore here", "eye-off", () => ignoreHere(tools, row, false));
  add(menu, "ignore", "Ignore here, with a reason…", "pencil", () => ignoreHere(tools, row, true));
  menu.addSeparator();
  add(menu, "open", "Open in new tab", "file-plus", () => open(row, "tab"));
  add(menu, "open", "Open to the right", "separator-vertical", () => open(row, "split"));
  menu.addSeparator();
  add(menu, "filter", `Only “${rule}”`, "list-filter", () => change({ rules: [rule] }));
  add(menu, "filter", `Only in “${folderName(folderOf(path))}”`, "folder", () => change({ folder: folderOf(path) }));
  return menu;
}

/** Adds what mends many places at once. */
export function addFixMany(menu: Menu, { fixes, back }: MenuTools, rows: readonly Row[]): void {
  const fixable = rows.filter(({ finding }) => finding.fixes.length > 0);
  if (fixable.length > 1) add(menu, "fix", `Fix many of these ${fixable.length.toLocaleString()}…`, "wrench", () => fixes.fixMany(fixable, back));
}

/** The menu of a group: what mends it, and what shows it alone. */
export function groupMenu(tools: MenuTools, { key, title, rows }: Group, by: Grouping): Menu {
  const menu = new Menu();
  addFixMany(menu, tools, rows);
  const [first] = rows;
  if (by === "note" && first) add(menu, "open", "Open in new tab", "file-plus", () => tools.open(first, "tab"));
  const only: Partial<Look> = by === "rule" ? { rules: [key] } : by === "folder" ? { folder: key } : by === "note" ? { folder: folderOf(key) } : first ? { severities: [first.finding.severity] } : {};
  add(menu, "filter", by === "note" ? `Only in “${folderName(folderOf(key))}”` : `Only “${title}”`, "list-filter", () => tools.change(only));
  return menu;
}
