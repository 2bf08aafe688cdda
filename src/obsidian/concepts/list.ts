import { setTooltip } from "obsidian";
import type { Neighbor, Relation } from "../../core/index";
import { noteName } from "../note-name";
import { addButton, onFollow } from "../press";

/** What the rows of a list do. */
export interface ListActions {
  open(path: string, event: MouseEvent): void;
  /** Opens the note that states a relation, at the words that do. */
  openSource(relation: Relation, event: MouseEvent): void;
}

interface Group {
  title: string;
  has: (neighbor: Neighbor) => boolean;
}

const groups: readonly Group[] = [
  { title: "Related", has: ({ relation, direction }) => relation.kind === "related" && direction === "out" },
  { title: "Named as related by", has: ({ relation, direction }) => relation.kind === "related" && direction === "in" },
  { title: "Contrasted with", has: ({ relation }) => relation.kind === "contrast" },
  { title: "Mentions", has: ({ relation, direction }) => relation.kind === "mention" && direction === "out" },
  { title: "Mentioned in", has: ({ relation, direction }) => relation.kind === "mention" && direction === "in" },
  { title: "Tags", has: ({ relation, direction }) => relation.kind === "tag" && direction === "out" },
  { title: "Tagged with this", has: ({ relation, direction }) => relation.kind === "tag" && direction === "in" },
];

/** How many rows a group shows before it counts the rest. */
const cap = 12;

function addRow(list: HTMLElement, { relation, direction, path, label }: Neighbor, actions: ListActions): void {
  const item = list.createEl("li", { cls: "distinguo-relation" });
  if (path === null) {
    const missing = item.createDiv({ cls: "distinguo-relation-label is-missing" });
    missing.createSpan({ text: label });
    missing.createSpan({ cls: "distinguo-badge", text: "missing" });
  } else {
    const link = item.createEl("a", { cls: "distinguo-relation-label", href: "#", text: label });
    onFollow(link, (event) => actions.open(path, event));
  }
  if (relation.sentence !== "") item.createDiv({ cls: "distinguo-relation-sentence", text: relation.sentence });
  const source = noteName(relation.source);
  // A name that the row begins with leaves that name more room when it is not said twice.
  const origin = item.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: direction === "out" ? "this note" : source === label ? "that note" : source });
  setTooltip(origin, `Go to where ${source} says so, as a ${relation.written}`, { placement: "left" });
  onFollow(origin, (event) => actions.openSource(relation, event));
}

/** Lists the relations of a concept in both directions, each with its sentence and where it comes from. */
export function buildList(parent: HTMLElement, neighbors: readonly Neighbor[], actions: ListActions): void {
  for (const { title, has } of groups) {
    const own = neighbors.filter(has);
    if (own.length === 0) continue;
    // Named by its heading: an aria-label would be shown as a tooltip.
    const id = `distinguo-${title.toLowerCase().replace(/ /g, "-")}`;
    const section = parent.createEl("section", { cls: "distinguo-group", attr: { "aria-labelledby": id } });
    const heading = section.createDiv({ cls: "distinguo-group-title" });
    heading.createSpan({ text: title, attr: { id, role: "heading", "aria-level": "3" } });
    heading.createSpan({ cls: "distinguo-count", text: String(own.length) });
    const list = section.createEl("ul", { cls: "distinguo-relations" });
    for (const neighbor of own.slice(0, cap)) addRow(list, neighbor, actions);
    const rest = own.slice(cap);
    if (rest.length === 0) continue;
    addButton(section, "distinguo-quiet", `${rest.length} more`, (more) => {
      more.remove();
      for (const neighbor of rest) addRow(list, neighbor, actions);
      list.children.item(cap)?.querySelector("a")?.focus();
    });
  }
}
