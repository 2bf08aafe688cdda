import type { NotePosition } from "../../core/index";
import { directionOf, nearest } from "../nearest";

/** A note of the square. */
export interface SquareNote {
  path: string;
  label: string;
}

/** A note and where it stands. */
export interface PlacedNote extends SquareNote {
  position: NotePosition;
}

/** The field of both axes, or the rail of one of them, for notes of which only that one is known. */
export type Zone = "field" | "x" | "y";

/** A place of the picture with the notes that stand there, in pixels of its zone. */
export interface Spot {
  zone: Zone;
  x: number;
  y: number;
  notes: readonly PlacedNote[];
  isActive: boolean;
}

/** How wide the field is, and a rail. */
export interface Size {
  field: number;
  rail: number;
}

/** How far the middle of a spot stays from the edge. */
export const edge = 12;
/** Notes whose spots would come closer than this share one. */
const apart = 15;

/** A value from 0 to 1 in pixels along a side, and back. */
export function along(value: number, length: number): number {
  return edge + value * (length - 2 * edge);
}

export function valueAt(pixels: number, length: number): number {
  return Math.min(1, Math.max(0, (pixels - edge) / (length - 2 * edge)));
}

/** Where a note stands; undefined where nothing speaks for either axis. */
export function placeOf({ axes: [across, up] }: NotePosition, { field, rail }: Size): Pick<Spot, "zone" | "x" | "y"> | undefined {
  const x = across && along(across.value, field);
  const y = up && field - along(up.value, field);
  if (x !== null && y !== null) return { zone: "field", x, y };
  if (x !== null) return { zone: "x", x, y: rail / 2 };
  return y === null ? undefined : { zone: "y", x: rail / 2, y };
}

/** A spot that takes in more notes. */
interface Shared {
  spot: Spot;
  notes: PlacedNote[];
}

/** The number of the cell, so many cells from that of a place; cells are as wide as spots are apart. */
function cellOf({ zone, x, y }: Pick<Spot, "zone" | "x" | "y">, dx: number, dy: number): number {
  return (Math.floor(x / apart) + dx + 1) * 4096 + Math.floor(y / apart) + dy + 1 + (zone === "field" ? 0 : zone === "x" ? 2 ** 24 : 2 ** 25);
}

/** The spot that a place is too near to for one of its own. */
function sharedNear(cells: ReadonlyMap<number, readonly Shared[]>, place: Pick<Spot, "zone" | "x" | "y">): Shared | undefined {
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      const found = cells.get(cellOf(place, dx, dy))?.find(({ spot }) => Math.hypot(spot.x - place.x, spot.y - place.y) < apart);
      if (found) return found;
    }
  }
  return undefined;
}

/** Whether two lists hold the same notes with the same positions, as far as is known without looking into these. */
export function isSameNotes(some: readonly PlacedNote[], others: readonly PlacedNote[]): boolean {
  return some.length === others.length && some.every(({ path, label, position }, index) => others[index]?.position === position && others[index].path === path && others[index].label === label);
}

/** Puts the notes of a square in their spots: the same notes in the same size give the same picture. The active note keeps one for itself. */
export function spotsOf(notes: readonly PlacedNote[], size: Size, active: string | null): Spot[] {
  const cells = new Map<number, Shared[]>();
  const spots: Shared[] = [];
  for (const note of notes) {
    const place = placeOf(note.position, size);
    if (!place) continue;
    const isActive = note.path === active;
    const shared = isActive ? undefined : sharedNear(cells, place);
    if (shared) {
      shared.notes.push(note);
      continue;
    }
    const own: PlacedNote[] = [note];
    const made = { spot: { ...place, notes: own, isActive }, notes: own };
    spots.push(made);
    if (isActive) continue;
    const key = cellOf(place, 0, 0);
    const cell = cells.get(key);
    if (cell) cell.push(made);
    else cells.set(key, [made]);
  }
  return spots.map(({ spot }) => spot);
}

/** A part of the field, in its pixels. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** On which side of its spot a label stands. */
type Side = "right" | "left" | "above" | "below";

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

/**
 * The sides on which labels stand, in the order of the spots; undefined where there is no room for one: no label covers
 * a spot, another label or what else is taken, or leaves the field; that of the active note may. The first spots choose first. Rails have no labels.
 */
export function labelSides(spots: readonly Spot[], sizes: readonly { width: number; height: number }[], { field }: Size, alsoTaken: readonly Box[] = []): (Side | undefined)[] {
  const inField = spots.filter(({ zone }) => zone === "field");
  const taken: Box[] = [...alsoTaken, ...inField.map(({ x, y }) => ({ left: x - 6, top: y - 6, right: x + 6, bottom: y + 6 }))];
  return spots.map((spot, index) => {
    const size = sizes[index];
    if (spot.zone !== "field" || spot.notes.length !== 1 || !size) return undefined;
    const sides = (["right", "left", "below", "above"] as const).filter((one) => {
      const box = boxOf(spot, size, one);
      return box.left >= 0 && box.top >= 0 && box.right <= field && box.bottom <= field;
    });
    const side = sides.find((one) => !taken.some((other) => meet(boxOf(spot, size, one), other))) ?? (spot.isActive ? sides[0] : undefined);
    if (side) taken.push(boxOf(spot, size, side));
    return side;
  });
}

/** The spot that an arrow key leads to: the nearest one in its direction. */
export function neighborOf(spots: readonly { x: number; y: number }[], from: number, key: string): number {
  const here = spots[from];
  const to = here && nearest(here, spots, directionOf(key));
  return to ? spots.indexOf(to) : from;
}
