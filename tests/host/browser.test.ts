import { afterEach, expect, test, vi } from "vitest";
import { explainMissing, findBrowser } from "../browser/find-browser";
import { tarEntries } from "../browser/tar";

afterEach(() => { vi.unstubAllEnvs(); });

test("a browser is found, or the way to one is named", async () => {
  const found = await findBrowser();
  expect(["CHROMIUM_PATH", "system", "@sparticuz/chromium"]).toContain(found.origin);
});

test("CHROMIUM_PATH comes first, and must be a program", async () => {
  vi.stubEnv("CHROMIUM_PATH", process.execPath);
  expect(await findBrowser()).toEqual({ path: process.execPath, origin: "CHROMIUM_PATH", env: {} });
  vi.stubEnv("CHROMIUM_PATH", "/no/such/chromium");
  await expect(findBrowser()).rejects.toThrow("CHROMIUM_PATH is /no/such/chromium, which is no program that can be run.");
});

test("a browser of the system comes before the one on npm", async () => {
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", "/no/such/folder");
  const found = await findBrowser();
  expect(["system", "@sparticuz/chromium"]).toContain(found.origin);
});

test("missing libraries are named, with the packages that hold them", () => {
  const message = explainMissing("/x/chromium", ["libnss3.so", "libnssutil3.so", "libexpat.so.1", "libodd.so.7"]);
  expect(message).toContain("the system lacks libnss3.so, libnssutil3.so, libexpat.so.1, libodd.so.7");
  expect(message).toContain("apt-get install -y --no-install-recommends libexpat1 libnss3\n");
  expect(message).toContain("Package not known for: libodd.so.7");
});

test("a tar archive is read entry by entry", () => {
  const header = (name: string, size: number, type = "0"): Buffer => {
    const block = Buffer.alloc(512);
    block.write(name, 0);
    block.write(size.toString(8).padStart(11, "0"), 124);
    block.write(type, 156);
    return block;
  };
  const body = (text: string): Buffer => Buffer.concat([Buffer.from(text), Buffer.alloc(512 - Buffer.byteLength(text))]);
  const long = `${"lib/".repeat(30)}ä.so`;
  const archive = Buffer.concat([
    header("lib/a.so", 5), body("hello"),
    header("empty", 0),
    header("././@LongLink", Buffer.byteLength(long) + 1, "L"), body(`${long}\0`), header(long.slice(0, 100), 2), body("ok"),
    header("b", 2), body("ok"),
    Buffer.alloc(1024),
  ]);
  expect([...tarEntries(archive)].map(({ name, body: bytes }) => [name, bytes.toString()])).toEqual([["lib/a.so", "hello"], ["empty", ""], [long, "ok"], ["b", "ok"]]);
});
