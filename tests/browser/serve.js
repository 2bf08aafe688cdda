/** A loopback server for the host page: its files from a folder, the vault and the options from memory. */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** Inside the page nothing may be asked of the network or evaluated, and workers may start from blobs, as in Obsidian. */
const POLICY = "default-src 'self'; script-src 'self' blob:; worker-src blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'";

/** What gives a page a clock of microseconds, as it shares its process with no other. Obsidian's page is not alone so. */
const ALONE = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

/** The script that gives the page its vault: each text stands in it once, with what was read of it beforehand. */
function dataOf({ options, vault, parsed = new Map() }) {
  const texts = [...new Set([...Object.values(vault), ...parsed.keys()])];
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const paths = Object.entries(vault).map(([path, text]) => [path, numbers.get(text)]);
  const known = [...parsed].map(([text, metadata]) => [numbers.get(text), metadata]);
  const given = JSON.stringify({ options, texts, paths, known });
  return `{
const { options, texts, paths, known } = ${given};
window.hostData = {
  options,
  vault: Object.fromEntries(paths.map(([path, number]) => [path, texts[number]])),
  parsed: new Map(known.map(([number, metadata]) => [texts[number], metadata])),
};
}`;
}

async function answer(pathname, content) {
  if (pathname === "/data.js") return [".js", dataOf(content)];
  const path = normalize(pathname === "/" ? "/index.html" : decodeURIComponent(pathname));
  return [extname(path), await readFile(join(content.folder, path))];
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve(server.address().port);
    });
  });
}

/** Serves on 127.0.0.1; with a port that is taken, on the next free one of the following twenty. */
export async function serve(content, port = 0) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    answer(pathname, content).then(
      ([type, body]) => response.writeHead(200, { "content-type": `${TYPES[type] ?? "text/plain"}; charset=utf-8`, "content-security-policy": POLICY, "cache-control": "no-store", ...(content.exactClock ? ALONE : {}) }).end(body),
      () => response.writeHead(404).end("not found"),
    );
  });
  for (let at = port; ; at++) {
    try {
      const actual = await listen(server, at);
      return {
        url: `http://localhost:${actual}/`,
        close: () => new Promise((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
      };
    } catch (error) {
      if (error.code !== "EADDRINUSE" || at >= port + 20) throw error;
    }
  }
}
