import { expect, test } from "vitest";
import { openHost } from "../browser/open-host";

test("the page starts with a vault and no plugin", async () => {
  const host = await openHost({ plugin: null, vault: { "A.md": "# A\n\nSee [[B]] and **bold** `code`.\n", "f/B.md": "text" }, open: "A" });
  expect(await host.activePath()).toBe("A.md");
  await host.screenshot("/tmp/host/shot.png");
  await host.select(0);
  await host.type("hello ");
  expect(await host.text()).toContain("hello # A");
  await host.undo();
  expect(await host.text()).not.toContain("hello");
  await host.close();
});
