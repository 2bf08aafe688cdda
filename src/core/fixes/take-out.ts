import type { ItemPlace } from "../concepts/item-place";
import type { Fix } from "../diagnostic";

/** The choice to take an item out of its list, with its line; none where other things hang on the line. */
export function takeOut(place: ItemPlace | undefined): Fix[] {
  return place?.line ? [{ title: "Take the entry out", kind: "choice", edits: [{ ...place.line, insert: "" }] }] : [];
}
