import type { RelationKind } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { drawPicture, tiesOf } from "./drawing";
import { layout, type Point } from "./layout";

type Side = "top" | "right" | "bottom" | "left";
type End = "none" | "arrow";

interface Frame {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  color?: string;
}

type CanvasNode = (Frame & { type: "file"; file: string }) | (Frame & { type: "text"; text: string });

interface CanvasEdge {
  id: string;
  fromNode: string;
  fromSide: Side;
  fromEnd: End;
  toNode: string;
  toSide: Side;
  toEnd: End;
  color?: string;
  label?: string;
}

const width = 320;
const height = 120;
const gap = 60;

/** Obsidian's colours by number, so that they follow the theme: red, orange, yellow, green, cyan, purple. */
const colors: Readonly<Partial<Record<RelationKind | "missing" | "center", string>>> = { missing: "1", mention: "3", tag: "2", broader: "4", narrower: "4", contrast: "5", center: "6" };

/** The picture of a graph in JSON Canvas 1.0: notes as file nodes, missing ones as text, the sentences on the edges. */
export function toCanvas(graph: ConceptGraph): string {
  return `${JSON.stringify(canvasOf(graph), null, "\t")}\n`;
}

/** The same as a value. */
export function canvasOf(graph: ConceptGraph): { nodes: CanvasNode[]; edges: CanvasEdge[] } {
  const drawing = drawPicture(graph);
  const places = layout(drawing.nodes.map(() => ({ width: width + gap, height: height + gap })), tiesOf(drawing));
  const placed = new Map(drawing.nodes.map(({ id }, index) => [id, places[index] ?? { x: 0, y: 0 }]));
  const placeOf = (id: string) => placed.get(id) ?? { x: 0, y: 0 };
  return {
    nodes: drawing.nodes.map(({ id, label, path, isCenter }): CanvasNode => {
      const { x, y } = placeOf(id);
      const frame = { id, x: x - width / 2, y: y - height / 2, width, height, ...colored(path === null ? "missing" : isCenter ? "center" : "related") };
      return path === null ? { ...frame, type: "text", text: label } : { ...frame, type: "file", file: path };
    }),
    edges: drawing.edges.map(({ id, source, target, relation: { kind, sentence } }): CanvasEdge => {
      const [from, to] = [placeOf(source.id), placeOf(target.id)];
      return {
        id,
        fromNode: source.id,
        fromSide: sideTowards(from, to),
        fromEnd: kind === "contrast" || kind === "narrower" ? "arrow" : "none",
        toNode: target.id,
        toSide: sideTowards(to, from),
        toEnd: kind === "narrower" ? "none" : "arrow",
        ...colored(kind),
        ...(sentence === "" ? {} : { label: sentence }),
      };
    }),
  };
}

function colored(what: keyof typeof colors): { color?: string } {
  const color = colors[what];
  return color === undefined ? {} : { color };
}

/** The side of a card that looks at another. */
function sideTowards(from: Point, to: Point): Side {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) * height > Math.abs(dy) * width) return dx > 0 ? "right" : "left";
  return dy > 0 ? "bottom" : "top";
}
