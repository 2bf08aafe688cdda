import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryVault, type TemporaryVault } from "./try-out";

let folder: TemporaryVault;
beforeAll(async () => {
  folder = await temporaryVault({ "plain/a.md": "A note.\n" });
});
afterAll(() => folder.remove());

function script(name: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve("scripts", name), ...args], { encoding: "utf8", env: { ...process.env, INIT_CWD: folder.root } });
  return { code: status, out: stdout, err: stderr };
}

describe("the scripts refuse, before they build anything,", () => {
  it("to install where there is no vault, and say how it becomes one", () => {
    expect(script("install-plugin.js")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("npm run install-plugin -- VAULT") as string });
    expect(script("install-plugin.js", "nowhere")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("there is no folder") as string });
    const plain = script("install-plugin.js", "plain");
    expect(plain).toMatchObject({ code: 2, out: "" });
    expect(plain.err).toMatch(/is no vault yet.*Open it in Obsidian once/);
  });

  it("to report on a path that does not exist", () => {
    expect(script("start.js", "nowhere")).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/nowhere is no folder that can be found/) as string });
  });
});
