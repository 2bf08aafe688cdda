import { setTooltip } from "obsidian";
import { keyOf as farEnd, type Around, type Neighbor, type Relation } from "../../core/index";
import { keepPlace } from "../keep-place";
import { noteName } from "../note-name";
import { onFollow } from "../press";
import type { Desk } from "./desk";

/** Where relations stand that the note states, and where those that another states about it; in the order of the list. */
const titles: Record<Relation["kind"], Record<Neighbor["direction"], string>> = {
  broader: { out: "Broader", in: "Narrower" },
  narrower: { out: "Narrower", in: "Broader" },
  related: { out: "Related", in: "Named as related by" },
  contrast: { out: "Contrasted with", in: "Contrasted with" },
  mention: { out: "Mentions", in: "Mentioned in" },
  tag: { out: "Tags", in: "Tagged with this" },
};

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

function addRow(list: HTMLElement, { relation, direction, path, label }: Neighbor, desk: Desk): void {
  const item = list.createEl("li", { cls: "distinguo-relation" });
  if (path === null) {
    const missing = item.createDiv({ cls: "distinguo-relation-label is-missing" });
    missing.createSpan({ text: label });
    missing.createSpan({ cls: "distinguo-badge", text: "missing" });
  } else {
    const link = item.createEl("a", { cls: "distinguo-relation-label", href: "#", text: label });
    desk.acts.attach(link, path);
  }
  if (relation.sentence !== "") item.createDiv({ cls: "distinguo-relation-sentence", text: relation.sentence });
  const source = noteName(relation.source);
  // Neither this note nor the one that the row begins with needs to be named again; that leaves the label more room.
  const isNamed = direction === "out" || folded(source) === folded(label);
  const origin = item.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: isNamed ? "↗" : source, attr: { dir: "auto" } });
  setTooltip(origin, `Go to where ${source} says so, as a ${relation.written}`, { placement: "left" });
  onFollow(origin, (event) => desk.openSource(relation, event));
}

/** The relations of a concept in both directions, each with its sentence and where it comes from. */
export class ConceptList {
  private readonly el: HTMLElement;

  constructor(
    parent: HTMLElement,
    private readonly desk: Desk,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-list" });
  }

  show({ nodes: [middle], neighbors }: Around): void {
    keepPlace(this.el, () => this.draw(neighbors[middle?.key ?? ""] ?? []));
  }

  mark(key: string | null): void {
    for (const row of this.el.findAll(".distinguo-relation")) row.toggleClass("is-marked", row.dataset["key"] === key);
  }

  unload(): void {
    this.el.remove();
  }

  private draw(neighbors: readonly Neighbor[]): void {
    this.el.empty();
    for (const title of new Set(Object.values(titles).flatMap((pair) => [pair.out, pair.in]))) {
      const own = rowsOf(neighbors.filter(({ relation, direction }) => titles[relation.kind][direction] === title));
      if (own.length === 0) continue;
      const id = `distinguo-${title.toLowerCase().replace(/ /g, "-")}`;
      const section = this.el.createEl("section", { cls: "distinguo-group", attr: { "aria-labelledby": id } });
      const heading = section.createDiv({ cls: "distinguo-group-title" });
      heading.createSpan({ text: title, attr: { id, role: "heading", "aria-level": "3" } });
      heading.createSpan({ cls: "distinguo-count", text: String(own.length) });
      const list = section.createEl("ul", { cls: "distinguo-relations" });
      for (const neighbor of own) addRow(list, neighbor, this.desk);
    }
  }
}
