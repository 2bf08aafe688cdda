/** Milliseconds of work before the app gets its turn. */
const slice = 8;

/** Work that is done a slice at a time. */
export class Slices {
  private began = performance.now();

  /** Gives the app its turn where a slice is over. */
  async pause(): Promise<void> {
    if (performance.now() - this.began < slice) return;
    await new Promise((resolve) => window.setTimeout(resolve));
    this.began = performance.now();
  }
}
