import { createEngine } from "./create-engine";
import { isCall } from "./messages";
import type { Port } from "./port";

/** Answers calls that come in at a port, one after the other, with an engine of its own. */
export default function serve(port: Port): void {
  const engine = createEngine();
  port.onmessage = ({ data }) => {
    if (!isCall(data)) return;
    const { id, method, args } = data;
    try {
      if (!Object.keys(engine).includes(method)) throw new Error(`the engine has no method "${String(method)}"`);
      const run: (...args: never[]) => unknown = engine[method];
      port.postMessage({ id, result: run(...(args as never[])) });
    } catch (error) {
      port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
    }
  };
}
