/** What keys do in the picture. */
export interface KeyActs {
  /** Goes to the nearest node in a direction. */
  go(dx: number, dy: number): void;
  /** Puts the node that has the focus a little further on, and keeps it there. */
  nudge(dx: number, dy: number): void;
  pan(dx: number, dy: number): void;
  zoom(factor: number): void;
  fit(): void;
  toggle(): void;
  toMiddle(): void;
  /** From the middle to the ground, where arrows move the picture. */
  toGround(): void;
}

const arrows: Record<string, readonly [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How far a key moves the picture, and a node, in CSS pixels. */
const step = 60;
const nudge = 12;

/** Does what a key stands for; false where it stands for nothing here. */
export function pressKey(event: KeyboardEvent, at: "ground" | "middle" | "node" | "rest", acts: KeyActs): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  // Alt and an arrow go back and forward in the whole view.
  if (altKey || ctrlKey || metaKey) return false;
  const arrow = arrows[key];
  if (arrow) {
    const [dx, dy] = arrow;
    if (at === "ground") acts.pan(-dx * step, -dy * step);
    else if (!shiftKey) acts.go(dx, dy);
    else if (at === "node") acts.nudge(dx * nudge, dy * nudge);
    return true;
  }
  if (key === "+" || key === "=") acts.zoom(1.25);
  else if (key === "-" || key === "−") acts.zoom(0.8);
  else if (key === "0") acts.fit();
  else if (key === "Home") acts.toMiddle();
  else if (key === "Escape" && at === "middle") acts.toGround();
  else if (key === "Escape" || (key === "Enter" && at === "ground")) acts.toMiddle();
  else if (key === " " && at !== "rest") acts.toggle();
  else return false;
  return true;
}

/** Of boxes, the nearest whose middle lies in a direction from that of another; what lies aside is further away. */
export function nearest<Box extends { x: number; y: number }>(from: Box, boxes: Iterable<Box>, dx: number, dy: number): Box | undefined {
  let best: Box | undefined;
  let least = Infinity;
  for (const box of boxes) {
    const along = (box.x - from.x) * dx + (box.y - from.y) * dy;
    const aside = Math.abs((box.x - from.x) * dy) + Math.abs((box.y - from.y) * dx);
    if (box === from || along < 4) continue;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [box, distance];
  }
  return best;
}
