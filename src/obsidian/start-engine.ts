import run from "engine:../worker/serve";
import { Component, Notice, type App } from "obsidian";
import { connect, remoteEngine, type Connection } from "../worker/client";
import type { About } from "../core/index";
import type { Engine, RemoteEngine, Unread } from "../worker/engine";
import { beside } from "../worker/messages";
import { CallLine } from "./call-line";
import { callOf, doingOf, isBatch, joinAnswers, partsOf, type Call } from "./note-calls";
import type { SetAside } from "./set-aside";

/** How long a worker may take to answer for the first time, in milliseconds; on a slow phone it takes about a second. */
const patience = 10_000;

/** What an engine in the window's own thread is given of a batch at once: some ten milliseconds on a slow phone. */
const slice = { notes: 8, characters: 16_000 };

/** What tells the index of the vault: it means nothing to an engine that begins with an empty one. */
const ofIndex: ReadonlySet<keyof Engine> = new Set(["restore", "keep", "upsert", "rename", "remove"]);

/** A call that an engine has not survived, or was at for too long. It is not asked again unasked: the next engine would fare no better. */
export class Stuck extends Error {}

/** The engine that the index was told to has gone; the one in its place is filled anew. */
export class EngineGone extends Error {}

/** An engine has gone while it was at this very call. */
class Died extends Error {
  /** @param isSure whether the call is to blame for it, as one that it came to no end with is */
  constructor(message: string, readonly isSure: boolean) {
    super(message);
  }
}

/** What one waits for once the plugin is unloaded: who waits has been unloaded too. */
const never = (): Promise<never> => new Promise(() => undefined);

/**
 * Runs the engine in a worker, from when the layout is ready, and, where none starts, in place. A worker that dies is replaced;
 * the note that it died of is found out and set aside. One that dies twice of nothing that can be named is replaced by an engine
 * in place. While loaded, `remote` always speaks to the engine that runs.
 */
export class EngineHost extends Component {
  private readonly asked: RemoteEngine = remoteEngine((method, args) => this.ask(callOf(method, args)) as never);
  /** What the rules and the distinctions say about themselves, which never changes; undefined until it has been asked for. */
  about: About | undefined;
  readonly remote: RemoteEngine = { ...this.asked, about: async () => (this.about ??= await this.asked.about()) };
  private running: Promise<Connection> | undefined;
  private shutDown: (() => void) | undefined;
  /** How often a worker has died of nothing that can be named. */
  private deaths = 0;
  private inWorker = false;
  private line = new CallLine(() => undefined);
  private readonly died = new WeakMap<Call, Died>();
  /** How many batches are being tried note by note. */
  private trials = 0;
  /** By what notes are judged: an engine in the place of another is told. */
  private configured: Parameters<Engine["configure"]> | undefined;

  /** @param refill called when a new engine has taken the place of one that died; of the vault it knows nothing yet */
  constructor(
    private readonly app: App,
    private readonly setAside: SetAside,
    private readonly refill: () => void,
  ) {
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
    // A start of the app that is slow enough is not made slower: what is asked before waits.
    const ready = new Promise<void>((resolve) => this.app.workspace.onLayoutReady(() => window.setTimeout(resolve)));
    this.running = ready.then(() => (this.isRunning ? this.start() : never()));
  }

  override onunload(): void {
    this.running = undefined;
    this.line.close();
    this.shutDown?.();
  }

