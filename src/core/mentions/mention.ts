import type { Range } from "../range";

/** A place of a note's prose that names a concept and links nothing. */
export interface Mention extends Range {
  /** Path of the concept's note. */
  target: string;
  /** The label that it answers to, as the concept's note gives it. */
  label: string;
  /** Whether it stands in a cell of a table, where a bar would end the cell. */
  isInTable: boolean;
}
