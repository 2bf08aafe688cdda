import type { Menu } from "obsidian";
import type { PlacedNote } from "./layout";
import type { SquareDesk, Values } from "./desk";
import { valueText } from "./words";

/** Puts into a menu where a note can be placed. */
export function addPlaces(menu: Menu, note: PlacedNote, desk: SquareDesk, el: HTMLElement): void {
  const { axes, corners } = desk.about();
  const add = (title: string, icon: string, act: () => void): void => void menu.addItem((item) => item.setSection("distinguo").setTitle(title).setIcon(icon).onClick(act));
  const place = (values: Values) => (): void => void desk.place(note, values);
  add("Show the evidence, or set a value", "text-search", () => desk.choose([note], el, true));
  for (const [x, y] of [[1, 1], [1, 0], [0, 1], [0, 0]] as const) add(`Place at “${corners[x][y].name}”`, y === 1 ? "arrow-up" : "arrow-down", place([x, y]));
  const guessed = note.position.axes.map((axis) => (axis && !axis.isGiven ? axis.value : undefined));
  const kept = axes.flatMap((axis, side) => {
    const value = guessed[side];
    return value === undefined ? [] : [`${axis.id} ${valueText(value, axis)}`];
  });
  if (kept.length > 0) add(`Keep the guess: ${kept.join(", ")}`, "check", place([guessed[0], guessed[1]]));
  const given = note.position.axes.map((axis) => (axis?.isGiven ? null : undefined));
  if (given.includes(null)) add("Take the properties away", "undo-2", place([given[0], given[1]]));
}
