import type { Neighbor } from "../../core/index";

/** What a neighbour is to the note, whichever of the two says so: its broader concept, a narrower one, or neither. */
export function kinOf({ relation: { kind }, direction }: Neighbor): "broader" | "narrower" | undefined {
  if (kind !== "broader" && kind !== "narrower") return undefined;
  return (kind === "broader") === (direction === "out") ? "broader" : "narrower";
}

/** What tells the far end of a relation from others: its note, or the label that no note answers to. */
export function farEnd({ path, label }: Neighbor): string {
  return path ?? `? ${label.toLowerCase()}`;
}
