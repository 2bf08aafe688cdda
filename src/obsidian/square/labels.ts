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
type Side = "right" | "left" | "below" | "above";

/** A label's side, which part of its width stands left of the middle of its spot where it is above or below that, and what it covers there. */
export interface Label {
  side: Side;
  shift: number;
  box: Box;
}

/** How far a label's edge is from the middle of its spot, beside it and above or below it. As in the styles. */
const gaps = { beside: 9, over: 7 };

/** Shifts of labels above and below; the middle is best. */
const shifts = [0.5, 0.375, 0.625, 0.25, 0.75, 0.125, 0.875, 0, 1];

/** Where a label may stand; better places first. */
function placesOf({ x, y }: Spot, { width, height }: { width: number; height: number }): Label[] {
  const at = (side: Side, shift: number, left: number, top: number): Label => ({ side, shift, box: { left, top, right: left + width, bottom: top + height } });
  return [
    at("right", 0, x + gaps.beside, y - height / 2),
    at("left", 1, x - gaps.beside - width, y - height / 2),
    ...shifts.flatMap((shift) => [at("below", shift, x - shift * width, y + gaps.over), at("above", shift, x - shift * width, y - gaps.over - height)]),
  ];
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
 * another label, or leaves the field. What is to be spared is covered where there is no other room. The first spots choose first. Rails have no labels.
 */
export function labelsOf(spots: readonly Spot[], sizes: readonly { width: number; height: number }[], { field }: Size, spared: readonly Box[]): (Label | undefined)[] {
  const taken = dotsOf(spots);
  // A label may come close to its own spot.
  const own = new Map(spots.filter(({ zone }) => zone === "field").map((spot, at) => [spot, at]));
  return spots.map((spot, index) => {
    const size = sizes[index];
    if (spot.zone !== "field" || spot.notes.length !== 1 || !size) return undefined;
    const others = taken.filter((_, at) => at !== own.get(spot));
    const isFree = ({ left, top, right, bottom }: Box): boolean => left >= 0 && top >= 0 && right <= field && bottom <= field && !others.some((other) => meet({ left, top, right, bottom }, other));
    const free = placesOf(spot, size).filter(({ box }) => isFree(box));
    const label = free.find(({ box }) => !spared.some((other) => meet(box, other))) ?? free[0];
    if (label) taken.push(label.box);
    return label;
  });
}
