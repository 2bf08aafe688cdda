import { test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { forReadme, looks, picture, readGarden, strange } from "./stage";

const brief = looks.filter(({ name }) => name === "light" || name === "dark" || name === "narrow");

async function openConcepts(options: Partial<Parameters<typeof openHost>[0]> = {}): Promise<HostPage> {
  const host = await openHost({ vault: await readGarden(), open: "concepts/commons", userEnabled: true, ...options });
  await host.rightSidebar.locator(".distinguo-concept-label").waitFor();
  return host;
}

test("the active concept", async () => {
  const host = await openConcepts();
  await host.rightSidebar.locator(".distinguo-node", { hasText: "Stewardship" }).hover();
  await forReadme(host, "sidebar", { theme: "dark", sidebar: 380 });
  await host.theme("light");
  await picture(host, "concept");
  await host.openNote("concepts/money/hawala.md");
  await picture(host, "concept-few-relations", brief);
  await host.openNote("concepts/distributed.md");
  await picture(host, "concept-contrast", brief);
  await host.openNote("index.md");
  await picture(host, "plain-note", brief);
  await host.openNote("reading/glossary.md");
  await picture(host, "glossary", brief);
  await host.close();
});

test("strange names", async () => {
  const host = await openConcepts({ vault: strange, open: "concepts/Hub" });
  await picture(host, "strange-names");
  await host.openNote("concepts/שער המים הגדול של העיר העתיקה.md");
  await picture(host, "right-to-left", brief);
  await host.close();
});

test("nothing to show", async () => {
  const host = await openHost({ vault: { "Quiet.md": "# Quiet\n\nNothing here.\n", "concepts/Lone.md": "# Lone\n\n*Alone.*\n" }, open: "Quiet", userEnabled: true });
  await host.rightSidebar.getByText("is no concept note").waitFor();
  await picture(host, "no-concept", brief);
  await host.openNote("concepts/Lone.md");
  await host.rightSidebar.getByText("No relations yet").waitFor();
  await picture(host, "no-relations", brief);
  await host.close();
});

test("a phone", async () => {
  const host = await openConcepts({ mobile: "phone" });
  await picture(host, "phone", [{ name: "light" }, { name: "dark", theme: "dark" }]);
  await host.close();
});
