import type { Size, View } from "./camera";
import type { Plan } from "./layout";

/** On which side of its ground something is out of sight. */
export type Way = "up" | "down" | "left" | "right";

/** How many names are out of sight on each side. */
export function outside({ placed, rests }: Plan, { x, y, scale }: View, { width, height }: Size): Record<Way, number> {
  const counts = { up: 0, down: 0, left: 0, right: 0 };
  const count = (at: { x: number; y: number; side: number }, many: number): void => {
    const [left, top] = [x + (at.x + at.side * 20) * scale, y + at.y * scale];
    if (top < 4) counts.up += many;
    else if (top > height - 4) counts.down += many;
    else if (left < 0) counts.left += many;
    else if (left > width) counts.right += many;
  };
  for (const one of placed) count(one, 1);
  for (const one of rests) count(one, one.isFolded ? one.count : 0);
  return counts;
}
