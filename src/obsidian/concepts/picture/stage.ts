import type { TieGroup } from "../../../core/index";

/** What the picture has room in. */
export interface Frame {
  /** In CSS pixels. */
  width: number;
  /** Whether fingers must be able to hit what is in it. */
  coarse: boolean;
}

/** Where a node next to the middle stands: its part, and row and column in it. */
export type SlotId = `${TieGroup}/${number}/${number}`;

/** A place for a label, in CSS pixels from the middle. */
export interface Slot {
  /** Where the label begins, seen from the middle; its own middle where `side` is 0. */
  x: number;
  y: number;
  side: -1 | 0 | 1;
  /** How wide the label may be. */
  width: number;
}

/** How far the parts reach that grow with what is in them, in rows. */
export interface Extent {
  up: number;
  down: number;
  both: number;
  contrast: number;
}

/** From this width on there is room for nodes beside the middle. */
const roomy = 480;
const margin = 8;
const captionHeight = 18;

/** Half the height of the middle, and of what stays free round it where nothing stands beside it. */
const halfMiddle = 14;
const band = 20;
/** Above it there must be room for the heads of arrows both ways. */
const bandAbove = 28;

/** How wide the lane is, to either side, in which lines go between what stands left and right. */
const lanes = { narrow: 22, tight: 18 };

/** Below this width every pixel goes to the names. */
const tight = 280;

/** The geometry of the picture at a width: which slots there are, and where they lie. */
export interface Stage {
  readonly isWide: boolean;
  readonly isTight: boolean;
  readonly pitch: number;
  /** How far apart the rows of a branch are. */
  readonly step: number;
  readonly middleWidth: number;
  /** The most nodes that a part shows at first. */
  readonly caps: Readonly<Record<TieGroup, number>>;
  /** The slots for so many nodes of a part, those next to the middle first; at most its cap. */
  slots(zone: TieGroup, count: number): SlotId[];
  /** The slot of what counts the nodes that are not shown. */
  rest(zone: TieGroup): SlotId;
  /** All slots of a part, without end: those beyond its cap are taken when it is unfolded. */
  beyond(zone: TieGroup): Iterable<SlotId>;
  place(id: SlotId, extent: Extent): Slot;
  /** The caption of a part whose uppermost row is at a height. */
  caption(zone: TieGroup, top: number, extent: Extent): Slot;
  /** How far it reaches above the middle, and below. */
  top(extent: Extent): number;
  bottom(extent: Extent, mentionRows: number): number;
}

export function slotId(zone: TieGroup, row: number, column: number): SlotId {
  return `${zone}/${row}/${column}`;
}

export function readSlot(id: SlotId): { zone: TieGroup; row: number; column: number } {
  const [zone = "", row, column] = id.split("/");
  return { zone: zone as TieGroup, row: Number(row), column: Number(column) };
}

/** How many rows down the columns count as: in steps, so that what stands below them seldom moves. */
export function stepDown(row: number): number {
  return [2, 3, 5].find((step) => step >= row) ?? Math.max(7, row);
}

/**
 * Where it is narrow, what goes both ways stands above the middle, and the two columns below it. Where it is wide, the columns
 * bow round the middle, and what goes both ways fans out above.
 */
