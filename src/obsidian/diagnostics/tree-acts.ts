import { Keymap } from "obsidian";
import { walk } from "../concepts/tree-keys";
import type { Line } from "./lines";
import type { VirtualTree } from "./virtual-tree";

/** What becomes of what is done in the tree. */
export interface TreeActs {
  open: (line: Line & { is: "row" }, event: MouseEvent | KeyboardEvent) => void;
  /** Opens and closes groups. */
  toggle: (lines: readonly Line[]) => void;
  /** Shows the menu of a line at a place of the window. */
  menu: (line: Line, at: { x: number; y: number }) => void;
  /** What is typed is searched for. */
  type: (text: string) => void;
  /** Leaves the tree for what stands above it. */
  leave: () => void;
}

/** Has a tree do what pointers and keys ask of it. */
export function listenTo(tree: VirtualTree<Line>, lines: () => readonly Line[], acts: TreeActs): void {
  const { el } = tree;
  const menuAt = (line: Line, below: HTMLElement | undefined): void => {
    if (!below) return;
    const { left, bottom } = below.getBoundingClientRect();
    acts.menu(line, { x: left, y: bottom });
  };
  const follow = (event: MouseEvent): void => {
    const target = event.targetNode;
    const line = target?.instanceOf(Element) ? tree.lineAt(target) : undefined;
    if (!line || !target?.instanceOf(Element)) return;
    // The second click of a double one would do it twice.
    if (event.detail > 1) return;
    const button = target.closest<HTMLElement>(".distinguo-line-menu");
    if (button && event.button === 0) menuAt(line, button);
    else if (line.is === "row") acts.open(line, event);
    else if (event.button === 0) acts.toggle([line]);
  };
  el.addEventListener("click", follow);
  el.addEventListener("auxclick", (event) => {
    if (event.button === 1) follow(event);
  });
  // Else the middle button scrolls.
  el.addEventListener("mousedown", (event) => {
    if (event.button === 1) event.preventDefault();
  });
  el.addEventListener("contextmenu", (event) => {
    const line = event.targetNode?.instanceOf(Element) ? tree.lineAt(event.targetNode) : undefined;
    if (!line) return;
    event.preventDefault();
    acts.menu(line, { x: event.clientX, y: event.clientY });
  });
  el.addEventListener("keydown", (event) => {
    if (!event.isComposing && press(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  function press(event: KeyboardEvent): boolean {
    const { current, place } = tree;
    const { key } = event;
    if (!current || place === undefined) return false;
    const isMod = Keymap.isModEvent(event) !== false;
    if (key === "ContextMenu" || (key === "F10" && event.shiftKey) || (key === "." && (event.ctrlKey || event.metaKey))) {
      menuAt(current, tree.elementOf(current));
      return true;
    }
    if (key === "Enter") {
      if (current.is === "row") acts.open(current, event);
      else acts.toggle([current]);
      return true;
    }
    if (isMod || event.altKey) return false;
    if (key === "PageDown" || key === "PageUp") {
      const by = key === "PageDown" ? tree.pageLength : -tree.pageLength;
      tree.focus(Math.max(0, Math.min(lines().length - 1, place + by)));
      return true;
    }
    if (key === "Escape" || (key === "ArrowUp" && place === 0)) {
      acts.leave();
      return true;
    }
    if (key !== " " && key !== "*" && [...key].length === 1) {
      acts.type(key);
      return true;
    }
    const at = (one: number): Line | undefined => lines()[one];
    return walk({
      size: () => lines().length,
      at: (one) => {
        const line = at(one);
        return { level: line?.is === "row" ? 2 : 1, isOpen: line?.is === "group" ? line.isOpen : undefined, label: "" };
      },
      go: (one) => tree.focus(one),
      toggle: (places) => acts.toggle(places.flatMap((one) => at(one) ?? [])),
    }, place, event, { text: "", at: 0 }, el.matches(":dir(rtl)"));
  }
}
