import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, shot, vault } from "./vault";

const sidebar = (host: HostPage) => host.rightSidebar.locator(".distinguo-concepts");

async function openSidebar(options: Partial<Parameters<typeof openVault>[0]> = {}): Promise<HostPage> {
  const host = await openVault({ open: "concepts/Distributed", ...options });
  await host.command("distinguo:open-concepts");
  await sidebar(host).locator(".distinguo-concept-label").waitFor();
  return host;
}

test("the sidebar shows the concept and its relations in both directions, with their sentences", async () => {
  const host = await openSidebar();
  const view = sidebar(host);
  expect(await view.locator(".distinguo-concept-label").innerText()).toBe("Distributed");
  expect(await view.locator(".distinguo-alt-labels").innerText()).toContain("dispersed");
  expect(await view.locator(".distinguo-definition").innerText()).toBe("Distributed describes things that stand in many places and work together.");
  expect(await view.locator(".distinguo-tag").allInnerTexts()).toEqual(["#arrangement"]);
  const related = view.getByRole("region", { name: "Related", exact: true });
  await related.getByText("Networks", { exact: true }).waitFor();
  expect(await related.innerText()).toContain("what is in many places needs lines between them");
  expect(await related.innerText()).toMatch(/Replication\s*missing/);
  const incoming = view.getByRole("region", { name: "Named as related by" });
  expect(await incoming.innerText()).toContain("one way for the things of a network to stand");
  await shot(host, "concepts-light");
  await host.theme("dark");
  await shot(host, "concepts-dark");
  await host.close();
});

test("a long label that no note answers to leaves its badge in sight", async () => {
  const label = "The long and winding name of a thing that nobody has written a note about as of yet";
  const host = await openSidebar({ vault: { ...vault, "concepts/Distributed.md": `# Distributed\n\n*In many places.*\n\n## Related concepts\n\n- [[${label}]]: it is long.\n` } });
  const row = sidebar(host).locator(".distinguo-relation-label.is-missing");
  const [inside, badge] = await Promise.all([row.boundingBox(), row.locator(".distinguo-badge").boundingBox()]);
  expect((badge?.x ?? 0) + (badge?.width ?? 0)).toBeLessThanOrEqual((inside?.x ?? 0) + (inside?.width ?? 0));
  await shot(host, "concepts-long-label");
  await host.close();
});

test("a click opens the note, with Mod or the middle button in a new tab, and the view follows", async () => {
  const host = await openSidebar();
  const view = sidebar(host);
  const tabs = (): Promise<number> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("markdown").length);
  await view.locator(".distinguo-node", { hasText: "Resilience" }).click();
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Resilience");
  expect([await host.activePath(), await tabs()]).toEqual(["concepts/Resilience.md", 1]);
  await view.locator(".distinguo-relation-label", { hasText: "Distributed" }).click({ modifiers: ["Control"] });
  await expect.poll(() => host.activePath()).toBe("concepts/Distributed.md");
  expect(await tabs()).toBe(2);
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Distributed");
  await view.locator(".distinguo-node", { hasText: "Networks" }).click({ button: "middle" });
  await expect.poll(tabs).toBe(3);
  await host.openNote("concepts/Distributed.md");
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Distributed");
  await view.locator(".distinguo-node", { hasText: "Networks" }).focus();
  await host.press("Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/Networks.md");
  await host.close();
});

