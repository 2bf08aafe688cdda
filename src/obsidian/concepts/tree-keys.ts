/** Milliseconds after which a letter begins a new search, not a longer one. */
const pause = 700;

/** A tree that keys walk through, by the places of its rows. */
export interface KeyTree {
  /** How many rows there are. */
  size(): number;
  /** What is known of a row: its level from 1, whether it is open, if it can be, and its text. */
  at(place: number): { level: number; isOpen: boolean | undefined; label: string };
  /** Moves the focus. */
  go(place: number): void;
  /** Opens and closes some rows. */
  toggle(places: readonly number[]): void;
}

/** Remembers what was typed to find a row. */
export interface Typed {
  text: string;
  at: number;
}

/** The row above which a row stands one level deeper; undefined at the first level. */
function parentOf(tree: KeyTree, place: number): number | undefined {
  const { level } = tree.at(place);
  for (let above = place - 1; above >= 0; above--) if (tree.at(above).level < level) return above;
  return undefined;
}

/** The rows with the same parent, the row itself too. */
function siblingsOf(tree: KeyTree, place: number): number[] {
  const { level } = tree.at(place);
  const parent = parentOf(tree, place) ?? -1;
  const found: number[] = [];
  for (let other = parent + 1; other < tree.size() && tree.at(other).level >= level; other++) if (tree.at(other).level === level) found.push(other);
  return found;
}

/** Finds the next row whose text begins with what is typed; a letter that is repeated goes from one to the next. */
function find(tree: KeyTree, place: number, { key, timeStamp }: KeyboardEvent, typed: Typed): number | undefined {
  const goesOn = timeStamp - typed.at < pause;
  typed.text = goesOn && typed.text !== key.toLowerCase() ? typed.text + key.toLowerCase() : key.toLowerCase();
  typed.at = timeStamp;
  const from = typed.text.length > 1 ? 0 : 1;
  for (let step = from; step < tree.size() + from; step++) {
    const other = (place + step) % tree.size();
    if (tree.at(other).label.toLowerCase().startsWith(typed.text)) return other;
  }
  return undefined;
}

/** Does what a key does in a tree; false where it does nothing. Keys with modifiers are left to others. */
export function walk(tree: KeyTree, place: number, event: KeyboardEvent, typed: Typed, isRtl: boolean): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || tree.size() === 0) return false;
  const { isOpen, level } = tree.at(place);
  const key = isRtl && event.key === "ArrowLeft" ? "ArrowRight" : isRtl && event.key === "ArrowRight" ? "ArrowLeft" : event.key;
  const go = (to: number | undefined): boolean => {
    if (to !== undefined && to >= 0 && to < tree.size()) tree.go(to);
    return true;
  };
  switch (key) {
    case "ArrowDown":
      return go(place + 1);
    case "ArrowUp":
      return go(place - 1);
    case "Home":
      return go(0);
    case "End":
      return go(tree.size() - 1);
    case "ArrowRight":
      if (isOpen === false) tree.toggle([place]);
      else if (isOpen === true && place + 1 < tree.size() && tree.at(place + 1).level > level) go(place + 1);
      return true;
    case "ArrowLeft":
      if (isOpen === true) tree.toggle([place]);
      else go(parentOf(tree, place));
      return true;
    case "*":
      tree.toggle(siblingsOf(tree, place).filter((other) => tree.at(other).isOpen === false));
      return true;
    case " ":
      if (isOpen !== undefined) tree.toggle([place]);
      return true;
    default:
      return [...key].length === 1 && go(find(tree, place, event, typed));
  }
}
