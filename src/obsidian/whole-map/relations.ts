import type { MapContents, MapRelation, Relation } from "../../core/index";
import type { NoteActs } from "../note-acts";
import { addOrigin } from "../origin";
import { addButton } from "../press";

/** What the rows do. */
export interface RelationActs {
  acts: NoteActs;
  /** Goes to another node of the map. */
  go: (node: number) => void;
  /** Opens the note that states a relation, at the words that do. */
  openSource: (relation: Relation, event: MouseEvent) => void;
}

const said: Readonly<Record<Relation["kind"], Record<MapRelation["direction"], string>>> = {
  broader: { out: "broader", in: "narrower" },
  narrower: { out: "narrower", in: "broader" },
  related: { out: "related", in: "names this as related" },
  contrast: { out: "contrasted with", in: "contrasted with" },
  mention: { out: "mentioned here", in: "mentions this" },
  tag: { out: "a tag here", in: "tagged with this" },
};
const kinds: readonly Relation["kind"][] = ["broader", "narrower", "contrast", "related", "mention", "tag"];

/** How many rows there are before one asks for more. */
const page = 40;

/** Tells what a node is tied to, and in which words. */
export function showRelations(parent: HTMLElement, contents: MapContents, node: number, relations: readonly MapRelation[], { acts, go, openSource }: RelationActs): void {
  parent.empty();
  const label = contents.labels[node] ?? "";
  const path = contents.paths[node] ?? null;
  const head = parent.createDiv({ cls: "distinguo-map-of", attr: { role: "heading", "aria-level": "3", dir: "auto" } });
  if (path === null) {
    head.createSpan({ text: label });
    head.createSpan({ cls: "distinguo-badge", text: "missing" });
  } else {
    acts.attach(head.createEl("a", { text: label, href: "#" }), path);
  }
  if (relations.length === 0) {
    parent.createEl("p", { cls: "distinguo-map-none", text: "Tied to nothing yet." });
    return;
  }
  const sorted = [...relations].sort((a, b) => kinds.indexOf(a.relation.kind) - kinds.indexOf(b.relation.kind));
  const list = parent.createEl("ul", { cls: "distinguo-relations" });
  const add = ({ relation, direction, other }: MapRelation): void => {
    const item = list.createEl("li", { cls: "distinguo-relation" });
    const line = item.createDiv({ cls: "distinguo-map-tie" });
    const name = addButton(line, "distinguo-quiet distinguo-map-go", contents.labels[other] ?? "", () => go(other));
    name.setAttribute("dir", "auto");
    name.toggleClass("is-missing", contents.kinds[other] === 2);
    line.createSpan({ cls: "distinguo-map-kind", text: said[relation.kind][direction] });
    if (relation.sentence !== "") item.createDiv({ cls: "distinguo-relation-sentence", text: relation.sentence, attr: { dir: "auto" } });
    addOrigin(item, relation, true, (event) => openSource(relation, event));
  };
  sorted.slice(0, page).forEach(add);
  const rest = sorted.slice(page);
  if (rest.length === 0) return;
  const more = addButton(parent, "distinguo-quiet", `${rest.length} more`, () => {
    more.remove();
    rest.forEach(add);
  });
}
