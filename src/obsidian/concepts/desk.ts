import type { App, HoverParent, Point } from "obsidian";
import { keyOf, type Around, type AroundNode, type Relation } from "../../core/index";
import { createMissing } from "../create-missing";
import type { Fixes } from "../fixes/fixes";
import { NoteActs } from "../note-acts";
import { openRelation } from "../open-note";
import type { Middle } from "./middle";
import { addNodeItems } from "./node-menu";
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

/** Where a desk stands: what is shown there, and how it is looked at. */
export interface DeskPlace extends Pick<Desk, "moveTo" | "pin" | "mark"> {
  readonly app: App;
  readonly fixes: Fixes;
  /** What the previews of notes belong to. */
  readonly parent: HoverParent;
  readonly middle: Middle;
  /** What lies round the middle, as it is shown. */
  shown(): Around | undefined;
  /** How many steps are gone by themselves. */
  depth(): number;
  pins(): Readonly<Record<string, Spot>>;
  /** Where a node stands in the picture; undefined where it stands nowhere. */
  spotOf(key: string): Spot | undefined;
  focusList(): void;
  /** What was opened or closed is another. */
  changed(): void;
}

/** A desk for a place: the same can be done in the sidebar and in a note. */
export function createDesk(place: DeskPlace): Desk {
  const acts = new NoteActs(place.app, place.parent);
  const desk: Desk = {
    acts,
    openSource: (relation, event) => void openRelation(place.app, relation, event),
    toggle(key) {
      const node = place.shown()?.nodes.find((one) => one.key === key);
      if (!node) return;
      place.middle.toggle(key, node.isOpen, node.ring < place.depth());
      place.changed();
    },
    moveTo: (path) => place.moveTo(path),
    pin: (key, spot) => place.pin(key, spot),
    create(node) {
      const naming = Object.values(place.shown()?.neighbors ?? {}).flat().flatMap((end) => (keyOf(end) === node.key ? [end.relation] : []));
      void createMissing(place.app, place.fixes, naming, false, () => place.focusList());
    },
    menu(node, at, el) {
      const spot = place.spotOf(node.key);
      const pin = spot && (() => place.pin(node.key, spot));
      acts.menu(node.path ?? "", at, el, (menu) => addNodeItems(menu, node, { desk, around: place.shown(), isPinned: node.key in place.pins(), pin }));
    },
    mark: (key) => place.mark(key),
  };
  return desk;
}
