import { expect, it } from "vitest";
import { parse } from "yaml";
import { noteSource } from "../../src/core/index";
import { start } from "./open-engine";

const note = (path: string, source: string) => noteSource(path, source, (yaml) => parse(yaml) as unknown);

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
