/** A batch that is being read, or taken in by the engine. */
export interface Flight {
  paths: ReadonlySet<string>;
  /** Those that have changed, and were not merely to be read for the first time. */
  news: string[];
  /** Those of which something was heard meanwhile: what was read may be what they were before. */
  crossed: Set<string>;
}

/** The paths of the notes that are to be read, and of those that are being read. */
export class Wanted {
  /** What the index lacks to be complete. */
  readonly unread = new Set<string>();
  /** What has changed; then that of which it has rested. */
  readonly changed = new Set<string>();
  readonly due = new Set<string>();
  /** Notes whose text has changed and whose cache has not yet. */
  readonly stale = new Set<string>();
  readonly flights = new Set<Flight>();

  /** A note has changed. */
  add(path: string): void {
    this.cross(path);
    this.unread.delete(path);
    this.due.delete(path);
    this.changed.add(path);
  }

  /** A note is no more at a path. Tells whether anything of it was still to be read. */
  delete(path: string): boolean {
    return [this.cross(path), ...[this.unread, this.changed, this.due, this.stale].map((paths) => paths.delete(path))].includes(true);
  }

  /** What is being read of a note may be what it was before. */
  cross(path: string): boolean {
    const flights = [...this.flights].filter(({ paths }) => paths.has(path));
    for (const { crossed } of flights) crossed.add(path);
    return flights.length > 0;
  }

  /** The changes have rested. */
  rest(): void {
    for (const path of this.changed) this.due.add(path);
    this.changed.clear();
  }

  /** Takes a path off: first of what is due, then, if asked for, of what is unread. */
  take(isFilling: boolean): { path: string; isNews: boolean } | undefined {
    for (const paths of isFilling ? [this.due, this.unread] : [this.due]) {
      for (const path of paths) {
        paths.delete(path);
        return { path, isNews: paths === this.due };
      }
    }
    return undefined;
  }
}
