import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCli, type Built } from "./built";
import { temporaryVault, type TemporaryVault } from "./try-out";

const conflated = "The seed ledger is decentralized: its pages are copied to servers in five countries.\n";
let built: Built;
let vault: TemporaryVault;

beforeAll(async () => {
  built = await buildCli();
  const notes = Object.fromEntries(Array.from({ length: 260 }, (_, at) => [
    `concepts/mill ${at}.md`,
    `---\naliases: [grinder ${at}]\n---\n# Mill ${at}\n\n${at % 7 === 0 ? conflated : "It grinds.\n"}\n## Related\n\n- [[mill ${at + 1}]]: its neighbour\n- [[nowhere ${at}]]\n`,
  ]));
  vault = await temporaryVault({
    ".obsidian/": "",
    ...notes,
    "concepts/distributed.md": "# Distributed\n",
    "concepts/latin.md": new Uint8Array([0x74, 0xe9]),
    "big.md": `${"A barn stands in the valley. ".repeat(20_000)}\n\n${conflated}`,
    "killer.md": conflated,
  });
});
afterAll(async () => {
  await vault.remove();
  await built.remove();
});

describe("a vault read in threads", () => {
  it.each([["lint"], ["lint", "--format", "json"], ["check", "--format", "json"], ["check", "concepts"], ["graph"], ["mentions"], ["report"]])("gives what one thread gives: %s", (...args) => {
    const alone = built.run({ cwd: vault.root }, ...args, "--threads", "1");
    expect(built.run({ cwd: vault.root }, ...args, "--threads", "4")).toEqual(alone);
    expect(alone.err).toContain("latin.md could not be read");
    expect(alone.out).not.toBe("");
  });

  it("sets a note aside that ends its thread, and reads the others", async () => {
    const script = await built.wrap("dying.js", 'const { readFileSync } = fs;\nfs.readFileSync = (file, ...rest) => (String(file).endsWith("killer.md") ? process.exit(3) : readFileSync(file, ...rest));');
    const whole = await vault.run("lint", "--format", "unix");
    const { code, out, err } = await vault.runIn({ script }, "lint", "--format", "unix", "--threads", "2");
    expect(err).toContain("killer.md could not be read: it ended the thread that read it");
    expect(whole.out).toMatch(/^killer\.md:/m);
    expect(out).toBe(whole.out.replace(/^killer\.md:.*\n/m, "").replace(/(\d+)(?= notes)/, String));
    expect(code).toBe(1);
  });

  it("never reads a note here that may have ended a thread, where no other thread starts", async () => {
    const flag = path.join(vault.root, "dead");
    const script = await built.wrap("last.js", `
      const [flag, { readFileSync }] = [${JSON.stringify(flag)}, fs];
      if (fs.existsSync(flag)) throw new Error("no more threads");
      fs.readFileSync = (file, ...rest) => {
        if (String(file).endsWith("killer.md")) fs.writeFileSync(flag, "");
        if (fs.existsSync(flag)) process.exit(3);
        return readFileSync(file, ...rest);
      };`);
    const whole = await vault.run("lint", "--format", "unix");
    const { code, out, err } = await vault.runIn({ script }, "lint", "--format", "unix", "--threads", "2");
    const lost = [...err.matchAll(/^distinguo: (.*) could not be read: it.* ended the thread/gm)].map(([, note]) => note);
    expect(lost).toContain("killer.md");
    expect(lost.length).toBeLessThan(100);
    const linesOf = (text: string) => text.split("\n").filter((line) => /^\S.*\.md:/.test(line));
    expect(linesOf(out)).toEqual(linesOf(whole.out).filter((line) => !lost.includes(line.slice(0, line.indexOf(":")))));
    expect(code).toBe(1);
  });

  it("says of a note named outright that its thread ended, by the exit code too", async () => {
    const script = await built.wrap("odd.js", 'const { readFileSync } = fs;\nfs.readFileSync = (file, ...rest) => { if (String(file).endsWith("killer.md")) throw new Error("outside of all care"); return readFileSync(file, ...rest); };');
    const { code, err } = await vault.runIn({ script }, "lint", ".", "killer.md", "--threads", "2", "--format", "unix");
    expect(err).toContain("killer.md could not be read: outside of all care");
    expect(code).toBe(2);
  });

  it("does without threads where none starts", async () => {
    const script = await built.wrap("never.js", 'throw new Error("no threads here");');
    expect(await vault.runIn({ script }, "check", "--format", "json", "--threads", "3")).toEqual(await vault.run("check", "--format", "json"));
  });

  it("wants a number of threads", async () => {
    expect(await vault.run("lint", "--threads", "many")).toEqual({ code: 2, out: "", err: "distinguo: --threads: “many” is no number of threads. Give 1 to 64.\n" });
  });
});
