import type { RelationKind } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { drawPicture, tiesOf, type DrawnEdge, type DrawnNode } from "./drawing";
import { shownLabel, textWidth } from "./label-size";
import { layout, type Box, type Point } from "./layout";
import { xmlText } from "./xml";

const margin = 24;

/** What a line between two nodes shows when it stands for several relations: the first of these. */
const strength: readonly RelationKind[] = ["contrast", "broader", "narrower", "related", "mention", "tag"];

const style = [
  "text{font:13px system-ui,sans-serif;fill:#3a3f47;text-anchor:middle;dominant-baseline:central}",
  "rect{fill:#ffffff;stroke:#7c8594;stroke-width:1.2}",
  ".center rect{stroke-width:3}",
  ".note rect{stroke-dasharray:2 2}",
  ".missing rect{stroke:#b3763a;stroke-dasharray:6 4}",
  ".missing text{fill:#96602b}",
  "path{fill:none;stroke:#98a1b0;stroke-width:1;stroke-opacity:.55}",
  "path.contrast{stroke:#7a5fc0;stroke-width:2;stroke-opacity:1}",
  "path.hierarchy{stroke:#3f8f6b;stroke-width:1.6;stroke-opacity:1}",
  "path.mention{stroke-dasharray:2 3}",
  "path.tag{stroke-dasharray:8 3 2 3}",
  "marker path{fill:#3f8f6b;stroke:none}",
  ".relations path:hover{stroke-width:4;stroke-opacity:1}",
  "@media (prefers-color-scheme:dark){text{fill:#d7dbe2}rect{fill:#22262d}.missing text{fill:#dda56c}}",
].join("");

const arrow = '<defs><marker id="distinguo-wider" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z"/></marker></defs>';

interface Placed {
  node: DrawnNode;
  point: Point;
  box: Box;
}

/**
 * The picture of a graph as SVG: concepts as boxes, relations as lines, the sentences as tooltips; an arrow points at a wider
 * concept. Without a background, in colours that stand on a light or a dark one.
 */
export function toSvg(graph: ConceptGraph): string {
  const drawing = drawPicture(graph);
  const boxes = drawing.nodes.map(({ label }): Box => ({ width: textWidth(shownLabel(label)) + 20, height: 28 }));
  const points = layout(boxes, tiesOf(drawing));
  const placed = new Map(drawing.nodes.map((node, index): [string, Placed] => [node.id, { node, point: points[index] ?? { x: 0, y: 0 }, box: boxes[index] ?? { width: 0, height: 0 } }]));
  const frame = frameOf([...placed.values()]);
  const count = (kind: DrawnNode["kind"]) => drawing.nodes.filter((node) => node.kind === kind).length;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.x} ${frame.y} ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img">`,
    `<title>${count("concept")} concepts, ${count("note")} other notes, ${count("missing")} missing concepts, ${drawing.edges.length} relations</title>`,
    `<style>${style}</style>`,
    arrow,
    '<g class="relations">',
    ...pairsOf(drawing.edges).map((edges) => lineOf(edges, placed)),
    "</g>",
    '<g class="concepts">',
    ...[...placed.values()].map(nodeOf),
    "</g>",
    "</svg>",
  ];
  return `${lines.join("\n")}\n`;
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

function lineOf(edges: readonly DrawnEdge[], placed: ReadonlyMap<string, Placed>): string {
  const [first] = edges;
  const [from, to] = [placed.get(first?.source.id ?? ""), placed.get(first?.target.id ?? "")];
  if (!from || !to) return "";
  const kind = strength.find((known) => edges.some(({ relation }) => relation.kind === known)) ?? "related";
  const wider = new Set(edges.flatMap(({ source, target, relation }) => (relation.kind === "broader" ? [target.id] : relation.kind === "narrower" ? [source.id] : [])));
  const heads = [wider.has(from.node.id) ? ' marker-start="url(#distinguo-wider)"' : "", wider.has(to.node.id) ? ' marker-end="url(#distinguo-wider)"' : ""].join("");
  const [start, end] = [borderTowards(from, to.point), borderTowards(to, from.point)];
  const said = edges.map(({ source, target, relation }) => `${source.label} → ${target.label}${relation.sentence === "" ? "" : `: ${relation.sentence}`}`).join(" · ");
  return `<path class="${kind === "broader" || kind === "narrower" ? "hierarchy" : kind}"${heads} d="M${start.x} ${start.y}L${end.x} ${end.y}"><title>${xmlText(said)}</title></path>`;
}

/** Where the way from the middle of a box to another point leaves the box. */
function borderTowards({ point, box }: Placed, to: Point): Point {
  const [dx, dy] = [to.x - point.x, to.y - point.y];
  const share = Math.min(1, box.width / 2 / Math.max(1e-9, Math.abs(dx)), box.height / 2 / Math.max(1e-9, Math.abs(dy)));
  return { x: Math.round(point.x + dx * share), y: Math.round(point.y + dy * share) };
}

function nodeOf({ node: { kind, label, path, isCenter }, point: { x, y }, box: { width, height } }: Placed): string {
  const title = `${label} (${path ?? "no note of this name"})`;
  return `<g class="${isCenter ? `${kind} center` : kind}"><title>${xmlText(title)}</title><rect x="${x - Math.round(width / 2)}" y="${y - height / 2}" width="${width}" height="${height}" rx="6"/><text x="${x}" y="${y}">${xmlText(shownLabel(label))}</text></g>`;
}

function frameOf(placed: readonly Placed[]): { x: number; y: number; width: number; height: number } {
  if (placed.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { point: { x, y }, box: { width, height } } of placed) {
    left = Math.min(left, x - width / 2);
    right = Math.max(right, x + width / 2);
    top = Math.min(top, y - height / 2);
    bottom = Math.max(bottom, y + height / 2);
  }
  const corner = { x: Math.floor(left) - margin, y: Math.floor(top) - margin };
  return { ...corner, width: Math.ceil(right) + margin - corner.x, height: Math.ceil(bottom) + margin - corner.y };
}
