import type { App } from "obsidian";
import type { Among, AmongNode } from "../../core/index";
import { keepPlace } from "../keep-place";
import type { NoteActs } from "../note-acts";
import { openRelation } from "../open-note";
import { addOrigin } from "../origin";
import { addButton } from "../press";

/** How many notes are listed before one asks for more; whoever asks gets twice as many. */
const page = 100;

/** Notes, each with what it says of the others: all that a picture of them shows, for eyes and ears alike. */
export class NotesList {
  private readonly el: HTMLElement;
  private room = page;

  constructor(
    parent: HTMLElement,
    private readonly app: App,
    private readonly acts: NoteActs,
  ) {
    this.el = parent.createDiv({ cls: "distinguo-among" });
  }

  show(found: Among): void {
    keepPlace(this.el, () => this.draw(found));
  }

  private draw(found: Among): void {
    const { el } = this;
    const { nodes, left } = found;
    el.empty();
    const labels = new Map(nodes.map(({ path, label }) => [path, label]));
    const list = el.createEl("ul");
    for (const node of nodes.slice(0, this.room)) this.drawNode(list.createEl("li"), node, labels);
    if (nodes.length > this.room) {
      addButton(el, "distinguo-quiet", `${(nodes.length - this.room).toLocaleString()} more`, () => {
        this.room *= 2;
        this.show(found);
      });
    }
    if (left > 0) el.createEl("p", { cls: "distinguo-report-sum", text: `${left.toLocaleString()} relations are not listed.` });
  }

  private drawNode(item: HTMLElement, { path, label, isConcept, relations }: AmongNode, labels: ReadonlyMap<string, string>): void {
    const name = item.createDiv({ cls: "distinguo-among-name" });
    this.drawNote(name, path, label);
    if (!isConcept) name.createSpan({ cls: "distinguo-badge", text: "note" });
    if (relations.length === 0) return;
    const list = item.createEl("ul");
    for (const relation of relations) {
      const row = list.createEl("li", { cls: "distinguo-among-relation" });
      row.createSpan({ cls: "distinguo-among-kind", text: relation.kind });
      this.drawNote(row, relation.target ?? "", labels.get(relation.target ?? "") ?? relation.label);
      if (relation.sentence !== "") row.createSpan({ cls: "distinguo-relation-sentence", text: relation.sentence, attr: { dir: "auto" } });
      addOrigin(row, relation, true, (event) => void openRelation(this.app, relation, event));
    }
  }

  private drawNote(parent: HTMLElement, path: string, label: string): void {
    const link = parent.createEl("a", { cls: "distinguo-among-link", href: "#", text: label, attr: { dir: "auto" } });
    this.acts.attach(link, path);
  }
}
