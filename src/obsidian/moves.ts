import type { RemoteEngine } from "../worker/engine";

/** Milliseconds of telling before the app gets its turn. */
const slice = 8;

/** A note or folder that has another path, or, without one, is gone. */
interface Move {
  from: string;
  to: string | undefined;
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** Whether the move of a folder has taken a note, or a folder, in it along. */
function covers(folder: Move, { from, to }: Move): boolean {
  if (!isBelow(from, folder.from)) return false;
  return folder.to === undefined ? to === undefined : to === folder.to + from.slice(folder.from.length);
}

/**
 * Tells the engine what has been renamed and removed, in order. Of a folder the app tells by itself, and of each note in it
 * before or after, all at once: the engine is told of the folder.
 */
export class Moves {
  private readonly waiting: Move[] = [];
  private readonly paths: string[] = [];
  private telling: Promise<void> | undefined;

  /** @param told called with the paths before and after when the engine has taken in what they stand for */
  constructor(
    private readonly engine: RemoteEngine,
    private readonly told: (paths: string[]) => void,
  ) {}

  add(from: string, to?: string): void {
    const move = { from, to };
    const last = this.waiting.at(-1);
    this.paths.push(from, ...(to === undefined ? [] : [to]));
    if (last && covers(last, move)) return;
    while (to === undefined && covers(move, this.waiting.at(-1) ?? move)) this.waiting.pop();
    this.waiting.push(move);
    this.telling ??= Promise.resolve().then(() => this.tell());
  }

  /** Settles when the engine has been told of all of them, so that what is told from then on comes after. */
  async allTold(): Promise<void> {
    while (this.telling) await this.telling;
  }

  private async tell(): Promise<void> {
    while (this.waiting.length > 0) {
      const until = performance.now() + slice;
      const answers: Promise<void>[] = [];
      for (let move = this.waiting.shift(); move; move = performance.now() < until ? this.waiting.shift() : undefined) {
        answers.push(move.to === undefined ? this.engine.remove(move.from) : this.engine.rename(move.from, move.to));
      }
      const paths = this.waiting.length > 0 ? [] : this.paths.splice(0);
      // An engine that has gone meanwhile is filled anew, with the notes as they are called now.
      void Promise.all(answers).catch(() => undefined).then(() => paths.length > 0 && this.told(paths));
      if (this.waiting.length > 0) await new Promise((resolve) => window.setTimeout(resolve));
    }
    this.telling = undefined;
  }
}
