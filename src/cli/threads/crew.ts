import { Worker } from "node:worker_threads";
import { reasonOf } from "../failure";
import { parcelFrom, parcelOf, type Parcel } from "./parcel";

/** How many batches lie with a thread: the one it works at, and one so that it need not wait for the next. */
const mostInHand = 2;

/** Megabytes that a thread may hold: of what lasts, and of what is fresh. A note that wants more ends the thread, not the run. */
const heap = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 };

/** What a thread says: that it is there, or what a batch came to. */
export type ThreadMessage = "ready" | Uint8Array;

/** Several hands for one kind of work. */
export interface Crew<Item, Answer> {
  /** Has a batch done. An item that ends the thread it is with is given up, by itself; the others are done all the same. Where no thread is left to tell which of a batch it was, all of that batch are given up. */
  do(items: readonly Item[]): Promise<Parcel<Answer>[]>;
  /** Ends the threads. */
  close(): void;
}

/** How a crew is made up. */
export interface CrewPlan<Item, Answer> {
  /** How many threads; with 1 the work is done here. */
  threads: number;
  /** The file that a thread starts from; without one the work is done here. */
  script: string | undefined;
  /** What the threads are told once. */
  task: unknown;
  /** The same work here, where there are no threads. */
  work: (items: readonly Item[]) => Answer;
  /** The answer for an item that ended its thread. */
  lost: (item: Item, reason: string) => Answer;
}

interface Batch<Item> {
  items: readonly Item[];
  done(bytes: Uint8Array): void;
  /** Its thread came to an end over it. */
  fail(reason: string): void;
  /** There are no threads, or no more. */
  decline(): void;
}

/** Gathers a crew. Where no thread starts, the work is done here. */
export function createCrew<Item, Answer>({ threads, script, task, work, lost }: CrewPlan<Item, Answer>): Crew<Item, Answer> {
  const waiting: Batch<Item>[] = [];
  const crew = new Set<{ inHand: Batch<Item>[]; worker: Worker }>();
  let isClosed = false;
  let isAlone = script === undefined || threads < 2;

  const handOut = () => {
    if (crew.size === 0) for (const batch of waiting.splice(0)) batch.decline();
    // One each first.
    for (const most of Array.from({ length: mostInHand }, (_, at) => at + 1)) {
      for (const { inHand, worker } of crew) {
        const batch = inHand.length < most ? waiting.shift() : undefined;
        if (!batch) continue;
        inHand.push(batch);
        worker.postMessage(batch.items);
      }
    }
  };

  const start = (file: string) => {
    const worker = new Worker(file, { workerData: task, resourceLimits: heap });
    const member = { inHand: new Array<Batch<Item>>(), worker };
    let isReady = false;
    let reason = "it ended the thread that read it";
    crew.add(member);
    worker.on("message", (message: ThreadMessage) => {
      if (message === "ready") isReady = true;
      else {
        member.inHand.shift()?.done(message);
        handOut();
      }
    });
    worker.on("error", (error) => (reason = `it ended the thread that read it (${reasonOf(error)})`));
    worker.on("exit", () => {
      crew.delete(member);
      if (isClosed) return;
      const [first, ...rest] = member.inHand;
      if (isReady && !isAlone) start(file);
      isAlone ||= !isReady;
      waiting.unshift(...(isReady ? rest : member.inHand));
      if (isReady) first?.fail(reason);
      handOut();
    });
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One batch after the other, so that each is taken in before the next is begun. */
  const doHere = (items: readonly Item[]): Promise<Parcel<Answer>[]> => {
    const done = last.then(() => [parcelOf(work(items))]);
    last = done.catch(() => undefined);
    return done;
  };

  /** @param isSuspect whether it may be what ended a thread: then it is not done here, where it would end the run */
  const doItems = (items: readonly Item[], isSuspect = false): Promise<Parcel<Answer>[]> =>
    new Promise((resolve, reject) => {
      const [only] = items;
      const lose = (item: Item, reason: string): void => resolve([parcelOf(lost(item, reason))]);
      waiting.push({
        items,
        done: (bytes) => resolve([parcelFrom(bytes)]),
        fail: (reason) => {
          if (items.length === 1 && only !== undefined) lose(only, reason);
          else Promise.all(items.map((item) => doItems([item], true))).then((parcels) => resolve(parcels.flat()), reject);
        },
        decline: () => {
          if (isSuspect && only !== undefined) lose(only, "it, or another beside it, ended the thread that read them");
          else void doHere(items).then(resolve, reject);
        },
      });
      handOut();
    });

  if (!isAlone && script !== undefined) for (let count = 0; count < threads; count += 1) start(script);
  return {
    do: (items) => doItems(items),
    close() {
      isClosed = true;
      for (const { worker } of crew) void worker.terminate();
    },
  };
}
