/** A label that may be drawn, at a point or, where it is a node's, below or above it. */
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
 * Places labels so that none touches another, or a large dot; who comes first has the choice, and below before above. The further
 * out the zoom, the more room each keeps to itself.
 */
export function placeLabels(wishes: Iterable<LabelWish>, dots: readonly LabelBox[], { width, height, zoom }: { width: number; height: number; zoom: number }): PlacedLabel[] {
  const filed = new Map<number, LabelBox[]>();
  const cells = (box: LabelBox): number[] => {
    const found: number[] = [];
    for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x++) for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y++) found.push(x * 4096 + y);
    return found;
  };
  const file = (box: LabelBox): void => {
    for (const key of cells(box)) {
      const own = filed.get(key);
      if (own) own.push(box);
      else filed.set(key, [box]);
    }
  };
  const isFree = (box: LabelBox): boolean => !cells(box).some((key) => filed.get(key)?.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom));
  const [padX, padY] = zoom < 0.4 ? [26, 14] : zoom < 0.8 ? [14, 7] : [5, 2];
  const placed: PlacedLabel[] = [];
  let refused = 0;
  let areDotsFiled = false;
  for (const { away, ...label } of wishes) {
    // The name of a cluster may stand over its nodes.
    if (!label.isTitle && !areDotsFiled) dots.forEach(file);
    areDotsFiled ||= !label.isTitle;
    if (placed.length >= most || refused > patience) break;
    const half = label.size * 0.62;
    const middles = label.isTitle ? [label.y, label.y - 2 * half, label.y + 2 * half] : [label.y + away + half + 2, label.y - away - half - 2];
    const box = (y: number, byX = 0, byY = 0): LabelBox => ({ left: label.x - label.width / 2 - byX, right: label.x + label.width / 2 + byX, top: y - half - byY, bottom: y + half + byY });
    const isTight = label.isStrong && !label.isTitle;
    const y = middles.find((middle) => {
      const { left, right, top, bottom } = box(middle);
      const isInside = left > -label.width / 3 && right < width + label.width / 3 && top > -half && bottom < height + half;
      return isInside && isFree(isTight ? box(middle, 2, 1) : box(middle, padX, padY));
    });
    if (y === undefined) {
      refused++;
      continue;
    }
    file(box(y));
    placed.push({ ...label, y });
  }
  return placed;
}