test("the map is the same every time, and no two labels share a place", async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`concepts/Neighbour number ${index + 1}.md`, `# Neighbour number ${index + 1}\n\n*One of many.*\n\n## Related concepts\n\n${index % 2 ? "- [[Hub]]: it is near.\n" : ""}`]));
  const hub = `# Hub\n\n*A thing with many ties.*\n\n## Related concepts\n\n${Array.from({ length: 20 }, (_, index) => `- [[Neighbour number ${index + 1}]]: the reason is number ${index + 1}.`).join("\n")}\n\nHub vs. [[Neighbour number 21]]: these two differ.\n`;
  const host = await openVault({ vault: { ...many, "concepts/Hub.md": hub }, open: "concepts/Hub" });
  await host.command("distinguo:open-concepts");
  const view = sidebar(host);
  await view.locator(".distinguo-node").first().waitFor();
  const places = () => view.locator(".distinguo-node, .distinguo-map-centre").evaluateAll((all) => all.map((el) => ({ text: el.textContent ?? "", box: el.getBoundingClientRect().toJSON() as DOMRect })));
  await shot(host, "map-many");
  const first = await places();
  for (const [index, one] of first.entries()) {
    for (const other of first.slice(index + 1)) {
      const apart = one.box.right <= other.box.left || other.box.right <= one.box.left || one.box.bottom <= other.box.top || other.box.bottom <= one.box.top;
      expect(apart, `${one.text} over ${other.text}`).toBe(true);
    }
  }
  await host.openNote("concepts/Neighbour number 1.md");
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Neighbour number 1");
  await host.openNote("concepts/Hub.md");
  await expect.poll(() => view.locator(".distinguo-concept-label").innerText()).toBe("Hub");
  expect(await places()).toEqual(first);
  const shown = await view.locator(".distinguo-node").count();
  await view.locator(".distinguo-node.is-more").first().click();
  expect(await view.locator(".distinguo-node").count()).toBeGreaterThan(shown);
  await host.close();
});

test("the view follows changes of the vault while it is seen, and rests while it is hidden", async () => {
  const host = await openSidebar();
  const view = sidebar(host);
  await host.modify("concepts/Replication.md", "# Replication\n\n*Replication is keeping the same thing in several places.*\n");
  await expect.poll(() => view.locator(".distinguo-relation-label.is-missing").count()).toBe(0);
  await host.modify("concepts/Networks.md", "# Networks\n\n*Threads and knots.*\n\n## Related concepts\n\n- [[Distributed]]: knots that lie far apart.\n");
  await view.locator(".distinguo-relation-label", { hasText: "Resilience" }).focus();
  await expect.poll(() => view.getByText("knots that lie far apart").count()).toBe(1);
  expect(await host.page.evaluate(() => document.activeElement?.textContent)).toBe("Resilience");
  await host.page.evaluate(async () => {
    const { fileManager, vault } = window.host.app;
    const [networks, resilience] = ["concepts/Networks.md", "concepts/Resilience.md"].map((path) => vault.getFileByPath(path));
    if (networks && resilience) {
      await vault.rename(networks, "concepts/Webs.md");
      await fileManager.trashFile(resilience);
    }
  });
  const related = view.getByRole("region", { name: "Related", exact: true });
  await expect.poll(() => related.innerText()).toMatch(/Resilience\s*missing/);
  await expect.poll(() => view.getByRole("region", { name: "Named as related by" }).innerText()).toContain("Webs");
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.collapse());
  await host.openNote("concepts/Decentralized.md");
  await host.page.waitForTimeout(400);
  expect(await view.locator(".distinguo-concept-label").textContent()).toBe("Distributed");
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.expand());
  await expect.poll(() => view.locator(".distinguo-concept-label").textContent()).toBe("Decentralized");
  await host.close();
});

test("where there is nothing to show, the view says what to do", async () => {
  const host = await openSidebar();
  const view = sidebar(host);
  await host.openNote("Quiet.md");
  await expect.poll(() => view.innerText()).toContain("is no concept note");
  expect(await view.innerText()).toContain("lies in a folder “concepts”");
  await shot(host, "concepts-empty");
  await host.openNote("concepts/Governance.md");
  await expect.poll(() => view.innerText()).toContain("Named as related by");
  await host.close();
});

