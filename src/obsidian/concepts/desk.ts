import type { Point } from "obsidian";
import type { AroundNode, Relation } from "../../core/index";
import type { NoteActs } from "../note-acts";
import type { Spot } from "./outlook";

/** What can be done with what is shown, from the picture as from the list. */
export interface Desk {
  readonly acts: NoteActs;
  /** Opens the note that states a relation, at the words that do. */
  openSource(relation: Relation, event: MouseEvent | KeyboardEvent): void;
  /** Shows what lies round a node too, or shows it no more. */
  toggle(key: string): void;
  /** Puts a note in the middle without opening it. */
  moveTo(path: string): void;
  /** Keeps a node where it was put, or lets it go where it belongs. */
  pin(key: string, spot: Spot | null): void;
  /** Creates the note of a missing concept. */
  create(node: AroundNode): void;
  /** Shows the menu of a node: what can be done here, then what the file explorer offers. */
  menu(node: AroundNode, at: MouseEvent | Point, el: HTMLElement): void;
  /** Marks a node in the picture and in the list: the pointer or the focus is at it in one of them. */
  mark(key: string | null): void;
}
