/** What was done with a note that the engine did not survive, or could not do. */
export type Doing = "read" | "judged";

/**
 * Notes that the engine could not read or judge, or did not survive, each with the reason. They are not given to it again
 * until they change; whoever opens such a note in an editor asks for it all the same.
 */
export class SetAside {
  private readonly notes: Record<Doing, Map<string, string>> = { read: new Map(), judged: new Map() };

  /** All of them, by path. */
  get all(): ReadonlyMap<string, string> {
    return new Map([...this.notes.judged, ...this.notes.read]);
  }

  add(doing: Doing, path: string, reason: string): void {
    this.notes[doing].set(path, reason);
  }

  reason(doing: Doing, path: string): string | undefined {
    return this.notes[doing].get(path);
  }

  /** The note has changed, or gone. */
  forget(path: string): void {
    this.notes.read.delete(path);
    this.notes.judged.delete(path);
  }

  /** The note has another path. */
  follow(from: string, to: string): void {
    for (const notes of Object.values(this.notes)) {
      const reason = notes.get(from);
      if (reason !== undefined) notes.set(to, reason);
      notes.delete(from);
    }
  }
}
