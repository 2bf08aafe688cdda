import path from "node:path";
import { styleText } from "node:util";
import { plain, type Paint } from "./report/paint";
import { run } from "./run";

const script = process.argv[1] ?? "";
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
  self: path.extname(script) === ".js" ? `node ${path.relative(process.cwd(), script)}` : "distinguo",
  env: process.env,
  columns: Math.min(100, Math.max(40, stdout.columns ?? 80)),
  paint,
  write: (text) => void stdout.write(text),
  tell: (text) => void stderr.write(`${text}\n`),
  readInput: async () => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
});
