import { MessageChannel } from "node:worker_threads";
import { afterEach } from "vitest";
import { connect, type Connection } from "../../src/worker/client";
import type { Port } from "../../src/worker/port";
import serve from "../../src/worker/serve";

const open: (() => void)[] = [];

/** A real message channel with the engine at one end, as where no worker starts. */
export function start(version?: string): Connection {
  const { port1, port2 } = new MessageChannel();
  const asPort = (port: typeof port1): Port => ({
    postMessage: (message) => port.postMessage(message),
    get onmessage(): unknown {
      return null;
    },
    set onmessage(listener: (event: { data: unknown }) => void) {
      port.on("message", (data: unknown) => listener({ data }));
    },
  });
  serve(asPort(port2), version);
  const connection = connect(asPort(port1));
  open.push(() => port1.close());
  return connection;
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});
