import type { Spot } from "../outlook";
import type { View } from "./camera";

/** What a node is pinned by. */
export interface Pinning {
  /** The node that an element belongs to, if it can be pinned. */
  node(target: Node | null): { key: string; el: HTMLElement } | undefined;
  /** Where the middle is in the window, and how large the picture. */
  middle(): View;
  pin(key: string, spot: Spot): void;
}

/** A node that is dragged, and where it was taken hold of. */
interface Dragged {
  key: string;
  el: HTMLElement;
  dx: number;
  dy: number;
}

/** Pins a node where it is dropped on the ground. Dropped elsewhere, it is the link that `NoteActs` has given to the drag. */
export function onPinning(ground: HTMLElement, pinning: Pinning): void {
  let dragged: Dragged | undefined;
  ground.addEventListener("dragstart", (event) => {
    const found = pinning.node(event.targetNode);
    if (!found) return;
    const { left, top } = found.el.getBoundingClientRect();
    dragged = { ...found, dx: event.clientX - left, dy: event.clientY - top };
  });
  ground.addEventListener("dragend", () => {
    dragged = undefined;
  });
  ground.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "link";
  });
  ground.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    event.stopPropagation();
    const { x, y, scale } = pinning.middle();
    const { width, height } = dragged.el.getBoundingClientRect();
    const left = (event.clientX - dragged.dx - x) / scale;
    const right = left + width / scale;
    // Kept is where the label begins, seen from the middle, as for those that stand by themselves.
    pinning.pin(dragged.key, { x: Math.round(left + right < 0 ? right : left), y: Math.round((event.clientY - dragged.dy + height / 2 - y) / scale) });
    dragged = undefined;
  });
}
