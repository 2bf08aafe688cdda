import type { Around, AroundNode, TieGroup } from "../../../core/index";
import type { Spot } from "../outlook";
import { givePlaces, hash } from "./places";
import { readSlot, slotId, stageOf, stepDown, type Extent, type Frame, type Slot, type SlotId, type Stage } from "./stage";
import { captions, nextToMiddle, zones } from "./zones";

/** A node where it is drawn. */
export interface Placed extends Slot {
  node: AroundNode;
  /** Put there by hand. */
  pinned: boolean;
}

/** What counts the nodes of a part that are not shown. */
export interface Rest extends Slot {
  zone: TieGroup;
  count: number;
}

/** What stands above a part. */
export interface Caption extends Slot {
  zone: TieGroup;
  text: string;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What stands while one stays with a note, and is not moved by what one opens, hides and shows. */
export interface Standing {
  slots: ReadonlyMap<string, SlotId>;
  extent: Extent;
}

/** The picture in CSS pixels from its middle. */
export interface Plan {
  middle: AroundNode;
  middleWidth: number;
  placed: readonly Placed[];
  rests: readonly Rest[];
  captions: readonly Caption[];
  /** What is seen at first. */
  home: Box;
  /** All there is. */
  bounds: Box;
  standing: Standing;
}

/** How much a broader concept likes to be above the middle, and a narrower one below; more than anything else. */
const kinPull = 2;

/** How many columns further out are as far away as a row is high, for what lies beyond all parts. */
const columnCost = 5;

/**
 * Where everything stands. The same notes, width, pins and unfolded parts always give the same picture.
 * @param standing what stands already, if the middle is the same as before: it stays
 */
export function layOut(found: Around, frame: Frame, pins: Readonly<Record<string, Spot>>, unfolded: ReadonlySet<TieGroup>, standing?: Standing): Plan | undefined {
  const [middle] = found.nodes;
  if (!middle) return undefined;
  const stage = stageOf(frame);
  const seats = seat(found, stage, unfolded, pins, standing);
  const { slots, extent } = seats;
  const known = new Map(found.nodes.map((node) => [node.key, node]));
  const placed: Placed[] = [];
  for (const [key, id] of slots) {
    const [node, pin] = [known.get(key), pins[key]];
    if (!node) continue;
    const slot = stage.place(id, extent);
    placed.push(pin ? { node, pinned: true, x: pin.x, y: pin.y, side: pin.x < 0 ? -1 : 1, width: Math.max(90, Math.min(180, slot.width)) } : { node, pinned: false, ...slot });
  }
  const rests = seats.rests.map(({ zone, count }): Rest => ({ zone, count, ...stage.place(stage.rest(zone), extent) }));
  const texts = zones.flatMap((zone): Caption[] => {
    const rows = [...slots.values()].map(readSlot).filter((slot) => slot.zone === zone);
    if (rows.length === 0) return [];
    const top = Math.min(...rows.map(({ row, column }) => stage.place(slotId(zone, row, column), extent).y));
    return [{ zone, text: captions[zone], ...stage.caption(zone, top, extent) }];
  });
  const mentionRows = (most: number): number => Math.min(most, Math.max(0, ...[...slots.values()].map(readSlot).map(({ zone, row }) => (zone === "mention" ? row : 0))));
  const home = { left: -frame.width / 2, right: frame.width / 2, top: -stage.top(extent), bottom: stage.bottom(extent, mentionRows(6)) };
  const boxes = placed.map((one) => boxOf(one, stage.pitch));
  const bounds = hull([home, ...boxes]);
  return { middle, middleWidth: stage.middleWidth, placed, rests, captions: texts, home, bounds, standing: { slots, extent } };
}

/** The box that holds all of these. */
export function hull(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The room that a label may take. */
export function boxOf({ x, y, side, width }: Slot, height: number): Box {
  const left = side < 0 ? x - width : side > 0 ? x : x - width / 2;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

/** Gives every node that is shown a slot: ring by ring, what stands first. */
function seat(found: Around, stage: Stage, unfolded: ReadonlySet<TieGroup>, pins: Readonly<Record<string, Spot>>, standing: Standing | undefined) {
  const slots = new Map<string, SlotId>();
  const taken = new Set<string>();
  const keep = (key: string, id: SlotId): void => {
    slots.set(key, id);
    taken.add(id);
    // One in the middle of a row leaves no room at its sides, and the other way round.
    const { zone, row, column } = readSlot(id);
    if ((zone !== "both" && zone !== "mention") || row !== 1) return;
    if (column === 0) for (const side of [-1, 1]) taken.add(slotId(zone, row, side));
    else taken.add(slotId(zone, row, 0));
  };
  for (const { key } of found.nodes) {
    const id = standing?.slots.get(key);
    if (id !== undefined) keep(key, id);
  }

  const rests: { zone: TieGroup; count: number }[] = [];
  const byZone = nextToMiddle(found);
  for (const zone of zones) {
    const all = byZone[zone];
    const cap = stage.caps[zone];
    const isFolded = all.length > cap && !unfolded.has(zone);
    // What counts the others keeps its slot for those that take its place.
    const first = all.length > cap ? all.slice(0, cap - 1) : all;
    const own = stage.slots(zone, Math.min(all.length, cap)).filter((id) => all.length <= cap || id !== stage.rest(zone));
    const open = first.filter(({ key }) => !slots.has(key));
    const kin = new Map(open.map((node) => [node.key, node.kin]));
    const likes = (key: string, place: string): number => {
      const { row } = readSlot(place as SlotId);
      const wanted = kin.get(key) === "broader" ? -1 : kin.get(key) === "narrower" ? 1 : 0;
      return (zone === "in" || zone === "out") && Math.sign(row) === wanted ? kinPull : 0;
    };
    for (const [key, id] of givePlaces(open.map(({ key }) => key), own, taken, likes)) keep(key, id as SlotId);
    // Those for which the part has no slot: unfolded ones, pinned ones, and where what stands has taken theirs.
    const further = all.filter(({ key }, index) => !slots.has(key) && (!isFolded || index < cap - 1 || key in pins));
    const beyond = stage.beyond(zone);
    if (isFolded) taken.add(stage.rest(zone));
    for (const { key, kin: way } of further) {
      const id = beyond ? [...firstFree(beyond, taken)][0] : undefined;
      keep(key, id ?? outer(taken, zone === "in" ? -1 : 1, 0, way === "broader" ? -2 : way === "narrower" ? 2 : 0));
    }
    const left = all.filter(({ key }) => !slots.has(key)).length;
    if (left > 0) rests.push({ zone, count: left });
  }

  const extent = extentOf(slots, rests, stage, standing?.extent);
  for (const node of found.nodes) {
    if (node.ring < 2 || slots.has(node.key) || node.parent === null) continue;
    const id = slots.get(node.parent);
    // The children of what is not shown are not shown either.
    if (id === undefined) continue;
    const parent = stage.place(id, extent);
    const { zone, column } = readSlot(id);
    const side = parent.side !== 0 ? parent.side : parent.x < 0 || (parent.x === 0 && hash(node.parent) < 0.5) ? -1 : 1;
    keep(node.key, outer(taken, side, zone === "outer" ? Math.abs(column) : 0, Math.round(parent.y / stage.pitch)));
  }
  return { slots, extent, rests };
}

function* firstFree(ids: Iterable<SlotId>, taken: ReadonlySet<string>): Iterable<SlotId> {
  for (const id of ids) {
    if (taken.has(id)) continue;
    yield id;
    return;
  }
}

/** The free slot beyond all parts that is nearest to a row, further out than a column. */
function outer(taken: ReadonlySet<string>, side: -1 | 1, column: number, row: number): SlotId {
  let best: SlotId | undefined;
  let least = Infinity;
  for (let out = column + 1; (out - column - 1) * columnCost < least; out++) {
    for (let by = 0; by + (out - column - 1) * columnCost < least; by++) {
      const id = [slotId("outer", row - by, side * out), slotId("outer", row + by, side * out)].find((one) => !taken.has(one));
      if (id === undefined) continue;
      [best, least] = [id, by + (out - column - 1) * columnCost];
    }
  }
  return best ?? slotId("outer", row, side * (column + 1));
}

function extentOf(slots: ReadonlyMap<string, SlotId>, rests: readonly { zone: TieGroup }[], stage: Stage, before: Extent | undefined): Extent {
  const all = [...slots.values(), ...rests.map(({ zone }) => stage.rest(zone))].map(readSlot);
  const most = (fits: (zone: string) => boolean): number => Math.max(0, ...all.map(({ zone, row }) => (fits(zone) ? row : 0)));
  const beside = (zone: string): boolean => zone === "in" || zone === "out";
  const up = -Math.min(0, ...all.map(({ zone, row }) => (beside(zone) ? row : 0)));
  const hasColumns = all.some(({ zone }) => beside(zone));
  return {
    up: Math.max(before?.up ?? 0, stage.isWide && hasColumns ? Math.max(1, up) : 0),
    down: Math.max(before?.down ?? 0, hasColumns ? stepDown(most(beside)) : 0),
    both: Math.max(before?.both ?? 0, Math.min(most((zone) => zone === "both"), 3)),
    contrast: Math.max(before?.contrast ?? 0, most((zone) => zone === "contrast")),
  };
}
