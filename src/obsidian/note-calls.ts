import type { NoteSource } from "../core/index";
import type { Engine, RemoteEngine, Turn, Unread } from "../worker/engine";
import type { Doing } from "./set-aside";

/** A note that a call hands over, and how long it is. */
export interface CalledNote {
  path: string;
  length: number;
}

/** What is asked of an engine. */
export interface Call {
  method: keyof Engine;
  args: readonly unknown[];
  /** The notes that are handed over, of which one may be too much for the engine. */
  notes: readonly CalledNote[];
}

type Answer<Method extends keyof Engine> = Awaited<ReturnType<RemoteEngine[Method]>>;

/** How the answers about the parts of a batch, and what was set aside, make the answer about all of it. */
const joined: { [Method in "upsert" | "judgeAll" | "lintAll" | "askForLinks" | "positions"]: (answers: Answer<Method>[], aside: Unread[]) => Answer<Method> } = {
  upsert: (answers, aside) => [...answers.flat(), ...aside],
  judgeAll: (answers, aside) => ({ notes: answers.flatMap(({ notes }) => notes), unread: [...answers.flatMap(({ unread }) => unread), ...aside] }),
  lintAll: (answers, aside) => ({ notes: answers.flatMap(({ notes }) => notes), unread: [...answers.flatMap(({ unread }) => unread), ...aside] }),
  askForLinks: () => undefined,
  positions: (answers) => answers.flat(),
};

type BatchMethod = keyof typeof joined;

function isBatchMethod(method: keyof Engine): method is BatchMethod {
  return method in joined;
}

/** Whether a call hands over many notes at once. */
export function isBatch({ method }: Call): boolean {
  return isBatchMethod(method);
}

function noteIn(arg: unknown): CalledNote[] {
  if (typeof arg !== "object" || arg === null) return [];
  const { path, length, source } = arg as Partial<NoteSource & Turn>;
  return path === undefined || (length ?? source) === undefined ? [] : [{ path, length: length ?? source?.length ?? 0 }];
}

export function callOf(method: keyof Engine, args: readonly unknown[]): Call {
  const [first] = args;
  return { method, args, notes: isBatchMethod(method) && Array.isArray(first) ? first.flatMap(noteIn) : noteIn(first) };
}

/** What is done with the notes of a call. */
export function doingOf({ method }: Call): Doing {
  return method === "upsert" || method === "askForLinks" ? "read" : "judged";
}

/** Parts a batch into calls of so many notes and characters, of one note at least; leaves out those notes that are not wanted. A call that is no batch stays whole. */
export function partsOf(call: Call, most: { notes: number; characters: number }, isWanted: (note: CalledNote) => boolean = () => true): Call[] {
  const [first, ...rest] = call.args;
  if (!isBatch(call) || !Array.isArray(first)) return [call];
  const parts: unknown[][] = [];
  let room = { notes: 0, characters: 0 };
  for (const note of first as unknown[]) {
    const [known] = noteIn(note);
    if (known && !isWanted(known)) continue;
    const length = known?.length ?? 0;
    if (room.notes < 1 || room.characters < length) {
      parts.push([]);
      room = { ...most };
    }
    parts.at(-1)?.push(note);
    room = { notes: room.notes - 1, characters: room.characters - length };
  }
  return parts.map((notes) => callOf(call.method, [notes, ...rest]));
}

/** The answer about a whole batch. */
export function joinAnswers({ method }: Call, answers: readonly unknown[], aside: Unread[]): unknown {
  if (!isBatchMethod(method)) return answers[0];
  const join: (parts: never[], unread: Unread[]) => unknown = joined[method];
  return join(answers as never[], aside);
}
