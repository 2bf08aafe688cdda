import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCli, type Built } from "./built";
import { parseLint, temporaryVault, type TemporaryVault } from "./try-out";

const conflated = "The seed ledger is decentralized: its pages are copied to servers in five countries.";
let built: Built;
let vault: TemporaryVault;
beforeAll(async () => {
  built = await buildCli();
  vault = await temporaryVault({ ".obsidian/": "", "distinguo.yaml": "exclude: [drafts]\n", "a.md": `---\ntitle: Ledger\n---\n🌾 ${conflated}\n` });
});
afterAll(async () => {
  await vault.remove();
  await built.remove();
});

const lines = (out: string) => out.split("\n").slice(0, -1).map((line) => JSON.parse(line) as { path?: string; diagnostics?: unknown[]; line?: number; error?: string });

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe("lint --stdin-jsonl", () => {
  it("says of a note what lint --format json says", async () => {
    const [note] = parseLint((await vault.run("lint", "a.md", "--format", "json")).out).notes;
    const { code, out, err } = await vault.runWith(JSON.stringify({ path: "a.md", text: `---\ntitle: Ledger\n---\n🌾 ${conflated}\n` }), "lint", "--stdin-jsonl");
    expect(note?.diagnostics).toHaveLength(1);
    expect([code, lines(out), err]).toEqual([1, [note], ""]);
  });

  it("reads front matter, suppressions, the config, and the lack of a path", async () => {
    const input = [
      { path: "drafts/x.md", text: conflated },
      { text: conflated },
      { path: "quiet.md", text: `---\ndistinguo: false\n---\n${conflated}` },
    ].map((line) => JSON.stringify(line)).join("\n");
    const answers = lines((await vault.runWith(input, "lint", "--stdin-jsonl")).out);
    expect(answers.map(({ path, diagnostics }) => [path, diagnostics?.length])).toEqual([["drafts/x.md", 0], ["line-2.md", 1], ["quiet.md", 0]]);
  });

  it("takes lines as they come: with a byte order mark, CRLF, blanks between, in any pieces, without an end", async () => {
    const note = (at: number) => JSON.stringify({ path: `${at}.md`, text: `№ ${at} ${conflated}` });
    const bytes = new TextEncoder().encode(`\uFEFF${note(1)}\r\n\r\n  \n${note(4)}\n\n${note(6)}`);
    for (const size of [1, 7, 1000]) {
      const { out } = await vault.runIn({ input: pieces(bytes, size) }, "lint", "--stdin-jsonl");
      expect(lines(out).map(({ path, diagnostics }) => [path, diagnostics?.length])).toEqual([["1.md", 1], ["4.md", 1], ["6.md", 1]]);
    }
    expect(await vault.runWith("", "lint", "--stdin-jsonl")).toEqual({ code: 0, out: "", err: "" });
  });

  it("puts an error in the place of a line that can't be used, and goes on", async () => {
    const good = JSON.stringify({ path: "good.md", text: conflated });
    const bytes = Buffer.concat([Buffer.from(`${good}\n{"path": \n"text"\n[]\n{"path":"a.md"}\n{"path":5,"text":""}\n`), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(good)]);
    const { code, out, err } = await vault.runWith(bytes, "lint", "--stdin-jsonl", "--fail-on", "never");
    const answers = lines(out);
    expect(answers.map(({ path, line }) => path ?? line)).toEqual(["good.md", 2, 3, 4, 5, 6, 7, "good.md"]);
    expect(answers.map(({ error = "" }) => error.split(/[(.]/)[0])).toEqual(["", "it is not JSON ", "it is no JSON object", "it is no JSON object", "it has no “text”, or one that is no string", "its “path” is no string", "its bytes are not UTF-8 ", ""]);
    expect([code, err]).toEqual([2, "distinguo: 6 of the lines could not be used; their “error” says why\n"]);
  });

  it("exits by --fail-on", async () => {
    const input = JSON.stringify({ path: "a.md", text: conflated });
    expect(await vault.runWith(input, "lint", "--stdin-jsonl", "--fail-on", "error")).toMatchObject({ code: 0 });
    expect(await vault.runWith(input, "lint", "--stdin-jsonl", "--fail-on", "warning")).toMatchObject({ code: 1 });
  });

  it("refuses what does not go with it", async () => {
    for (const other of [["a.md"], ["--format", "json"], ["--explain"], ["--cache"], ["--stdin-filename", "a.md"]]) {
      expect(await vault.run("lint", "--stdin-jsonl", ...other)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--stdin-jsonl") as string });
    }
  });

  it("keeps the order, however many threads there are, and however long the lines", () => {
    const input = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ path: `${at}.md`, text: at % 1000 === 0 ? `A barn stands. `.repeat(300_000) : at % 3 === 0 ? conflated : "It grinds." })).join("\n");
    const alone = built.run({ cwd: vault.root, input }, "lint", "--stdin-jsonl", "--threads", "1");
    expect(lines(alone.out).map(({ path }) => path)).toEqual(Array.from({ length: 3000 }, (_, at) => `${at}.md`));
    expect(built.run({ cwd: vault.root, input }, "lint", "--stdin-jsonl", "--threads", "4")).toEqual(alone);
  });

  it("gives up a line that ends its thread, and no other", async () => {
    const script = await built.wrap("dying-lines.js", 'const { parse } = JSON;\nJSON.parse = (text) => (text.includes("killer") ? process.exit(3) : parse(text));');
    const input = Array.from({ length: 40 }, (_, at) => JSON.stringify({ path: at === 20 ? "killer.md" : `${at}.md`, text: conflated })).join("\n");
    async function* once() {
      await Promise.resolve();
      yield new TextEncoder().encode(input);
    }
    const { code, out } = await vault.runIn({ script, input: once() }, "lint", "--stdin-jsonl", "--threads", "2");
    const answers = lines(out);
    expect(answers).toHaveLength(40);
    expect(answers[20]).toEqual({ line: 21, error: "it ended the thread that read it" });
    expect(answers.filter(({ path }, at) => path === `${at}.md`)).toHaveLength(39);
    expect(code).toBe(2);
  });
});