  private async start(): Promise<Connection> {
    try {
      return await this.startWorker();
    } catch (error) {
      // Unloading is what has ended the start: there is nothing to put in its place.
      if (!this.isRunning) return never();
      return this.startInPlace(error);
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
        this.brief(connection),
        new Promise((_, reject) => {
          started.onerror = () => reject(new Error("the worker does not start"));
          timer = window.setTimeout(() => reject(new Error("the worker does not answer")), patience);
        }),
      ]);
      this.inWorker = true;
      this.line = new CallLine((call, waited) => {
        this.died.set(call, new Died(`it took longer than ${waited} seconds`, true));
        this.replace(connection, call);
      });
      started.onerror = (event) => {
        event.preventDefault();
        const { first } = this.line;
        if (first && first.notes.length > 0) this.died.set(first, new Died("the engine did not survive it", false));
        this.replace(connection, first);
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

  private startInPlace(reason: unknown): Connection {
    console.debug("No worker runs here; the engine runs in place.", reason);
    const { port1, port2 } = new MessageChannel();
    this.inWorker = false;
    this.line = new CallLine(() => undefined);
    run(port2);
    const connection = connect(port1);
    this.shutDown = () => {
      connection.close(new Error("the engine was unloaded"));
      port1.close();
    };
    void this.brief(connection).catch(() => undefined);
    return connection;
  }

  /** Tells a new engine by what notes are judged. That it answers shows that it runs. */
  private async brief(connection: Connection): Promise<void> {
    await (this.configured ? connection.configure(...this.configured) : connection.about());
  }

  private async ask(call: Call): Promise<unknown> {
    if (call.notes.length > 0) return this.askAboutNotes(call);
    const answer = await this.put(call);
    if (call.method === "configure") this.configured = [call.args[0], call.args[1] as string | undefined];
    return answer;
  }

  /** Asks about notes: of a batch only about those that are not set aside, and a few at a time where the engine runs in place. */
  private async askAboutNotes(call: Call): Promise<unknown> {
    const answers: unknown[] = [];
    const aside: Unread[] = [];
    await this.running;
    const all = { notes: Infinity, characters: Infinity };
    for (const part of partsOf(call, this.inWorker ? all : slice, ({ path }) => {
      const reason = isBatch(call) ? this.setAside.reason(doingOf(call), path) : undefined;
      if (reason !== undefined) aside.push({ path, reason });
      return reason === undefined;
    })) {
      // Between two parts the window has its turn.
      if (answers.length > 0) await new Promise((resolve) => window.setTimeout(resolve));
      const tried = await this.try(part);
      answers.push(...tried.answers);
      aside.push(...tried.aside);
    }
    const [first] = aside;
    if (first && !isBatch(call)) throw new Stuck(first.reason);
    return joinAnswers(call, answers, aside);
  }

  /** Asks about notes. Where an engine dies of them, the next one is asked about each by itself, and those that it dies of too are set aside. */
  private async try(call: Call): Promise<{ answers: unknown[]; aside: Unread[] }> {
    try {
      return { answers: [await this.put(call)], aside: [] };
    } catch (error) {
      if (!(error instanceof Died)) throw error;
      const answers: unknown[] = [];
      const aside: Unread[] = [];
      this.trials++;
      try {
        const isKnown = error.isSure && call.notes.length === 1;
        for (const each of partsOf(call, { notes: 1, characters: 0 })) {
          try {
            if (isKnown) throw error;
            answers.push(await this.put(each));
          } catch (again) {
            if (!(again instanceof Died)) throw again;
            aside.push(...each.notes.map(({ path }) => ({ path, reason: again.message })));
            this.tell(each, again.message);
          }
        }
        if (aside.length === 0) this.deaths++;
      } finally {
        this.trials--;
        if (this.trials === 0) this.refill();
      }
      if (ofIndex.has(call.method)) throw new EngineGone("the engine died");
      return { answers, aside };
    }
  }

  private tell(call: Call, reason: string): void {
    const doing = doingOf(call);
    for (const { path } of call.notes) {
      this.setAside.add(doing, path, reason);
      const what = `${path} could not be ${doing === "read" ? "read" : "linted"}: ${reason}.`;
      new Notice(isBatch(call) ? `${what} It is left out until it changes.` : what, 10_000);
    }
  }

  /** Puts a call to the engine that runs. An engine that died of something else is not the call's fault: the one in its place is asked again. */
  private async put(call: Call): Promise<unknown> {
    for (;;) {
      const { running } = this;
      if (!running) return never();
      const connection = await running;
      if (this.running !== running) {
        if (ofIndex.has(call.method)) throw new EngineGone("the engine died");
        continue;
      }
      const { line } = this;
      // What goes on beside others is not what the engine dies of while it is at one of them.
      if (!beside.has(call.method)) line.add(call);
      try {
        const method: (...args: never[]) => Promise<unknown> = connection[call.method];
        return await method(...(call.args as never[]));
      } catch (error) {
        if (this.running === running) throw error;
        const died = this.died.get(call);
        if (died) throw call.notes.length > 0 ? died : new Stuck(died.message);
        if (ofIndex.has(call.method)) throw new EngineGone("the engine died");
      } finally {
        this.died.delete(call);
        line.delete(call);
      }
    }
  }

  /** @param at what the dead engine was at */
  private replace(dead: Connection, at: Call | undefined): void {
    if (!this.isRunning) return;
    const isOfNotes = at !== undefined && at.notes.length > 0;
    if (!isOfNotes) this.deaths++;
    const bury = this.shutDown;
    this.line.close();
    this.running = this.deaths > 1 ? Promise.resolve(this.startInPlace("Two workers have died.")) : this.start();
    bury?.();
    dead.close(new Error("the engine died"));
    // What it died of is looked for first, with an engine that has nothing else to lose.
    if (!isOfNotes && this.trials === 0) this.refill();
  }
}
