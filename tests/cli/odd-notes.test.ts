import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseGraph, temporaryVault, type TemporaryVault } from "./try-out";

const item = "- [[mill]]: grinds what it keeps, year after year after year\n";

let vault: TemporaryVault;
beforeAll(async () => {
  vault = await temporaryVault({
    ".obsidian/": "",
    "concepts/empty.md": "",
    "concepts/mark.md": "\uFEFF",
    "concepts/granary.md": `It keeps the harvest.\n\n## Related\n\n${item.repeat(Math.ceil(20_000_000 / item.length))}`,
    "concepts/mill.md": "---\naliases: [unclosed\n---\nIt grinds.\r\n\r\n## Related\r\n\r\n- granary: feeds it",
    "concepts/latin.md": new Uint8Array([0x74, 0xe9]),
    "concepts/utf16.md": new Uint8Array([0xff, 0xfe, 0x74, 0x00]),
  });
});
afterAll(() => vault.remove());

describe("graph of notes that are empty, huge, damaged or no text", { timeout: 60_000 }, () => {
  it("reads what can be read, and names the rest", async () => {
    const { code, out, err } = await vault.run("graph");
    expect(code).toBe(0);
    expect(err).toContain("concepts/latin.md could not be read: its bytes are not UTF-8 (first at byte 1)");
    expect(err).toContain("concepts/utf16.md could not be read: its bytes are UTF-16, not UTF-8");
    const { concepts, relations } = parseGraph(out);
    expect(concepts.map(({ path }) => path)).toEqual(["concepts/empty.md", "concepts/granary.md", "concepts/mark.md", "concepts/mill.md"]);
    expect(relations.filter(({ source }) => source === "concepts/granary.md").every(({ target }) => target === "concepts/mill.md")).toBe(true);
    expect(relations.filter(({ source }) => source === "concepts/mill.md")).toMatchObject([{ kind: "related", target: "concepts/granary.md", sentence: "feeds it" }]);
  });
});
