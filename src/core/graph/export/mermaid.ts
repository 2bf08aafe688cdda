import type { RelationKind } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { drawPicture } from "./drawing";

const arrows: Readonly<Record<RelationKind, string>> = { related: "-->", contrast: "<-->", broader: "-->", narrower: "-->", mention: "-.->", tag: "-.->" };

/** The picture of a graph as a Mermaid flowchart, with the sentences on its edges. */
export function toMermaid(graph: ConceptGraph): string {
  const { nodes, edges } = drawPicture(graph);
  const lines = ["flowchart LR"];
  for (const { id, label, kind } of nodes) lines.push(`  ${id}["${escape(label)}"]${kind === "concept" ? "" : `:::${kind}`}`);
  for (const { source, target, relation } of edges) {
    const said = escape(relation.sentence);
    lines.push(`  ${source.id} ${arrows[relation.kind]}${said === "" ? "" : `|"${said}"|`} ${target.id}`);
  }
  lines.push("  classDef note stroke-dasharray: 2 2", "  classDef missing stroke-dasharray: 6 4");
  return `${lines.join("\n")}\n`;
}

/** Everything that a quoted Mermaid text could take for syntax becomes one of its entity codes. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/["#&;<>`\\[\]{}|]/g, (character) => `#${character.charCodeAt(0)};`);
}
