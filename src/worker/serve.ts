import { createEngine } from "./create-engine";
import { beside, isCall, type Call } from "./messages";
import type { Port } from "./port";

/**
 * Answers calls that come in at a port, one after the other, with an engine of its own: a call waits until the one before it is answered.
 * @param version of the engine's code, by which it tells whether a snapshot is its own
 */
export default function serve(port: Port, version = ""): void {
  const engine = createEngine(version);
  const waiting: Call[] = [];
  let isBusy = false;

  const fail = (id: number, error: unknown): void => port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });

  /** Answers a call at once where it can, else promises to. */
  const answer = ({ id, method, args }: Call): Promise<void> | undefined => {
    try {
      if (!Object.keys(engine).includes(method)) throw new Error(`the engine has no method "${String(method)}"`);
      const run: (...args: never[]) => unknown = engine[method];
      const result = run(...(args as never[]));
      if (result instanceof Promise) return result.then((value: unknown) => port.postMessage({ id, result: value })).catch((error: unknown) => fail(id, error));
      port.postMessage({ id, result });
    } catch (error) {
      fail(id, error);
    }
    return undefined;
  };

  const goOn = (): void => {
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      const promised = answer(call);
      if (!promised || beside.has(call.method)) continue;
      isBusy = true;
      void promised.then(() => {
        isBusy = false;
        goOn();
      });
      return;
    }
  };

  port.onmessage = ({ data }) => {
    if (!isCall(data)) return;
    waiting.push(data);
    if (!isBusy) goOn();
  };
}
