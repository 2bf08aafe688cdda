import { writtenPosition, type AxisAbout, type AxisPosition, type NotePosition, type SquareAbout } from "../../core/index";
import type { Wish } from "./placing";

/** A value as the property has it. */
export function valueText(value: number, { poles }: AxisAbout): string {
  const written = writtenPosition(value, poles);
  return typeof written === "number" ? written.toFixed(2) : written;
}

/** Where a note stands on one axis, and how that is known. */
export function standingText(axis: AxisAbout, position: AxisPosition | null): string {
  if (!position) return "nothing said";
  return `${valueText(position.value, axis)}, ${position.isGiven ? "given" : "guessed"}`;
}

/** Where a note stands, for whoever does not see it. */
export function positionText({ axes: [across, up] }: SquareAbout, { axes: [x, y] }: NotePosition): string {
  return `${across.id} ${standingText(across, x)}; ${up.id} ${standingText(up, y)}`;
}

/** Whether anything of where a note stands is a guess. */
export function isGuess({ axes }: NotePosition): boolean {
  return axes.some((axis) => axis !== null && !axis.isGiven);
}

/** What is to be written for a note to stand at some values; undefined leaves an axis as it is, null takes its property away. */
export function wishesFor({ axes }: SquareAbout, values: readonly [number | null | undefined, number | null | undefined]): Wish[] {
  return ([0, 1] as const).flatMap((side): Wish[] => {
    const value = values[side];
    const { id: key, poles } = axes[side];
    return value === undefined ? [] : [{ key, value: value === null ? null : writtenPosition(value, poles) }];
  });
}
