import type { Menu, MenuItem } from "obsidian";
import { isTelling, keyOf, type Around, type AroundNode, type Relation } from "../../core/index";
import { noteName } from "../note-name";
import type { Desk } from "./desk";

/** How many places that speak of a node are offered, and how much of each sentence is shown, in UTF-16 units. */
const few = 4;
const short = 48;

/** Where a node stands that is asked about. */
export interface NodeContext {
  desk: Desk;
  around: Around | undefined;
  isPinned: boolean;
  /** Keeps the node where it stands in the picture; undefined where it stands nowhere. */
  pin: (() => void) | undefined;
}

/** What is said of a node and those at hand, what is said on purpose first. */
function relationsOf(key: string, around: Around | undefined): Relation[] {
  const found = new Map<string, Relation>();
  for (const ends of Object.values(around?.neighbors ?? {})) {
    for (const end of ends) if (keyOf(end) === key) found.set(`${end.relation.source} ${end.relation.from}`, end.relation);
  }
  const all = [...found.values()];
  return [...all.filter(({ kind }) => isTelling(kind)), ...all.filter(({ kind }) => !isTelling(kind))];
}

function told({ sentence, source }: Relation): string {
  if (sentence === "") return `Go to where ${noteName(source)} says so`;
  return `Go to “${sentence.length > short ? `${sentence.slice(0, short).trimEnd()}…` : sentence}”`;
}

/** Puts into a menu what can be done with a node here. */
export function addNodeItems(menu: Menu, node: AroundNode, { desk, around, isPinned, pin }: NodeContext): void {
  const { path, key, ring } = node;
  const add = (title: string, icon: string, act: Parameters<MenuItem["onClick"]>[0]): void =>
    void menu.addItem((item) => item.setSection("distinguo").setTitle(title).setIcon(icon).onClick(act));
  if (path === null) add("Create note", "file-plus", () => desk.create(node));
  if (path !== null && ring > 0) {
    add("Show in the middle", "locate", () => desk.moveTo(path));
    if (node.isOpen || node.beyond > 0) add(node.isOpen ? "Collapse" : "Expand", node.isOpen ? "minus" : "plus", () => desk.toggle(key));
  }
  if (isPinned) add("Unpin", "pin-off", () => desk.pin(key, null));
  else if (pin && ring > 0) add("Pin", "pin", pin);
  if (ring === 0) return;
  for (const relation of relationsOf(key, around).slice(0, few)) add(told(relation), "quote", (event) => desk.openSource(relation, event));
}
