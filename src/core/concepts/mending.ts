import { conventionsNamed } from "../distinctions/convention-of";
import type { Note } from "../markdown/note";
import type { Section } from "../markdown/sections";
import { readSuppressions, type Suppressions } from "../suppressions/directive";
import { itemPlaces, type ItemPlace } from "./item-place";
import { listRoom, type ListRoom } from "./list-room";
import type { Saying } from "./statement";
import { readOutline, type Outline } from "./outline";

/** What is kept of a note for those who report something of it, or mend it, when its text is no longer at hand. */
export interface Mending {
  suppressions: Suppressions;
  /** The conventions that its own property names. */
  conventions: readonly string[];
  /** Its related items, by `itemKey`. */
  items: ReadonlyMap<string, ItemPlace>;
  /** Where one more would go. */
  room: ListRoom | null;
  outline: Outline;
}

/** Reads it of a note, whose related sections and relations are known. */
export function readMending(note: Note, sections: readonly Section[], sayings: readonly Saying[]): Mending {
  const written = sayings.filter(({ written: as }) => as !== "property");
  return {
    suppressions: readSuppressions(note),
    conventions: conventionsNamed(note).map(({ text }) => text),
    items: itemPlaces(note, written.flatMap((saying) => [saying, ...(saying.parts ?? [])])),
    room: listRoom(note, sections, sayings.filter(({ kind }) => kind === "related")),
    outline: readOutline(note),
  };
}