test("turning the plugin on opens the sidebar once", async () => {
  const host = await openVault({ open: "concepts/Distributed", userEnabled: true });
  await sidebar(host).locator(".distinguo-concept-label").waitFor();
  await host.close();
});

test("a sidebar that waited, deferred, is loaded when it is asked for", async () => {
  const host = await openVault({ open: "concepts/Distributed", deferred: ["distinguo-concepts"] });
  await host.command("distinguo:open-concepts");
  await sidebar(host).locator(".distinguo-concept-label").waitFor();
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-concepts").length)).toBe(1);
  await host.close();
});

test("a row's origin opens the note that states it, at the words", async () => {
  const host = await openSidebar();
  const origin = sidebar(host).getByRole("region", { name: "Named as related by" }).locator(".distinguo-relation-origin");
  expect(await origin.innerText()).toBe("that note");
  await origin.click();
  await expect.poll(() => host.activePath()).toBe("concepts/Networks.md");
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toContain("Distributed");
  await host.close();
});

/** Lets the reading of one note wait until `release`, so that what happens meanwhile is not left to chance. */
async function holdReading(host: HostPage, path: string): Promise<{ release: () => Promise<void> }> {
  await host.page.evaluate((held) => {
    const { vault } = window.host.app;
    const read = vault.cachedRead.bind(vault);
    const gate = new Promise<void>((resolve) => Object.assign(window, { release: resolve }));
    vault.cachedRead = async (file) => {
      if (file.path === held) {
        Object.assign(window, { holding: true });
        await gate;
      }
      return read(file);
    };
  }, path);
  return { release: () => host.page.evaluate(() => (window as Window & { release?: () => void }).release?.()) };
}

const isHolding = (host: HostPage) => host.page.waitForFunction(() => "holding" in window);
const trash = (host: HostPage, path: string) => host.page.evaluate((at) => {
  const file = window.host.app.vault.getFileByPath(at);
  if (file) window.host.app.vault.drop(file);
}, path);

test("a note that goes while its batch is read, at the start or after a change, is not kept as a ghost", async () => {
  const concept = (name: string, related: string) => `# ${name}\n\n*${name} is a thing.*\n\n## Related concepts\n\n- [[${related}]]: they meet.\n`;
  const host = await openVault({ vault: { "concepts/Alder.md": concept("Alder", "Birch"), "concepts/Ash.md": concept("Ash", "Birch"), "concepts/Birch.md": concept("Birch", "Cedar"), "concepts/Cedar.md": concept("Cedar", "Birch") }, open: "concepts/Birch" });
  await host.command("distinguo:open-concepts");
  const incoming = sidebar(host).getByRole("region", { name: "Named as related by" });
  await expect.poll(() => incoming.locator(".distinguo-relation").count()).toBe(3);
  const filling = await holdReading(host, "concepts/Cedar.md");
  await host.reloadPlugin();
  await isHolding(host);
  await trash(host, "concepts/Alder.md");
  await filling.release();
  await expect.poll(() => incoming.locator(".distinguo-relation-label").allInnerTexts()).toEqual(["Ash", "Cedar"]);
  await host.page.evaluate(() => Reflect.deleteProperty(window, "holding"));
  // What was renamed is read again; what was changed comes with Obsidian's event.
  const flushing = await holdReading(host, "concepts/Oak.md");
  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    for (const [from, to] of [["concepts/Ash.md", "concepts/Aspen.md"], ["concepts/Cedar.md", "concepts/Oak.md"]] as const) {
      const file = vault.getFileByPath(from);
      if (file) await vault.rename(file, to);
    }
  });
  await isHolding(host);
  await trash(host, "concepts/Aspen.md");
  await flushing.release();
  await host.modify("concepts/Oak.md", concept("Cedar", "Birch").replace("they meet", "they met"));
  await incoming.getByText("they met").waitFor();
  expect(await incoming.locator(".distinguo-relation-label").allInnerTexts()).toEqual(["Cedar"]);
  await host.close();
});
