import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { noteSource } from "../../src/core/index";
import { start } from "./open-engine";

const note = (path: string, source: string) => noteSource(path, source, (yaml) => parse(yaml) as unknown);

describe("the engine at the far end of a port", () => {
  it("answers each call with its own result", async () => {
    const engine = start();
    const [about, view] = await Promise.all([engine.about(), engine.view("nowhere.md")]);
    expect(about.conventions.length).toBeGreaterThan(0);
    expect(view).toEqual({ path: "nowhere.md", concept: undefined, neighbors: [] });
  });

  it("keeps the index that it was filled with", async () => {
    const engine = start();
    await engine.upsert([
      note("concepts/Weir.md", "# Weir\n\nA low dam across a river.\n\n## Related concepts\n\n- [[Sluice]]: lets through what a weir holds back.\n"),
      note("concepts/Sluice.md", "# Sluice\n\nA gate in a channel.\n"),
    ]);
    const view = await engine.view("concepts/Sluice.md");
    expect(view.concept?.prefLabel).toBe("Sluice");
    expect(view.neighbors.map(({ direction, path }) => [direction, path])).toContainEqual(["in", "concepts/Weir.md"]);
    expect(await engine.resolve(["weirs", "no such thing"])).toEqual(["concepts/Weir.md", null]);
    await engine.rename("concepts/Weir.md", "concepts/Dam.md");
    await engine.remove("concepts/Sluice.md");
    expect((await engine.graph()).concepts.map(({ path }) => path)).toEqual(["concepts/Dam.md"]);
  });

  it("tells when a config empties the index, and reports what it can't use", async () => {
    const engine = start();
    await engine.upsert([note("terms/Weir.md", "# Weir\n\nA low dam.\n")]);
    expect((await engine.view("terms/Weir.md")).concept).toBeUndefined();
    const reading = await engine.configure({ concepts: { folders: ["terms"] }, convention: 7 });
    expect(reading.emptied).toBe(true);
    expect(reading.problems.map(({ key }) => key)).toEqual(["convention"]);
    expect((await engine.configure({ concepts: { folders: ["terms"] } })).emptied).toBe(false);
    expect((await engine.configure({ concepts: { folders: ["terms"] }, rules: { inferred: "error" } })).emptied).toBe(false);
    expect((await engine.configure({ concepts: { folders: ["terms"] }, rules: { "unresolved-link": "off" } })).emptied).toBe(false);
    await engine.upsert([note("terms/Weir.md", "# Weir\n\nA low dam.\n")]);
    expect((await engine.view("terms/Weir.md")).concept?.prefLabel).toBe("Weir");
  });

  it("lints by the severities it is given", async () => {
    const engine = start();
    const conflation = note("a.md", "The club is decentralized because its copies sit on servers in nine countries.\n");
    const [first] = await engine.lint(conflation);
    expect(first).toBeDefined();
    await engine.configure({ rules: { [first?.rule ?? ""]: "error" } });
    expect((await engine.lint(conflation))[0]?.severity).toBe("error");
    const { notes, unread } = await engine.lintAll([conflation, note("b.md", "Nothing to see.\n")]);
    expect([notes.map(({ path }) => path), unread]).toEqual([["a.md"], []]);
    await engine.configure({ exclude: ["old/"] });
    expect(await engine.lint({ ...conflation, path: "old/a.md" })).toEqual([]);
  });

  it("hands an error on as an error of the call", async () => {
    const engine = start();
    // Nothing typed can fail, so this goes round the types, as a message from elsewhere would.
    const call: (...args: never[]) => Promise<unknown> = engine.lint;
    await expect(call(...([null] as never[]))).rejects.toThrow();
    expect((await engine.about()).rules.length).toBeGreaterThan(0);
  });

  it("tells of a note that it can't read, and reads the others", async () => {
    const engine = start();
    const odd = { path: "odd.md" } as Parameters<typeof engine.lint>[0];
    const found = await engine.lintAll([odd, note("a.md", "The club is decentralized because its copies sit on servers in nine countries.\n")]);
    expect(found.unread).toEqual([{ path: "odd.md", reason: expect.any(String) as string }]);
    expect(found.notes.map(({ path }) => path)).toEqual(["a.md"]);
    expect(await engine.upsert([odd, note("concepts/Weir.md", "# Weir\n\nA low dam.\n")])).toHaveLength(1);
    expect((await engine.view("concepts/Weir.md")).concept?.prefLabel).toBe("Weir");
  });

  it("lets what waits fail when it is closed", async () => {
    const engine = start();
    const waiting = engine.about();
    engine.close(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    await expect(engine.about()).rejects.toThrow("gone");
  });
});
