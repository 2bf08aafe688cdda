import type { Paint } from "./report/paint";

/** What a run sees of the process that it runs in. */
export interface Terminal {
  /** The folder that relative paths start from. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** How the person calls distinguo, such as `node dist/cli.js`. */
  self: string;
  /** How wide a report for people may be, in columns. */
  columns: number;
  paint: Paint;
  /** Writes a result: standard output. */
  write(text: string): void;
  /** Tells the person something beside the result: standard error. One line or several, without the last line break. */
  tell(text: string): void;
  /** The same for a result of any length: settles when there is room for more. */
  pour(bytes: Uint8Array): Promise<void>;
  /** Standard input, as it comes. */
  input(): AsyncIterable<Uint8Array>;
  /** The file that all of distinguo is in, which a thread can start from; absent where it is not in one. */
  script?: string;
}
