import { serialize } from "node:v8";
import type { MessagePort } from "node:worker_threads";
import type { ThreadMessage } from "./crew";

/** Does what comes in at a thread's port, batch by batch in order. What it throws ends the thread, which is noticed at the other end. */
export function serveThread(port: MessagePort, work: (items: readonly never[]) => unknown): void {
  const say = (message: ThreadMessage, ...given: ArrayBuffer[]) => port.postMessage(message, given);
  port.on("message", (items: readonly never[]) => {
    const { buffer, byteOffset, byteLength } = serialize(work(items));
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) say(bytes, buffer);
    else say(bytes.slice());
  });
  say("ready");
}
