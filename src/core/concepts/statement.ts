import type { LinkTarget } from "../markdown/link-target";
import type { Range } from "../range";
import type { RelationKind } from "./concept";

/** What a note says of another, as written: a relation whose far end is not looked up yet. */
export interface Statement extends Range {
  kind: RelationKind;
  label: string;
  sentence: string;
  written: "link" | "label" | "property";
  /** The heading of the section that it stands in, or the key of its property; empty above the first heading. */
  section: string;
  /** From 1. */
  line: number;
  /** Null where the note names a label without linking it. */
  target: LinkTarget | null;
  /** Whether it counts only where something answers to its label. */
  isDoubtful?: boolean;
  /** The labels of which this one may be made up, in "Moon and Sea": they count where nothing answers to the whole and something to each of them. */
  parts?: readonly LabelPart[];
}

/** One of several labels that are joined by "and" or a comma. */
export interface LabelPart extends Range {
  label: string;
}

/** A statement as the reader of one part of a note makes it, who need not know where in the whole that part stands. */
export type Saying = Omit<Statement, "section" | "line"> & Partial<Pick<Statement, "section">>;

/** A heading "X vs. Y": its sides, of which one may be the note's own concept. */
export interface Contrast<Side = Statement> {
  sides: Side[];
}
