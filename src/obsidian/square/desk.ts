import type { Point } from "obsidian";
import type { PositionEvidence, SquareAbout } from "../../core/index";
import type { NoteActs } from "../note-acts";
import type { PlacedNote } from "./layout";

/** Values for the two axes; undefined leaves one as it is, null takes its property away. */
export type Values = readonly [number | null | undefined, number | null | undefined];

/** What can be done with the notes of a square, from the picture as from the list. */
export interface SquareDesk {
  readonly acts: NoteActs;
  /** The axes and corners that are shown. */
  about(): SquareAbout;
  /** Shows what is known of some notes that share a spot. */
  choose(notes: readonly PlacedNote[], from: HTMLElement, takesFocus: boolean): void;
  /** Writes where a note is to stand; settles when that is done, or has been refused. */
  place(note: PlacedNote, values: Values): Promise<void>;
  /** Opens a note where something in it speaks for an axis. */
  openEvidence(path: string, evidence: PositionEvidence, event: MouseEvent | KeyboardEvent): void;
  /** Shows the menu of a note: where it can be placed, then what the file explorer offers. */
  menu(note: PlacedNote, at: MouseEvent | Point, el: HTMLElement): void;
  /** Gives a link to a note all that one can do with the note, that menu too. */
  attach(link: HTMLElement, note: PlacedNote): void;
}
