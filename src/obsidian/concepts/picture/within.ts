import { keyOf, type Around } from "../../../core/index";

/** How many nodes a picture holds, whatever the list holds. */
export const mostInPicture = 150;

/** The first nodes of what lies round a note; the others are counted. What lies beyond a node is what the list lacks, too. */
export function within(around: Around, most: number): Around {
  if (around.nodes.length <= most) return around;
  const nodes = around.nodes.slice(0, most);
  const known = new Set(nodes.map(({ key }) => key));
  const neighbors = nodes.flatMap(({ key }) => {
    const own = around.neighbors[key];
    return own ? [[key, own.filter((end) => known.has(keyOf(end)))] as const] : [];
  });
  return { ...around, nodes, neighbors: Object.fromEntries(neighbors), left: around.left + around.nodes.length - most };
}
