import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { styleText } from "node:util";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { plain, type Paint } from "./report/paint";
import { startQuickly } from "./quick-start";
import { run } from "./run";
import { serveThread } from "./threads/serve-thread";
import { workFor, type Task } from "./work/task";

if (isMainThread) await runHere();
else if (parentPort) serveThread(parentPort, workFor(workerData as Task));

async function runHere(): Promise<void> {
  startQuickly();
  const name = process.argv[1] ?? "";
  const { stdin, stdout, stderr } = process;

  /** Colours only where somebody looks, and has not asked for none. */
  const paint: Paint = stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" ? (style, text) => styleText(style, text) : plain;

  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: Error & { code?: string }) => {
      // Whoever read the result, such as `head`, has seen enough.
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
  }

  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    self: path.extname(name) === ".js" ? `node ${path.relative(process.cwd(), name)}` : "distinguo",
    script: fileURLToPath(import.meta.url),
    env: process.env,
    columns: Math.min(100, Math.max(40, stdout.columns ?? 80)),
    paint,
    write: (text) => void stdout.write(text),
    pour: async (bytes) => {
      if (!stdout.write(bytes)) await once(stdout, "drain");
    },
    tell: (text) => void stderr.write(`${text}\n`),
    input: () => stdin,
  });
}
