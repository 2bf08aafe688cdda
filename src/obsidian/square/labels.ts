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
type Side = "right" | "left" | "below" | "above" | "below-right" | "above-right" | "below-left" | "above-left";

/** Better ones first. */
const sides: readonly Side[] = ["right", "left", "below", "above", "below-right", "above-right", "below-left", "above-left"];

/** A label's side, and what it covers there. */
export interface Label {
  side: Side;
  box: Box;
}

/** How far a label's edge is from the middle of its spot: beside it, above or below it, and both where it stands at a corner of it. As in the styles. */
const gaps = { beside: 9, over: 7, corner: 4 };

function boxOf({ x, y }: Spot, { width, height }: { width: number; height: number }, side: Side): Box {
  const [over, beside = over] = side.split("-");
  const isCorner = side.includes("-");
  const dx = isCorner ? gaps.corner : gaps.beside;
  const dy = isCorner ? gaps.corner : gaps.over;
  const left = beside === "right" ? x + dx : beside === "left" ? x - dx - width : x - width / 2;
  const top = over === "below" ? y + dy : over === "above" ? y - dy - height : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
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
    const free = sides.map((side): Label => ({ side, box: boxOf(spot, size, side) })).filter(({ box }) => isFree(box));
    const label = free.find(({ box }) => !spared.some((other) => meet(box, other))) ?? free[0];
    if (label) taken.push(label.box);
    return label;
  });
}
