import type { Scene } from "./scene";

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** Tells how much the map shows, and what it leaves out of so much. */
export function summaryOf({ contents, shown }: Scene): string {
  const ofKind = (wanted: number): number => contents.kinds.reduce((sum, kind, node) => sum + Number(kind === wanted && shown.nodes[node] === 1), 0);
  const missing = contents.kinds.reduce((sum, kind) => sum + Number(kind === 2), 0);
  const shownMissing = ofKind(2);
  // Those that are only named in passing are hidden with such ties.
  const ofMissing = shownMissing === missing ? missing.toLocaleString() : `${shownMissing.toLocaleString()} of ${missing.toLocaleString()}`;
  const ties = shown.ties.reduce((sum, kind) => sum + Number(kind !== 0), 0);
  if (contents.labels.length === 0) return "No note of this vault is a concept note yet.";
  const parts = [counted(ofKind(0), "concept", "concepts"), ...(ofKind(1) > 0 ? [counted(ofKind(1), "other note", "other notes")] : []), ...(shownMissing > 0 ? [`${ofMissing} missing`] : []), counted(ties, "tie", "ties")];
  const large = "So many are laid out cluster by cluster; ties between clusters are drawn as bands until you come near or choose a concept.";
  return `${parts.join(", ")}. ${contents.plan === "clusters" ? large : ""}`.trim();
}
