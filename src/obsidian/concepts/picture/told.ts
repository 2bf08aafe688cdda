import { setTooltip } from "obsidian";
import type { Neighbor, Relation } from "../../../core/index";
import { noteName } from "../../note-name";
import { onFollow } from "../../press";
import type { Desk } from "../desk";

/** What is said where a note gives no sentence. */
const silent: Record<Relation["kind"], string> = {
  related: "Named without a reason.",
  broader: "Named as the broader one.",
  narrower: "Named as the narrower one.",
  contrast: "Set against each other.",
  mention: "Linked in passing.",
  tag: "Named by a tag.",
};

/** What the line at the lower edge of the picture tells of. */
export interface Told {
  title: string;
  note: string;
  ties: readonly Neighbor[];
}

/** Says what ties two nodes, and where that stands; without anything to tell, how to ask. */
export function drawTold(el: HTMLElement, told: Told | undefined, desk: Desk): void {
  el.empty();
  el.scrollTop = 0;
  el.toggleClass("is-idle", !told);
  if (!told) {
    el.createSpan({ text: "Point at a name or a line to read what ties them." });
    return;
  }
  const head = el.createDiv({ cls: "distinguo-told-head" });
  head.createSpan({ cls: "distinguo-told-title", text: told.title, attr: { dir: "auto" } });
  if (told.note !== "") head.createSpan({ cls: "distinguo-told-note", text: told.note });
  const seen = new Set<string>();
  for (const { relation } of told.ties) {
    const { source, sentence, kind } = relation;
    const text = sentence === "" ? silent[kind] : sentence;
    if (seen.has(source + text)) continue;
    seen.add(source + text);
    const tie = el.createDiv({ cls: "distinguo-told-tie" });
    tie.createSpan({ cls: sentence === "" ? "distinguo-told-silent" : "distinguo-told-sentence", text, attr: { dir: "auto" } });
    const name = noteName(source);
    const origin = tie.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: `${name} ↗`, attr: { dir: "auto" } });
    setTooltip(origin, `Go to where ${name} says so, as a ${relation.written}`, { placement: "top" });
    onFollow(origin, (event) => desk.openSource(relation, event));
  }
}
