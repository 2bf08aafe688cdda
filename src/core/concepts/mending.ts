import { conventionsNamed } from "../distinctions/convention-of";
import type { Note } from "../markdown/note";
import type { Section } from "../markdown/sections";
import type { Range } from "../range";
import { readSuppressions, type Suppressions } from "../suppressions/directive";
import { itemPlaces, type ItemPlace } from "./item-place";
import { listRoom, type ListRoom } from "./list-room";
import { readOutline, type Outline } from "./outline";

/** What is kept of a note for those who report something of it, or mend it, when its text is no longer at hand. */
export interface Mending {
  suppressions: Suppressions;
  /** The conventions that its own property names. */
  conventions: readonly string[];
  /** Its related items, by where each is said to begin. */
  items: ReadonlyMap<number, ItemPlace>;
  /** Where one more would go. */
  room: ListRoom | null;
  outline: Outline;
}

/** Reads it of a note, whose related sections and their items are known. */
export function readMending(note: Note, sections: readonly Section[], related: readonly (Range & { label: string })[]): Mending {
  return {
    suppressions: readSuppressions(note),
    conventions: conventionsNamed(note).map(({ text }) => text),
    items: itemPlaces(note, related),
    room: listRoom(note, sections),
    outline: readOutline(note),
  };
}
