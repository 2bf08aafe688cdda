import { setTooltip } from "obsidian";
import type { Relation } from "../core/index";
import { noteName } from "./note-name";
import { onFollow } from "./press";

/** Adds the link to where a note states a relation: an arrow, behind the note's name where that does not stand there already. */
export function addOrigin(parent: HTMLElement, relation: Relation, isNamed: boolean, open: (event: MouseEvent) => void): void {
  const name = noteName(relation.source);
  const origin = parent.createEl("a", { cls: "distinguo-relation-origin", href: "#", text: isNamed ? "↗" : `${name} ↗`, attr: { dir: "auto" } });
  setTooltip(origin, `Go to where ${name} says so, as a ${relation.written}`, { placement: isNamed ? "left" : "top" });
  onFollow(origin, open);
}
