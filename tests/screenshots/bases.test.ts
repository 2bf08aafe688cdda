import { test } from "vitest";
import { openHost } from "../browser/open-host";
import { looks, picture, readGarden } from "./stage";

const base = ["filters:", "  and:", "    - file.inFolder(\"concepts\")", "views:", "  - type: distinguo-map", "    name: Concept map", "  - type: distinguo-square", "    name: Where they stand", ""].join("\n");
const some = looks.filter(({ name }) => ["light", "dark", "zoomed", "forced-colors"].includes(name));

test("a base", async () => {
  const host = await openHost({ vault: { ...(await readGarden()), "Concepts.base": base }, open: "Concepts.base" });
  await host.page.locator(".distinguo-notes-map canvas").waitFor();
  await host.page.waitForTimeout(1500);
  await picture(host, "base-map", some);
  const stage = await host.page.locator(".distinguo-notes-map canvas").boundingBox();
  await host.page.mouse.move((stage?.x ?? 0) + (stage?.width ?? 0) / 2, (stage?.y ?? 0) + (stage?.height ?? 0) / 2);
  await host.page.locator(".distinguo-base, .bases-view").first().locator("select").or(host.page.locator("select").first()).first().selectOption("Where they stand");
  await host.page.locator(".distinguo-square").waitFor();
  await picture(host, "base-square", some);
  await host.close();
});
