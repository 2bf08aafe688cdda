/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far down the screen something reaches, and from where. */
export type Reach = Pick<Box, "top" | "bottom">;

/** Where a card stands, and how high it may be. */
export interface Spot {
  side: "above" | "below";
  top: number;
  left: number;
  room: number;
}

/** Space between card and words, and between card and the edge of the screen. */
export const gap = 6;

/** The height in which a card can be read in parts. */
const enough = 220;

/** The part of a box that lies in another; undefined where there is none. */
export function within(frame: Box, box: Box): Box | undefined {
  const part = { left: Math.max(frame.left, box.left), top: Math.max(frame.top, box.top), right: Math.min(frame.right, box.right), bottom: Math.min(frame.bottom, box.bottom) };
  return part.left <= part.right && part.top < part.bottom ? part : undefined;
}

/**
 * The place for a card: below its words, or above them, never over them. The evidence is left in sight too, unless there
 * would be too little room.
 * @param spoken the words that the card is about, at least one box
 * @param size how large the card would be if it had all the room that it wants
 * @param before the side on which it stands already
 */
export function spotFor(screen: Box, spoken: readonly Box[], evidence: readonly Box[], size: { width: number; height: number }, before?: Spot["side"]): Spot {
  const wanted = Math.min(size.height, enough);
  const around = roomAround(screen, [...spoken, ...evidence]);
  const room = Math.max(around.above, around.below) >= wanted ? around : roomAround(screen, spoken);
  const fits = (side: Spot["side"]): boolean => room[side] >= size.height;
  const side = before && fits(before) ? before : fits("below") || (!fits("above") && room.below >= room.above) ? "below" : "above";
  const height = Math.min(size.height, room[side]);
  const start = spoken[0]?.left ?? screen.left;
  return {
    side,
    top: side === "below" ? room.bottom + gap : room.top - gap - height,
    left: Math.max(screen.left + gap, Math.min(start, screen.right - size.width - gap)),
    room: room[side],
  };
}

/** The same for a sheet, which stands at the edge of the screen that is farther from the words. */
export function sheetFor(screen: Box, spoken: readonly Box[], evidence: readonly Box[], height: number, before?: Spot["side"]): Spot {
  const { side, room } = spotFor(screen, spoken, evidence, { width: screen.right - screen.left, height }, before);
  return { side, room, left: screen.left, top: side === "above" ? screen.top : screen.bottom - Math.min(height, room) };
}

/** From the top of the highest box to the bottom of the lowest. */
export function reachOf(boxes: readonly Reach[]): Reach {
  return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) };
}

function roomAround(screen: Box, boxes: readonly Box[]): Reach & { above: number; below: number } {
  const { top, bottom } = reachOf(boxes);
  return { top, bottom, above: Math.max(0, top - screen.top - 2 * gap), below: Math.max(0, screen.bottom - bottom - 2 * gap) };
}
