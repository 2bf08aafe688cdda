/** The notes that a view has shown, to go back and forward among. */
export class Trail {
  private readonly paths: string[] = [];
  private at = -1;

  /** How many are kept. */
  constructor(private readonly most = 100) {}

  get canGoBack(): boolean {
    return this.at > 0;
  }

  get canGoForward(): boolean {
    return this.at < this.paths.length - 1;
  }

  /** Goes on to a note; what lay ahead is forgotten. The note that one is at is not taken twice. */
  goOn(path: string): void {
    if (this.paths[this.at] === path) return;
    this.paths.splice(this.at + 1, Infinity, path);
    if (this.paths.length > this.most) this.paths.shift();
    this.at = this.paths.length - 1;
  }

  /** Goes one back (-1) or forward (1); undefined where there is nothing. */
  step(by: -1 | 1): string | undefined {
    const path = this.paths[this.at + by];
    if (path !== undefined) this.at += by;
    return path;
  }

  /** A note, or a folder of notes, is gone. Where one was there, one is at what came before. */
  forget(gone: string): void {
    const isGone = (path: string | undefined): boolean => path !== undefined && (path === gone || path.startsWith(`${gone}/`));
    const kept: string[] = [];
    let at = -1;
    this.paths.forEach((path, index) => {
      // What two visits were apart may be one now.
      if (!isGone(path) && kept.at(-1) !== path) kept.push(path);
      if (index === this.at) at = kept.length - 1;
    });
    this.paths.splice(0, Infinity, ...kept);
    this.at = kept.length === 0 ? -1 : Math.max(0, at);
  }

  /** A note, or a folder of notes, has another path. */
  rename(from: string, to: string): void {
    this.paths.forEach((path, index) => {
      if (path === from || path.startsWith(`${from}/`)) this.paths[index] = to + path.slice(from.length);
    });
  }
}
