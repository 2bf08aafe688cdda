import type { Engine } from "./engine";

/** Asks for one method of the engine. */
export interface Call {
  id: number;
  method: keyof Engine;
  args: unknown[];
}

/** Answers the call of the same id: with its result, or with the message of the error it threw. */
export interface Answer {
  id: number;
  result?: unknown;
  error?: string;
}

function hasId(data: unknown): data is { id: number } {
  return typeof data === "object" && data !== null && "id" in data && typeof data.id === "number";
}

/** Whether a message is a call; ports also carry what others post (browser extensions, dev tools). */
export function isCall(data: unknown): data is Call {
  return hasId(data) && "method" in data && typeof data.method === "string" && "args" in data && Array.isArray(data.args);
}

/** Whether a message is an answer. */
export function isAnswer(data: unknown): data is Answer {
  return hasId(data) && !("method" in data);
}

/** What is answered whenever it is done: nobody's answer hangs on it, and other calls are answered meanwhile. */
export const beside: ReadonlySet<string> = new Set<keyof Engine>(["spoilt", "keep"]);
