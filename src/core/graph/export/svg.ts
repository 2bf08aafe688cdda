import type { ConceptGraph } from "../concept-graph";
import { tiesOf } from "./canvas";
import { drawPicture, type DrawnEdge, type DrawnNode } from "./drawing";
import { layout, type Box, type Point } from "./layout";
import { xmlText } from "./xml";

const letter = 7.2;
const margin = 24;
const longestLabel = 32;

const style = [
  "text{font:13px system-ui,sans-serif;fill:#3a3f47;text-anchor:middle;dominant-baseline:central}",
  "rect{fill:#ffffff;stroke:#7c8594;stroke-width:1.2}",
  ".note rect{stroke-dasharray:2 2}",
  ".missing rect{stroke:#b3763a;stroke-dasharray:6 4}",
  ".missing text{fill:#96602b}",
  "path{fill:none;stroke:#98a1b0;stroke-width:1;stroke-opacity:.55}",
  "path.contrast{stroke:#7a5fc0;stroke-width:2;stroke-opacity:1}",
  "@media (prefers-color-scheme:dark){text{fill:#d7dbe2}rect{fill:#22262d}.missing text{fill:#dda56c}}",
].join("");

/**
 * The picture of a graph as SVG: concepts as boxes, relations as lines, the sentences as tooltips. Without a background,
 * in colours that stand on a light or a dark one.
 */
export function toSvg(graph: ConceptGraph): string {
  const drawing = drawPicture(graph);
  const boxes = drawing.nodes.map(boxOf);
  const points = layout(boxes, tiesOf(drawing));
  const frame = frameOf(points, boxes);
  const placed = new Map(drawing.nodes.map((node, index) => [node.id, { node, point: points[index] ?? { x: 0, y: 0 }, box: boxes[index] ?? boxOf(node) }]));
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.x} ${frame.y} ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img">`,
    `<title>${graph.concepts.length} concepts, what they relate to, and ${drawing.edges.length} relations</title>`,
    `<style>${style}</style>`,
    '<g class="relations">',
    ...pairsOf(drawing.edges).map((edges) => lineOf(edges, (id) => placed.get(id)?.point ?? { x: 0, y: 0 })),
    "</g>",
    '<g class="concepts">',
    ...[...placed.values()].map(({ node, point, box }) => nodeOf(node, point, box)),
    "</g>",
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
}

function boxOf({ label }: DrawnNode): Box {
  return { width: Math.round(cut(label).length * letter) + 20, height: 28 };
}

function cut(label: string): string {
  const letters = [...label];
  return letters.length > longestLabel ? `${letters.slice(0, longestLabel - 1).join("")}…` : label;
}

/** The edges between the same two nodes, in either direction, are one line. */
function pairsOf(edges: readonly DrawnEdge[]): DrawnEdge[][] {
  const pairs = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const key = [edge.source.id, edge.target.id].sort().join(" ");
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  return [...pairs.values()];
}

function lineOf(edges: readonly DrawnEdge[], pointOf: (id: string) => Point): string {
  const [first] = edges;
  if (!first) return "";
  const from = pointOf(first.source.id);
  const to = pointOf(first.target.id);
  const isContrast = edges.some(({ relation }) => relation.kind === "contrast");
  const said = edges.map(({ source, target, relation }) => `${source.label} → ${target.label}${relation.sentence === "" ? "" : `: ${relation.sentence}`}`).join(" · ");
  return `<path class="${isContrast ? "contrast" : first.relation.kind}" d="M${from.x} ${from.y}L${to.x} ${to.y}"><title>${xmlText(said)}</title></path>`;
}

function nodeOf({ kind, label, path }: DrawnNode, { x, y }: Point, { width, height }: Box): string {
  const title = path === null ? "no note of this name" : path;
  return `<g class="${kind}"><title>${xmlText(`${label} (${title})`)}</title><rect x="${x - Math.round(width / 2)}" y="${y - height / 2}" width="${width}" height="${height}" rx="6"/><text x="${x}" y="${y}">${xmlText(cut(label))}</text></g>`;
}

function frameOf(points: readonly Point[], boxes: readonly Box[]): { x: number; y: number; width: number; height: number } {
  if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  points.forEach(({ x, y }, index) => {
    const { width, height } = boxes[index] ?? { width: 0, height: 0 };
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  });
  const corner = { x: Math.floor(left) - margin, y: Math.floor(top) - margin };
  return { ...corner, width: Math.ceil(right) + margin - corner.x, height: Math.ceil(bottom) + margin - corner.y };
}
