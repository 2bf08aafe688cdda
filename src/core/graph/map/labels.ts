/** A label that may be drawn, at a point or, where it is a node's, round it. */
export interface LabelWish {
  text: string;
  /** Size of the font, and width of the text in it, in pixels. */
  size: number;
  width: number;
  x: number;
  y: number;
  /** The radius of the node. */
  away: number;
  tone: number;
  /** Names a cluster, not a node. */
  isTitle: boolean;
  isStrong: boolean;
  isMissing: boolean;
  /** It may stand over dots: the name of a cluster, and that of the node in focus. */
  isAbove: boolean;
}

/** A label in its place: the middle of its text. */
export type PlacedLabel = Pick<LabelWish, "text" | "size" | "width" | "x" | "y" | "tone" | "isTitle" | "isStrong" | "isMissing">;

/** A box in pixels. */
export interface LabelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const most = 200;
/** After so many that found no room the rest is not asked. */
const patience = 500;
/** The side of the cells in which boxes are filed. */
const cell = 64;

/**
 * Places labels so that none touches another, or a large dot; who comes first has the choice, and below before above before beside. The further
 * out the zoom, the more room each keeps to itself.
 */
export function placeLabels(wishes: Iterable<LabelWish>, dots: readonly LabelBox[], { width, height, zoom }: { width: number; height: number; zoom: number }): PlacedLabel[] {
  const [labels, obstacles] = [new Map<number, LabelBox[]>(), new Map<number, LabelBox[]>()];
  const cells = (box: LabelBox): number[] => {
    const found: number[] = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++) for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) found.push(x * 4096 + y);
    return found;
  };
  const file = (filed: Map<number, LabelBox[]>, box: LabelBox): void => {
    for (const key of cells(box)) {
      const own = filed.get(key);
      if (own) own.push(box);
      else filed.set(key, [box]);
    }
  };
  const isFree = (filed: ReadonlyMap<number, LabelBox[]>, box: LabelBox): boolean => !cells(box).some((key) => filed.get(key)?.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
  const [padX, padY] = zoom < 0.4 ? [26, 14] : zoom < 0.8 ? [14, 7] : [5, 2];
  const placed: PlacedLabel[] = [];
  for (const dot of dots) file(obstacles, dot);
  let refused = 0;
  for (const { away, isAbove, ...label } of wishes) {
    if (placed.length >= most || refused > patience) break;
    const half = label.size * 0.62;
    const [under, beside] = [away + half + 2, away + label.width / 2 + 4];
    const spots = label.isTitle ? [[0, 0], [0, -2 * half], [0, 2 * half]] : [[0, under], [0, -under], [beside, 0], [-beside, 0]];
    const box = ([dx = 0, dy = 0]: readonly number[], byX = 0, byY = 0): LabelBox => ({ left: label.x + dx - label.width / 2 - byX, right: label.x + dx + label.width / 2 + byX, top: label.y + dy - half - byY, bottom: label.y + dy + half + byY });
    const isTight = label.isStrong && !label.isTitle;
    const spot = spots.find((one) => {
      const { left, right, top, bottom } = box(one);
      // What stands below or above its node may be cut by the edge, as the node's own lines are; what stands beside it has a choice.
      const over = one[0] === 0 ? label.width / 3 : -2;
      const isInside = left > -over && right < width + over && top > -half && bottom < height + half;
      return isInside && isFree(labels, isTight ? box(one, 2, 1) : box(one, padX, padY)) && (isAbove || isFree(obstacles, box(one)));
    });
    if (!spot) {
      refused++;
      continue;
    }
    file(labels, box(spot));
    placed.push({ ...label, x: label.x + (spot[0] ?? 0), y: label.y + (spot[1] ?? 0) });
  }
  return placed;
}