export function stageOf({ width, coarse }: Frame): Stage {
  const isWide = width >= roomy;
  const isTight = width < tight;
  const lane = isTight ? lanes.tight : lanes.narrow;
  const pitch = coarse ? 34 : isWide ? 27 : 25;
  const half = width / 2 - margin;
  const radius = Math.min(width * 0.2, 170);
  const reach = isWide ? Math.min(half, radius + 200) : half;
  const beside = isWide ? [0, -1, 1, -2, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7];
  // Names in passing, and what fans out above, stand in cells side by side.
  const perSide = isWide ? Math.max(1, Math.floor(reach / (width < 900 ? 130 : 180))) : 1;
  const cell = reach / perSide;

  const columnY = (row: number): number => (isWide ? row * pitch : band + captionHeight + (row - 0.5) * pitch);
  const away = (y: number): number => (isWide ? radius * (0.55 + 0.45 * Math.sqrt(Math.max(0, 1 - (y / (5 * pitch)) ** 2))) : lane);
  const columnBottom = (down: number): number => (down === 0 ? band : columnY(down) + pitch / 2 + 4);
  const bothY = (row: number, up: number): number => (isWide ? -(up + 0.5) * pitch - captionHeight - 10 - (row - 0.5) * pitch : -bandAbove - (row - 0.5) * pitch);
  const contrastY = (row: number, down: number): number => (isWide ? (row + 1) * pitch + 6 : columnBottom(down) + captionHeight + (row - 0.5) * pitch);
  const floor = ({ down, contrast }: Extent): number => Math.max(columnBottom(down), contrast === 0 ? 0 : contrastY(contrast, down) + pitch / 2 + 4) + captionHeight + 4;
  const top = ({ both, up }: Extent): number => (both > 0 ? -bothY(both, up) + pitch / 2 + captionHeight : isWide && up > 0 ? (up + 0.5) * pitch + captionHeight : halfMiddle + 8) + 4;

  /** Where it is wide, every other row above is set off by half a cell, so that lines find their way between names. */
  const fanRow = (row: number): number[] => (row % 2 === 1 ? pairs(perSide) : [0, ...pairs(perSide - 1)]);
  const fanned = isWide ? [1, 2].flatMap((row) => fanRow(row).map((column) => slotId("both", row, column))) : [1, 2, 3].flatMap((row) => [-1, 1].map((column) => slotId("both", row, column)));
  const floorRows = perSide > 1 ? 2 : 3;
  const floored = Array.from({ length: floorRows }, (_, index) => pairs(perSide).map((column) => slotId("mention", index + 1, column))).flat();
  const listed: Record<TieGroup, readonly SlotId[]> = {
    in: beside.map((row) => slotId("in", row, 0)),
    out: beside.map((row) => slotId("out", row, 0)),
    both: fanned,
    contrast: [1, 2, 3].map((row) => slotId("contrast", row, 0)),
    mention: floored,
  };

  return {
    isWide,
    isTight,
    pitch,
    step: coarse ? 34 : 22,
    middleWidth: isWide ? 2 * (radius - 22) : 2 * half - 24,
    caps: { in: listed.in.length, out: listed.out.length, both: fanned.length, contrast: 3, mention: floored.length },
    slots(zone, count) {
      if (zone === "both" && count === 1) return [slotId(zone, 1, 0)];
      if (zone === "mention" && count === 1) return [slotId(zone, 1, 0)];
      if (zone !== "both" || !isWide) return listed[zone].slice(0, count);
      // An odd one stands between two, in the row above.
      const first = Math.min(count - (count % 2), 2 * perSide);
      const left = count - first;
      return [...pairs(perSide).slice(0, first).map((column) => slotId(zone, 1, column)), ...(left % 2 === 1 ? [slotId(zone, 2, 0)] : []), ...pairs(perSide).slice(0, left - (left % 2)).map((column) => slotId(zone, 2, column))];
    },
    rest: (zone) => listed[zone][listed[zone].length - 1] ?? slotId(zone, 1, 0),
    beyond(zone) {
      if (zone === "both") return rowByRow((row) => (isWide ? fanRow(row) : [-1, 1]).map((column) => slotId(zone, row, column)));
      if (zone === "mention") return rowByRow((row) => pairs(perSide).map((column) => slotId(zone, row, column)));
      if (zone === "contrast") return rowByRow((row) => [slotId(zone, row, 0)]);
      return rowByRow((row) => (row === 1 ? beside : row <= Math.max(...beside) ? [] : [row]).map((at) => slotId(zone, at, 0)));
    },
    place(id, extent) {
      const { zone, row, column } = readSlot(id);
      const side = column < 0 ? -1 : column > 0 ? 1 : 0;
      if (zone === "in" || zone === "out") {
        const y = columnY(row);
        const x = away(y);
        return { x: zone === "in" ? -x : x, y, side: zone === "in" ? -1 : 1, width: reach - x };
      }
      if (zone === "mention") return { x: side === 0 ? 0 : side * (Math.abs(column) - 0.5) * cell, y: floor(extent) + (row - 0.5) * pitch, side: 0, width: cell - 6 };
      const y = zone === "both" ? bothY(row, extent.up) : contrastY(row, extent.down);
      if (zone === "both" && !isWide && side !== 0) return { x: side * lane, y, side, width: half - lane };
      if (zone === "both" && isWide) return { x: (row % 2 === 1 ? side * (Math.abs(column) - 0.5) : column) * cell, y, side: 0, width: cell - 8 };
      return { x: 0, y, side: 0, width: isWide ? 2 * (away((zone === "contrast" && row > 3 ? 5 : 4) * pitch) - 10) : 2 * half };
    },
    caption(zone, top, extent) {
      const y = top - pitch / 2 - 7;
      if (zone === "mention") return { x: 0, y: floor(extent) - 9, side: 0, width: 2 * reach };
      if (zone !== "in" && zone !== "out") return { x: 0, y, side: 0, width: half };
      const x = isWide ? away(top) : lane;
      return { x: zone === "in" ? -x : x, y, side: zone === "in" ? -1 : 1, width: reach - x };
    },
    top,
    bottom: (extent, mentionRows) => floor(extent) + (mentionRows === 0 ? -captionHeight : mentionRows * pitch) + 4,
  };
}

/** −1, 1, −2, 2, … */
function pairs(perSide: number): number[] {
  return Array.from({ length: 2 * perSide }, (_, index) => (index % 2 === 0 ? -1 : 1) * (Math.floor(index / 2) + 1));
}

/** Row by row, from the first on. */
function* rowByRow(row: (at: number) => SlotId[]): Iterable<SlotId> {
  for (let at = 1; ; at++) yield* row(at);
}
