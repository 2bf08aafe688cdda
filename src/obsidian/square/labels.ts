import { radiusOf, type Size, type Spot } from "./layout";

/** A part of the field, in its pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether two parts of the field share anything. */
export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** On which side of its spot a label stands. */
type Side = "right" | "left" | "above" | "below";

/** A label's side, and what it covers there. */
export interface Label {
  side: Side;
  box: Box;
}

/** How far a label's edge is from the middle of its spot. */
const gap = 9;

function boxOf({ x, y }: Spot, { width, height }: { width: number; height: number }, side: Side): Box {
  if (side === "right" || side === "left") {
    const left = side === "right" ? x + gap : x - gap - width;
    return { left, top: y - height / 2, right: left + width, bottom: y + height / 2 };
  }
  const top = side === "below" ? y + gap - 2 : y - gap + 2 - height;
  return { left: x - width / 2, top, right: x + width / 2, bottom: top + height };
}

/** What is drawn of the spots of the field. */
export function dotsOf(spots: readonly Spot[]): Box[] {
  return spots.filter(({ zone }) => zone === "field").map((spot) => {
    const radius = radiusOf(spot) + 1;
    return { left: spot.x - radius, top: spot.y - radius, right: spot.x + radius, bottom: spot.y + radius };
  });
}

/**
 * Where labels stand, in the order of the spots; undefined where there is no room for one: no label covers a spot or
 * another label, or leaves the field, but that of the active note covers a spot if it must. What is to be spared is
 * covered where there is no other room. The first spots choose first. Rails have no labels.
 */
export function labelsOf(spots: readonly Spot[], sizes: readonly { width: number; height: number }[], { field }: Size, spared: readonly Box[]): (Label | undefined)[] {
  const taken = dotsOf(spots);
  return spots.map((spot, index) => {
    const size = sizes[index];
    if (spot.zone !== "field" || spot.notes.length !== 1 || !size) return undefined;
    const labels = (["right", "left", "below", "above"] as const)
      .map((side): Label => ({ side, box: boxOf(spot, size, side) }))
      .filter(({ box }) => box.left >= 0 && box.top >= 0 && box.right <= field && box.bottom <= field);
    const covers = ({ box }: Label, boxes: readonly Box[]): number => boxes.filter((other) => meet(box, other)).length;
    const free = labels.filter((label) => covers(label, taken) === 0);
    const label = free.find((one) => covers(one, spared) === 0) ?? free[0] ?? (spot.isActive ? labels.sort((a, b) => covers(a, taken) - covers(b, taken))[0] : undefined);
    if (label) taken.push(label.box);
    return label;
  });
}
