import type { AroundNode, TieGroup } from "../../../core/index";

/** How a node is tied to the one that it was reached from. */
const tied: Record<TieGroup, (parent: string) => string> = {
  both: (parent) => `names ${parent}, and is named by it`,
  in: (parent) => `names ${parent}`,
  out: (parent) => `named by ${parent}`,
  contrast: (parent) => `contrasted with ${parent}`,
  mention: (parent) => `met in passing with ${parent}`,
};

/** How many nodes come when a node is opened. */
export function moreRound({ beyond, ring, isOpen }: AroundNode): number {
  return ring === 0 || isOpen ? 0 : beyond;
}

/** What a node is to the one that it was reached from, in words. */
export function whatItIs(node: AroundNode, parent: string | undefined): string {
  if (parent === undefined) return "in the middle";
  return [tied[node.group](`\u2068${parent}\u2069`), node.kin !== null && `a ${node.kin} concept`, node.path === null && "no note yet, a click creates it"].filter((part) => part !== false).join(" · ");
}

/** The same, and what else its looks tell. */
export function inWords(node: AroundNode, parent: string | undefined, isPinned: boolean, isOpened: boolean): string {
  const more = moreRound(node);
  return [whatItIs(node, parent), isOpened && "opened", more > 0 && `${more.toLocaleString()} more beyond it`, isPinned && "pinned"].filter((part) => part !== false).join(" · ");
}
