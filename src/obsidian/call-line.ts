import type { Call } from "./note-calls";

/** How long one call with notes may take, and for how many of their characters it may take one longer, in seconds; the longest known note takes one on a slow phone. */
const longest = 20;
const charactersEach = 20_000;

/** How long any other call may take, in seconds: none takes a tenth of it. */
const longestOther = 300;

/** Time is told by a clock that stands still while the computer sleeps, and the engine with it: each tick is a second, however long it was. In milliseconds. */
const tick = 1000;

/** The calls that an engine has been given and not answered yet. It answers them in order, so what it does is the first, and that alone may take too long. */
export class CallLine {
  private readonly calls = new Set<Call>();
  private timer: number | undefined;

  /** @param tooLong told of a call that the engine has been at for too long, and of how many seconds that is */
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
    window.clearInterval(this.timer);
    this.calls.clear();
  }

  private watch(): void {
    window.clearInterval(this.timer);
    const { first } = this;
    if (!first) return;
    const characters = first.notes.reduce((sum, { length }) => sum + length, 0);
    const patience = first.notes.length > 0 ? longest + Math.floor(characters / charactersEach) : longestOther;
    let left = patience;
    this.timer = window.setInterval(() => {
      left -= 1;
      if (left === 0) this.tooLong(first, patience);
    }, tick);
  }
}
