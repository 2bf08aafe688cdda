import type { Config } from "../config";
import type { Habits } from "../fixes/habits";
import type { namersIn } from "../fixes/namers";
import type { Entry } from "../graph/entry";
import type { PathIndex } from "../graph/path-index";
import type { NamesTell } from "../fixes/names-tell";

/** What a rule about notes may ask of the vault. */
export interface VaultView {
  config: Config;
  /** All notes, in path order, their relations looked up. */
  entries: readonly Entry[];
  /** Folded labels by which two or more concept notes answer. */
  sharedLabels: readonly { fold: string; paths: string[] }[];
  entryAt: (path: string) => Entry | undefined;
  /** The notes that state a relation to the note at a path. */
  statersOf: (path: string) => ReadonlySet<string>;
  /** The concept notes that answer to a label, one as well as another. */
  conceptsCalled: (label: string) => readonly string[];
  /** The notes of the name that a link gives, wherever they are. */
  namesakes: PathIndex["namesakes"];
  /** The note that a path opens from another note; null where it opens none. */
  open: (path: string, source: string) => string | null;
  /** What the paths and labels have told already. */
  told: NamesTell;
  /** The concepts that name one which is not there, by the labels and the path that it would have. */
  namersOf: ReturnType<typeof namersIn>;
  /** How the vault writes what a fix adds. */
  habits: Habits;
}
