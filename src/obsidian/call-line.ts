import type { Call } from "./note-calls";

/** How long one call with notes may take, and how much longer for each thousand of their characters, in milliseconds; the longest known note takes a second on a slow phone. */
const longest = 20_000;
const longestEach = 50;

/** How long any other call may take, in milliseconds: none takes a tenth of it. */
const longestOther = 300_000;

/** The calls that an engine has been given and not answered yet. It answers them in order, so what it does is the first, and that alone may take too long. */
export class CallLine {
  private readonly calls = new Set<Call>();
  private timer: number | undefined;

  /** @param tooLong told of a call that the engine has been at for too long, and of how long that is */
  constructor(private readonly tooLong: (call: Call, patience: number) => void) {}

  /** What the engine is at. */
  get first(): Call | undefined {
    const [first] = this.calls;
    return first;
  }

  add(call: Call): void {
    this.calls.add(call);
    if (this.calls.size === 1) this.watch();
  }

  delete(call: Call): void {
    const isFirst = this.first === call;
    this.calls.delete(call);
    if (isFirst) this.watch();
  }

  /** Nothing is waited for any more. */
  close(): void {
    window.clearTimeout(this.timer);
    this.calls.clear();
  }

  private watch(): void {
    window.clearTimeout(this.timer);
    const { first } = this;
    if (!first) return;
    const characters = first.notes.reduce((sum, { length }) => sum + length, 0);
    const patience = first.notes.length > 0 ? longest + Math.floor(characters / 1000) * longestEach : longestOther;
    this.timer = window.setTimeout(() => this.tooLong(first, patience), patience);
  }
}
