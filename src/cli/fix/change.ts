/** What a run does to one note. */
export interface Change {
  path: string;
  /** The text that was read; null for a note that does not exist yet. */
  before: string | null;
  after: string;
}

/** A note that is left as it is, and why. */
export interface Left {
  path: string;
  reason: string;
}
