import type { LinkTarget } from "../markdown/link-target";
import type { Range } from "../range";
import type { RelationKind } from "./concept";

/** What a note says of another, as written: a relation whose far end is not looked up yet. */
export interface Statement extends Range {
  kind: RelationKind;
  label: string;
  sentence: string;
  written: "link" | "label" | "property";
  /** Null where the note names a label without linking it. */
  target: LinkTarget | null;
}

/** A heading "X vs. Y": its sides, of which one may be the note's own concept. */
export interface Contrast {
  sides: Statement[];
}