describe("lint --stdin-jsonl in a pipe", () => {
  const start = () => spawn(process.execPath, [built.script, "lint", "--stdin-jsonl", "--threads", "2"], { cwd: vault.root, stdio: ["pipe", "pipe", "pipe"] });

  it("answers a line before it has the next", async () => {
    const child = start();
    const answers: string[] = [];
    const closed = new Promise((resolve) => child.on("close", resolve));
    for (const path of ["1.md", "2.md", "3.md"]) {
      const answer = new Promise<string>((resolve) => child.stdout.once("data", (bytes: Buffer) => resolve(bytes.toString())));
      child.stdin.write(`${JSON.stringify({ path, text: conflated })}\n`);
      answers.push(await answer);
    }
    child.stdin.end();
    expect(lines(answers.join("")).map(({ path }) => path)).toEqual(["1.md", "2.md", "3.md"]);
    expect(await closed).toBe(1);
  });

  it("stops without a word when its reader has seen enough", async () => {
    const child = start();
    let err = "";
    child.stderr.on("data", (bytes: Buffer) => (err += bytes.toString()));
    const closed = new Promise((resolve) => child.on("close", resolve));
    // Nobody reads the rest of it either.
    child.stdin.on("error", () => undefined);
    child.stdout.once("data", () => child.stdout.destroy());
    const line = `${JSON.stringify({ path: "a.md", text: conflated.repeat(20) })}\n`;
    const feed = () => {
      while (child.stdin.writable && child.stdin.write(line.repeat(50)));
    };
    child.stdin.on("drain", feed);
    feed();
    expect(await closed).toBe(0);
    expect(err).toBe("");
  });
});
