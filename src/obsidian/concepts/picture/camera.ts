import type { Box } from "./layout";

/** How the picture is put on its ground: what is drawn at (0, 0) appears at (`x`, `y`), `scale` times as large. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

const least = 0.2;
const most = 3;
/** How small the names may become by themselves: ten pixels high, where they are twelve. */
const legible = 0.84;
/** How far down the middle may stand, as a part of the height, where not all is in sight. */
const lowest = 0.6;
/** How much of the picture is always in sight, in CSS pixels. */
const inSight = 48;

/** As one finds it: the middle where it always is, all that is seen at first in sight, and nothing larger than drawn. */
export function homeView(home: Box, { width, height }: Size, scale = 1): View {
  const needed = home.bottom - home.top;
  const fitting = Math.max(legible, Math.min(scale, height / needed));
  const spare = Math.max(0, height - needed * fitting) / 2;
  const y = spare - home.top * fitting;
  return { x: width / 2, y: needed * fitting > height + 1 ? Math.max(Math.min(y, height * lowest), height - home.bottom * fitting) : y, scale: fitting };
}

/** All there is in sight, as far as it can be read then; else the middle, and as much round it. */
export function fitView({ left, right, top, bottom }: Box, { width, height }: Size): View {
  const scale = Math.max(legible, Math.min(1, width / (right - left), height / (bottom - top)));
  if (scale * (bottom - top) > height + 1 || scale * (right - left) > width + 1) return homeView({ left, right, top, bottom }, { width, height });
  return { x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale, scale };
}

/** Larger or smaller by a factor, with what lies at a point staying there. */
export function zoomed(view: View, factor: number, at: { x: number; y: number }): View {
  const scale = Math.max(least, Math.min(most, view.scale * factor));
  const by = scale / view.scale;
  return { x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by, scale };
}

/** The nearest view in which some of the picture is in sight. */
export function held(view: View, { left, right, top, bottom }: Box, { width, height }: Size): View {
  const { scale } = view;
  const between = (value: number, low: number, high: number): number => Math.max(Math.min(low, high), Math.min(Math.max(low, high), value));
  return { scale, x: between(view.x, inSight - right * scale, width - inSight - left * scale), y: between(view.y, inSight - bottom * scale, height - inSight - top * scale) };
}

/** The least move after which a box is in sight; its beginning, if it is too large for that. */
export function showing(view: View, box: Box, { width, height }: Size): View {
  const { scale } = view;
  const move = (low: number, high: number, size: number): number => (low < 6 ? 6 - low : high > size - 6 ? Math.max(6 - low, size - 6 - high) : 0);
  return {
    scale,
    x: view.x + move(view.x + box.left * scale, view.x + box.right * scale, width),
    y: view.y + move(view.y + box.top * scale, view.y + box.bottom * scale, height),
  };
}

/** Whether there is more than is in sight. */
export function isLoose({ x, y, scale }: View, { left, right, top, bottom }: Box, { width, height }: Size): boolean {
  return x + left * scale < -1 || x + right * scale > width + 1 || y + top * scale < -1 || y + bottom * scale > height + 1;
}
