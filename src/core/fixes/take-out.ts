import type { ItemPlace } from "../concepts/item-place";
import type { Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";

/** The fix that takes an item out of its list, with its line; none where other things hang on the line. Safe where it says nothing that is not said elsewhere. */
export function takeOut(place: ItemPlace | undefined, isSaid = false): Fix[] {
  return place?.line ? [{ title: "Take the entry out", kind: isSaid ? "safe" : "choice", shape: shapeOf(isSaid ? "take-out-silent-entry" : "take-out-entry"), edits: [{ ...place.line, insert: "" }] }] : [];
}
