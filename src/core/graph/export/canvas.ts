import type { ConceptGraph } from "../concept-graph";
import { drawPicture, type Drawing } from "./drawing";
import { layout } from "./layout";

const width = 320;
const height = 120;

/** The picture of a graph in JSON Canvas 1.0: notes as file nodes, missing ones as text, the sentences on the edges. */
export function toCanvas(graph: ConceptGraph): string {
  const drawing = drawPicture(graph);
  const places = layout(drawing.nodes.map(() => ({ width: width + 60, height: height + 60 })), tiesOf(drawing));
  const nodes = drawing.nodes.map(({ id, label, path }, index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const frame = { id, x: x - width / 2, y: y - height / 2, width, height };
    return path === null ? { ...frame, type: "text", text: label, color: "1" } : { ...frame, type: "file", file: path };
  });
  const edges = drawing.edges.map(({ id, source, target, relation }) => ({
    id,
    fromNode: source.id,
    toNode: target.id,
    ...(relation.kind === "contrast" ? { fromEnd: "arrow", color: "5" } : {}),
    ...(relation.sentence === "" ? {} : { label: relation.sentence }),
  }));
  return `${JSON.stringify({ nodes, edges }, null, "\t")}\n`;
}

/** The edges of a drawing as pairs of places among its nodes; each pair once. */
export function tiesOf({ nodes, edges }: Drawing): [number, number][] {
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const ties = new Map<string, [number, number]>();
  for (const { source, target } of edges) {
    const ends = [places.get(source.id) ?? 0, places.get(target.id) ?? 0].sort((a, b) => a - b);
    const [a = 0, b = 0] = ends;
    if (a !== b) ties.set(`${a} ${b}`, [a, b]);
  }
  return [...ties.values()];
}
