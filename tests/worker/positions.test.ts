import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import { parse } from "yaml";
import { noteSource } from "../../src/core/index";
import { connect, type Connection } from "../../src/worker/client";
import type { Port } from "../../src/worker/port";
import serve from "../../src/worker/serve";

const note = (path: string, source: string) => noteSource(path, source, (yaml) => parse(yaml) as unknown);
const open: (() => void)[] = [];

function start(): Connection {
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
  serve(asPort(port2));
  open.push(() => port1.close());
  return connect(asPort(port1));
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

const distinction = "distributed-decentralized";

it("tells where notes stand, by the config in force, and which notes are concept notes", async () => {
  const engine = start();
  const notes = [note("concepts/Mill.md", "---\ncontrol: 0.4\n---\nThe mill is distributed.\n"), note("a.md", "The press is decentralized.\n")];
  await engine.upsert(notes);
  expect(await engine.conceptNotes()).toEqual([{ path: "concepts/Mill.md", label: "Mill" }]);
  expect(await engine.labels(["a.md", "concepts/Mill.md", "gone.md"])).toEqual([null, "Mill", null]);
  const values = async () => (await engine.positions(notes, distinction)).map(({ path, convention, axes }) => [path, convention, ...axes.map((axis) => axis && [axis.isGiven, axis.value > 0.5])]);
  expect(await values()).toEqual([["concepts/Mill.md", "two-axes", [false, true], [true, false]], ["a.md", "two-axes", null, [false, true]]]);
  await engine.configure({ convention: "topology", exclude: ["concepts"] });
  expect(await values()).toEqual([["concepts/Mill.md", "topology", null, [true, false]], ["a.md", "topology", null, null]]);
});

it("has one square for each distinction, as plain data", async () => {
  const { squares, conventions } = await start().about();
  expect(squares.map((square) => square.distinction)).toEqual([...new Set(conventions.map((convention) => convention.distinction))]);
  expect(squares[0]?.axes.map(({ id }) => id)).toEqual(["arrangement", "control"]);
});
