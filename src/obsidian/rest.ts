/** Acts once nothing has been heard for a while. However much is heard, it costs one timer at a time. */
export class Rest {
  private timer: number | undefined;
  private heardAt = 0;

  /** @param after milliseconds */
  constructor(
    private readonly after: number,
    private readonly act: () => void,
  ) {}

  heard(): void {
    this.heardAt = performance.now();
    this.timer ??= window.setTimeout(() => this.look(), this.after);
  }

  /** Acts now, if something has been heard since it last did. */
  hurry(): void {
    if (this.timer === undefined) return;
    this.cancel();
    this.act();
  }

  cancel(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const left = this.heardAt + this.after - performance.now();
    this.timer = left > 0 ? window.setTimeout(() => this.look(), left) : undefined;
    if (this.timer === undefined) this.act();
  }
}
