import type { TermAbout } from "../../core/index";
import type { Paint } from "./paint";

/** How a report for people looks. */
export interface Look {
  /** Columns of the terminal. */
  columns: number;
  paint: Paint;
  /** For the names of the axes. */
  terms: readonly TermAbout[];
  /** The id of the convention that is named at the end; a diagnostic by another one says so. */
  convention: string;
}
