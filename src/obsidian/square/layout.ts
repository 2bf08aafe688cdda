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

/** How wide the field is, and a rail, and how far below the field the lower rail begins. */
export interface Size {
  field: number;
  rail: number;
  below: number;
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

/** How far what is drawn of a spot reaches from its middle. */
export function radiusOf({ notes, isActive }: Pick<Spot, "notes" | "isActive">): number {
  return notes.length > 1 ? 9 : isActive ? 6 : 5;
}

/** Whether two spots can be told apart where they stand. */
function isClear(a: Spot, b: Spot): boolean {
  return a.zone !== b.zone || Math.hypot(a.x - b.x, a.y - b.y) > radiusOf(a) + radiusOf(b);
}

/** Joins the spots of several notes that would cover each other: they are drawn larger than those of one. */
function joined(spots: readonly Shared[]): Shared[] {
  const crowds: Shared[] = [];
  const others = new Set(spots);
  for (const one of [...spots].sort((a, b) => b.notes.length - a.notes.length)) {
    if (one.notes.length === 1) break;
    const larger = crowds.find(({ spot }) => !isClear(spot, one.spot));
    if (!larger) crowds.push(one);
    else {
      larger.notes.push(...one.notes);
      others.delete(one);
    }
  }
  return [...others];
}

/** A spot that the active one would cover, at its side: where it is clear of the others too, if that can be. */
function beside(spot: Spot, active: Spot, others: readonly Spot[], { field }: Size): Spot {
  if (isClear(spot, active)) return spot;
  const far = radiusOf(spot) + radiusOf(active) + 1;
  const own = spot.zone === "field" ? Math.atan2(spot.y - active.y, spot.x - active.x) : 0;
  const turns = spot.zone === "field" ? [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8].map((eighths) => own + (eighths * Math.PI) / 8) : spot.x + spot.y < active.x + active.y ? [Math.PI, 0] : [0, Math.PI];
  const isInside = (value: number): boolean => value >= edge && value <= field - edge;
  const places = turns.map((turn): Spot => {
    const [across, along] = [Math.cos(turn) * far, Math.sin(turn) * far];
    return { ...spot, x: spot.zone === "y" ? spot.x : active.x + across, y: spot.zone === "y" ? active.y + across : active.y + along };
  }).filter(({ zone, x, y }) => (zone === "y" || isInside(x)) && (zone === "x" || isInside(y)));
  return places.find((place) => others.every((other) => isClear(place, other))) ?? places[0] ?? spot;
}

/**
 * Puts the notes of a square in their spots: the same notes in the same size give the same picture. The active note
 * keeps one for itself, and what it would cover stands beside it.
 */
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
  const all = joined(spots).map(({ spot }) => spot);
  const own = all.find(({ isActive }) => isActive);
  if (own) for (const [index, spot] of all.entries()) if (spot !== own) all[index] = beside(spot, own, all.filter((other) => other !== spot && other !== own), size);
  return all;
}

/** The spot that an arrow key leads to: the nearest one in its direction. */
export function neighborOf(spots: readonly { x: number; y: number }[], from: number, key: string): number {
  const here = spots[from];
  const to = here && nearest(here, spots, directionOf(key));
  return to ? spots.indexOf(to) : from;
}
