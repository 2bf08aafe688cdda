import type { RelationKind } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { drawPicture } from "./drawing";
import { onOneLine } from "./writable";

const arrows: Readonly<Record<RelationKind, string>> = { related: "-->", contrast: "<-->", broader: "==>", narrower: "==>", mention: "-.->", tag: "-.-o" };

/** Mermaid draws no more than this many edges and characters, unless whoever shows the diagram allows more. */
const mostEdges = 500;
const mostText = 50_000;

/**
 * The picture of a graph as a Mermaid flowchart, with the sentences on its edges. A thick arrow leads to the wider concept,
 * whichever of the two says so; a contrast has two heads.
 */
export function toMermaid(graph: ConceptGraph): string {
  const { nodes, edges } = drawPicture(graph);
  const lines = ["flowchart LR"];
  for (const { id, label, kind } of nodes) lines.push(`  ${id}["${escape(label) || " "}"]${kind === "concept" ? "" : `:::${kind}`}`);
  for (const { source, target, relation } of edges) {
    const said = escape(relation.sentence);
    const [from, to] = relation.kind === "narrower" ? [target, source] : [source, target];
    lines.push(`  ${from.id} ${arrows[relation.kind]}${said === "" ? "" : `|"${said}"|`} ${to.id}`);
  }
  for (const { id, isCenter } of nodes) if (isCenter) lines.push(`  class ${id} center`);
  lines.push("  classDef center stroke-width: 3px", "  classDef note stroke-dasharray: 2 2", "  classDef missing stroke-dasharray: 6 4", "");
  const text = lines.join("\n");
  if (edges.length <= mostEdges && text.length <= mostText) return text;
  return `%% ${edges.length} edges, ${text.length} characters: Mermaid draws ${mostEdges} and ${mostText}, unless its maxEdges and maxTextSize are raised.\n${text}`;
}

/** Everything that Mermaid could take for its syntax, for Markdown or for a link becomes one of its entity codes. */
function escape(text: string): string {
  return onOneLine(text).replace(/["#$&*:;<>@\\[\]_`{|}~]|^[+-]|^(?:\d+[.)])+|www\./gi, (found) => [...found].map(entity).join(""));
}

function entity(character: string): string {
  return /[a-z\d]/i.test(character) ? character : `#${character.charCodeAt(0)};`;
}
