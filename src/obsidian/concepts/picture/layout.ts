import type { Around, AroundNode, TieGroup } from "../../../core/index";
import type { Spot } from "../outlook";
import { branchesOf, rowOf, shifts } from "./branches";
import { givePlaces } from "./places";
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
  /** Whether they are counted only; else they are shown, and can be folded again. */
  isFolded: boolean;
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

/** How high a caption is. */
const captionHeight = 22;

/** How much a broader concept likes to be above the middle, and a narrower one below; more than anything else. */
const kinPull = 2;

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
  const branches = branchesOf(found.nodes);
  const shown = [...slots].flatMap(([key, id]) => {
    const [node, pin] = [known.get(key), pins[key]];
    if (!node) return [];
    const [slot, branch] = [stage.place(id, extent), branches.get(key) ?? []];
    return [{ node, pin, slot, branch, zone: readSlot(id).zone, rows: pin ? 0 : branch.length }];
  });
  const rests = seats.rests.map(({ id, ...rest }): Rest => ({ ...rest, ...stage.place(id, extent) }));
  const texts = zones.flatMap((zone): Caption[] => {
    const tops = shown.filter((one) => one.zone === zone).map(({ slot }) => slot.y);
    return tops.length === 0 ? [] : [{ zone, text: captions[zone], ...stage.caption(zone, Math.min(...tops), extent) }];
  });
  const blocks = [...shown.map(({ slot, rows, zone }) => ({ slot, rows, zone })), ...[...rests, ...texts].map((slot) => ({ slot, rows: 0, zone: slot.zone }))];
  const by = shifts(blocks.map(({ slot, rows, zone }) => ({ slot, rows, above: zone === "both" })), stage.step);
  const moved = <One extends Slot>(one: One, index: number): One => ({ ...one, y: one.y + (by[index] ?? 0) });

  const placed = shown.flatMap(({ node, pin, slot, branch }, index): Placed[] => {
    const own: Placed = pin ? pinnedAt(node, pin, slot) : { node, pinned: false, ...moved(slot, index) };
    const rows = branch.map(({ node: one, depth }, row): Placed => {
      const [at, pinned] = [rowOf(own, row, depth, stage.step), pins[one.key]];
      return pinned ? pinnedAt(one, pinned, at) : { node: one, pinned: false, ...at };
    });
    return [own, ...rows];
  });
  const ended = { rests: rests.map((one, index) => moved(one, shown.length + index)), captions: texts.map((one, index) => moved(one, shown.length + rests.length + index)) };
  const inPlace = hull([...[...placed.filter(({ pinned }) => !pinned), ...ended.rests].map((one) => boxOf(one, stage.step)), ...ended.captions.map((one) => boxOf(one, captionHeight))]);
  const home = { left: -frame.width / 2, right: frame.width / 2, top: Math.min(-stage.top(extent), inPlace.top - 4), bottom: Math.max(stage.bottom(extent, 0), inPlace.bottom + 6) };
  const bounds = hull([home, ...placed.map((one) => boxOf(one, stage.pitch))]);
  return { middle, middleWidth: stage.middleWidth, placed, ...ended, home, bounds, standing: { slots, extent } };
}

function pinnedAt(node: AroundNode, { x, y }: Spot, { width }: Slot): Placed {
  return { node, pinned: true, x, y, side: x < 0 ? -1 : 1, width: Math.max(90, Math.min(180, width)) };
}

/** What stands when a part is folded again: what it has shown beyond its cap is gone, and with it the room for that. */
export function folded({ slots }: Standing, zone: TieGroup, frame: Frame): Standing {
  const stage = stageOf(frame);
  const own = new Set(stage.slots(zone, stage.caps[zone]));
  return { slots: new Map([...slots].filter(([, id]) => readSlot(id).zone !== zone || (own.has(id) && id !== stage.rest(zone)))), extent: { up: 0, down: 0, both: 0, contrast: 0 } };
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

/** Gives every node next to the middle that is shown a slot, what stands first. */
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

  const rests: { zone: TieGroup; count: number; isFolded: boolean; id: SlotId }[] = [];
  const byZone = nextToMiddle(found);
  for (const zone of zones) {
    const all = byZone[zone];
    const cap = stage.caps[zone];
    const isMany = all.length > cap;
    const isFolded = isMany && !unfolded.has(zone);
    // What counts the others, or folds them again, keeps its slot, if nothing stands there already.
    const rest = stage.rest(zone);
    const hasRest = isMany && !taken.has(rest);
    if (hasRest) taken.add(rest);
    const first = isMany ? all.slice(0, cap - 1) : all;
    const own = stage.slots(zone, Math.min(all.length, cap));
    const open = first.filter(({ key }) => !slots.has(key));
    const kin = new Map(open.map((node) => [node.key, node.kin]));
    const likes = (key: string, place: string): number => {
      const { row } = readSlot(place as SlotId);
      const wanted = kin.get(key) === "broader" ? -1 : kin.get(key) === "narrower" ? 1 : 0;
      return (zone === "in" || zone === "out") && Math.sign(row) === wanted ? kinPull : 0;
    };
    for (const [key, id] of givePlaces(open.map(({ key }) => key), own, taken, likes)) keep(key, id as SlotId);
    // Those for which the part has no slot: unfolded ones, pinned ones, and where what stands has taken theirs.
    for (const { key } of all.filter(({ key }, index) => !slots.has(key) && (!isFolded || index < cap - 1 || key in pins))) {
      keep(key, firstFree(stage.beyond(zone), taken));
    }
    const left = all.filter(({ key }) => !slots.has(key)).length;
    if (!isMany || (isFolded && left === 0)) continue;
    const id = hasRest ? rest : firstFree(stage.beyond(zone), taken);
    taken.add(id);
    rests.push({ zone, count: left, isFolded, id });
  }
  return { slots, extent: extentOf([...slots.values(), ...rests.map(({ id }) => id)], stage, standing?.extent), rests };
}

function firstFree(ids: Iterable<SlotId>, taken: ReadonlySet<string>): SlotId {
  for (const id of ids) if (!taken.has(id)) return id;
  throw new Error("slots never end");
}

function extentOf(ids: readonly SlotId[], stage: Stage, before: Extent | undefined): Extent {
  const all = ids.map(readSlot);
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
