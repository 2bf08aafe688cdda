import run from "engine:../worker/serve";
import { Component, Notice } from "obsidian";
import { connect, remoteEngine, type Connection } from "../worker/client";
import type { About, NoteSource } from "../core/index";
import type { RemoteEngine, Turn } from "../worker/engine";

/** How long a worker may take to answer for the first time; on a slow phone it takes about a second. */
const patience = 10_000;

/** How long one note may be linted, and how much longer for each thousand of its characters; the longest known take a second on a slow phone. */
const longest = 20_000;
const longestEach = 50;

/** A call that has kept the worker busy for too long. It is not asked again unasked: the next engine would fare no better. */
export class Stuck extends Error {}

/** A note that the engine was given to judge. */
interface WatchedNote {
  path: string;
  length: number;
}

function noteOf(judged: unknown): WatchedNote {
  const { path, length, source } = (judged ?? {}) as Partial<NoteSource & Turn>;
  return { path: path ?? "A note", length: length ?? source?.length ?? 0 };
}

/** What one waits for once the plugin is unloaded: who waits has been unloaded too. */
const never = (): Promise<never> => new Promise(() => undefined);

/**
 * Runs the engine in a worker and, where none starts, in place. A worker that dies is started once more; if that
 * dies too, the engine goes on in place. While loaded, `remote` always speaks to the engine that runs.
 */
export class EngineHost extends Component {
  private readonly asked: RemoteEngine = remoteEngine(async (method, args) => {
    for (;;) {
      const { running } = this;
      if (!running) return never();
      try {
        const connection = await running;
        if (this.running !== running) continue;
        const call: (...args: never[]) => Promise<unknown> = connection[method];
        const answer = call(...(args as never[]));
        const note = method === "lint" || method === "turn" ? noteOf(args[0]) : undefined;
        return (await (note ? this.watch(connection, answer, note) : answer)) as never;
      } catch (error) {
        if (error instanceof Stuck) throw error;
        // An engine that died is not the call's fault: the one in its place is asked again.
        if (this.running === running) throw error;
      }
    }
  });
  /** What the rules and the distinctions say about themselves, which never changes; undefined until it has been asked for. */
  about: About | undefined;
  readonly remote: RemoteEngine = { ...this.asked, about: async () => (this.about ??= await this.asked.about()) };
  private running: Promise<Connection> | undefined;
  private shutDown: (() => void) | undefined;
  private deaths = 0;
  private inWorker = false;
  /** Settles when the notes that the engine was given before are judged. */
  private before: Promise<unknown> = Promise.resolve();

  /** @param refill called when a new engine has taken the place of one that died; it knows nothing yet */
  constructor(private readonly refill: () => void) {
    super();
  }

  /** Whether an engine runs or is being started; false once the plugin is unloaded. */
  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /** Whether the engine runs in the window's own thread, for want of a worker. */
  get isInPlace(): boolean {
    return this.isRunning && !this.inWorker;
  }

  override onload(): void {
    this.running = this.start();
  }

  override onunload(): void {
    this.running = undefined;
    this.shutDown?.();
  }

  private async start(): Promise<Connection> {
    try {
      return await this.startWorker();
    } catch (error) {
      // Unloading is what has ended the start: there is nothing to put in its place.
      if (!this.isRunning) return never();
      console.debug("No worker starts here; the engine runs in place.", error);
      return this.startInPlace();
    }
  }

  private async startWorker(): Promise<Connection> {
    const url = URL.createObjectURL(new Blob([`(${String(run)})(self)`], { type: "text/javascript" }));
    let worker: Worker | undefined;
    let timer: number | undefined;
    try {
      const started = new Worker(url);
      worker = started;
      const connection = connect(started);
      this.shutDown = () => {
        connection.close(new Error("the engine was unloaded"));
        started.terminate();
      };
      await Promise.race([
        connection.about(),
        new Promise((_, reject) => {
          started.onerror = () => reject(new Error("the worker does not start"));
          timer = window.setTimeout(() => reject(new Error("the worker does not answer")), patience);
        }),
      ]);
      this.inWorker = true;
      started.onerror = (event) => {
        event.preventDefault();
        this.deaths++;
        this.replace(connection);
      };
      return connection;
    } catch (error) {
      worker?.terminate();
      throw error;
    } finally {
      window.clearTimeout(timer);
      URL.revokeObjectURL(url);
    }
  }

  private startInPlace(): Connection {
    const { port1, port2 } = new MessageChannel();
    this.inWorker = false;
    run(port2);
    const connection = connect(port1);
    this.shutDown = () => {
      connection.close(new Error("the engine was unloaded"));
      port1.close();
    };
    return connection;
  }

  /** Waits for a note to be linted. A worker that does not come to an end of it, which fires no error, is replaced. */
  private async watch(connection: Connection, answer: Promise<unknown>, { path, length }: WatchedNote): Promise<unknown> {
    if (!this.inWorker) return answer;
    const { before } = this;
    this.before = answer.catch(() => undefined);
    // What waits behind a note is not to blame for it.
    await before;
    let timer: number | undefined;
    const patienceFor = longest + Math.floor(length / 1000) * longestEach;
    try {
      return await Promise.race([
        answer,
        new Promise((_, reject) => {
          timer = window.setTimeout(() => {
            const message = `it took longer than ${Math.round(patienceFor / 1000)} seconds`;
            new Notice(`${path} could not be linted: ${message}.`, 10_000);
            reject(new Stuck(message));
            this.replace(connection);
          }, patienceFor);
        }),
      ]);
    } finally {
      window.clearTimeout(timer);
    }
  }

  private replace(dead: Connection): void {
    if (!this.isRunning) return;
    const bury = this.shutDown;
    this.running = this.deaths > 1 ? Promise.resolve(this.startInPlace()) : this.start();
    bury?.();
    dead.close(new Error("the engine died"));
    this.refill();
  }
}
