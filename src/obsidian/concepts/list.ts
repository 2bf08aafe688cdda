import { setTooltip } from "obsidian";
import type { Neighbor, Relation } from "../../core/index";
import { wayBack } from "../keep-place";
import { noteName } from "../note-name";
import { addButton, onFollow } from "../press";
import { farEnd } from "./kin";

/** What the rows of a list do. */
export interface ListActions {
  open(path: string, event: MouseEvent): void;
  /** Opens the note that states a relation, at the words that do. */
  openSource(relation: Relation, event: MouseEvent): void;
}

/** Where relations stand that the note states, and where those that another states about it; in the order of the list. */
const titles: Record<Relation["kind"], Record<Neighbor["direction"], string>> = {
  broader: { out: "Broader", in: "Narrower" },
  narrower: { out: "Narrower", in: "Broader" },
  related: { out: "Related", in: "Named as related by" },
  contrast: { out: "Contrasted with", in: "Contrasted with" },
  mention: { out: "Mentions", in: "Mentioned in" },
  tag: { out: "Tags", in: "Tagged with this" },
};

/** How many rows a group shows before it counts the rest. */
const cap = 12;

/** One neighbour for each thing that is said: what says nothing of a far end that has a row already is left out. */
function rowsOf(neighbors: readonly Neighbor[]): Neighbor[] {
  const told = new Map<string, Neighbor>();
  for (const neighbor of neighbors) if (!told.get(farEnd(neighbor))?.relation.sentence) told.set(farEnd(neighbor), neighbor);
  return neighbors.filter((neighbor) => neighbor.relation.sentence !== "" || told.get(farEnd(neighbor)) === neighbor);
}

/** A name without what often tells a file's name from its title. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, " ");
}

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
  // Neither this note nor the one that the row begins with needs to be named again; that leaves the label more room.
  const isNamed = direction === "out" || folded(source) === folded(label);
  const origin = item.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: isNamed ? "↗" : source, attr: { dir: "auto" } });
  setTooltip(origin, `Go to where ${source} says so, as a ${relation.written}`, { placement: "left" });
  onFollow(origin, (event) => actions.openSource(relation, event));
}

/**
 * Lists the relations of a concept in both directions, each with its sentence and where it comes from.
 * @param unfolded the titles of the groups that show all they have; one that is asked for more is added
 */
export function buildList(parent: HTMLElement, neighbors: readonly Neighbor[], actions: ListActions, unfolded: Set<string>): void {
  for (const title of new Set(Object.values(titles).flatMap((pair) => [pair.out, pair.in]))) {
    const own = rowsOf(neighbors.filter(({ relation, direction }) => titles[relation.kind][direction] === title));
    if (own.length === 0) continue;
    // Named by its heading: an aria-label would be shown as a tooltip.
    const id = `distinguo-${title.toLowerCase().replace(/ /g, "-")}`;
    const section = parent.createEl("section", { cls: "distinguo-group", attr: { "aria-labelledby": id } });
    const heading = section.createDiv({ cls: "distinguo-group-title" });
    heading.createSpan({ text: title, attr: { id, role: "heading", "aria-level": "3" } });
    heading.createSpan({ cls: "distinguo-count", text: String(own.length) });
    const list = section.createEl("ul", { cls: "distinguo-relations" });
    for (const neighbor of unfolded.has(title) ? own : own.slice(0, cap)) addRow(list, neighbor, actions);
    const rest = own.slice(cap);
    if (rest.length === 0 || unfolded.has(title)) continue;
    addButton(section, "distinguo-quiet", `${rest.length} more`, (more) => {
      const onward = wayBack(section, more);
      unfolded.add(title);
      more.remove();
      for (const neighbor of rest) addRow(list, neighbor, actions);
      onward();
    });
  }
}
