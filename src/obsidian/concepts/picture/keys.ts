import { directionOf } from "../../nearest";

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

/** How far a key moves the picture, and a node, in CSS pixels. */
const step = 60;
const nudge = 12;

/** Does what a key stands for; false where it stands for nothing here. */
export function pressKey(event: KeyboardEvent, at: "ground" | "middle" | "node" | "rest", acts: KeyActs): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  // Alt and an arrow go back and forward in the whole view.
  if (altKey || ctrlKey || metaKey) return false;
  const [dx, dy] = directionOf(key);
  if (dx !== 0 || dy !== 0) {
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
