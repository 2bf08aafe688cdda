import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { openVault, shot, vault } from "./vault";

const sidebar = (host: HostPage) => host.rightSidebar.locator(".distinguo-concepts");

/** The rows of the list below a heading, as deep as they go. */
async function rowsBelow(host: HostPage, title: string): Promise<string[]> {
  return sidebar(host).locator("[role=treeitem]").evaluateAll((all, heading) => {
    const from = all.findIndex((row) => row.getAttribute("aria-level") === "1" && row.querySelector(".distinguo-group-name")?.textContent === heading);
    const end = all.findIndex((row, index) => index > from && row.getAttribute("aria-level") === "1");
    return from < 0 ? [] : all.slice(from + 1, end < 0 ? undefined : end).map((row) => row.textContent ?? "");
  }, title);
}

/** The labels of the rows below a heading. */
async function labelsBelow(host: HostPage, title: string): Promise<string[]> {
  const labels = await sidebar(host).locator("[role=treeitem]").evaluateAll((all) => all.map((row) => [row.getAttribute("aria-level"), row.querySelector(".distinguo-group-name, .distinguo-relation-name")?.textContent ?? ""]));
  const from = labels.findIndex(([level, label]) => level === "1" && label === title);
  const end = labels.findIndex(([level], index) => index > from && level === "1");
  return from < 0 ? [] : labels.slice(from + 1, end < 0 ? undefined : end).map(([, label]) => label ?? "");
}

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
  await view.getByRole("treeitem", { name: "Networks" }).first().waitFor();
  const related = (await rowsBelow(host, "Related")).join("\n");
  expect(related).toContain("what is in many places needs lines between them");
  expect(related).toMatch(/Replication\s*missing/);
  expect((await rowsBelow(host, "Named as related by")).join("\n")).toContain("one way for the things of a network to stand");
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

test("what can't be opened is said", async () => {
  const host = await openSidebar();
  await host.page.evaluate(() => {
    const { workspace } = window.host.app;
    workspace.openLinkText = () => Promise.reject(new Error("the note is locked"));
    workspace.getLeaf = () => { throw new Error("no leaf is left"); };
  });
  await sidebar(host).locator(".distinguo-node", { hasText: "Resilience" }).click();
  await host.notices.getByText("That could not be done: the note is locked").waitFor();
  await sidebar(host).getByRole("treeitem", { name: "Networks" }).first().focus();
  await host.press("Shift+Enter");
  await host.notices.getByText("That could not be done: no leaf is left").waitFor();
  await host.close();
});

test("the map is the same every time, and no two labels share a place", async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`concepts/Neighbour number ${index + 1}.md`, `# Neighbour number ${index + 1}\n\n*One of many.*\n\n## Related concepts\n\n${index % 2 ? "- [[Hub]]: it is near.\n" : ""}`]));
  const hub = `# Hub\n\n*A thing with many ties.*\n\n## Related concepts\n\n${Array.from({ length: 20 }, (_, index) => `- [[Neighbour number ${index + 1}]]: the reason is number ${index + 1}.`).join("\n")}\n\nHub vs. [[Neighbour number 21]]: these two differ.\n`;
  const host = await openVault({ vault: { ...many, "concepts/Hub.md": hub }, open: "concepts/Hub" });
  await host.command("distinguo:open-concepts");
  const view = sidebar(host);
  await view.locator(".distinguo-node").first().waitFor();
  const places = () => view.locator(".distinguo-node, .distinguo-map-centre").evaluateAll((all) => all.map((el) => ({ text: el.textContent ?? "", box: el.getBoundingClientRect().toJSON() as DOMRect })).sort((a, b) => (a.text < b.text ? -1 : 1)));
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
  await view.getByRole("treeitem", { name: "Resilience" }).focus();
  await expect.poll(() => view.getByText("knots that lie far apart").count()).toBe(1);
  expect(await host.page.evaluate(() => document.activeElement?.querySelector(".distinguo-relation-name")?.textContent)).toBe("Resilience");
  await host.page.evaluate(async () => {
    const { fileManager, vault } = window.host.app;
    const [networks, resilience] = ["concepts/Networks.md", "concepts/Resilience.md"].map((path) => vault.getFileByPath(path));
    if (networks && resilience) {
      await vault.rename(networks, "concepts/Webs.md");
      await fileManager.trashFile(resilience);
    }
  });
  await expect.poll(async () => (await rowsBelow(host, "Related")).join("\n")).toMatch(/Resilience\s*missing/);
  await expect.poll(async () => (await rowsBelow(host, "Named as related by")).join("\n")).toContain("Webs");
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

const tree = {
  "concepts/Mill.md": "---\nbroader: \"[[Works]]\"\nnarrower: [\"[[Windmill]]\", \"[[Tide mill]]\"]\nrelated: \"[[Weir]]\"\n---\n# Mill\n\n*A mill turns grain into flour.*\n\n## Related concepts\n\n- [[Weir]]: gives it its water.\n",
  "concepts/Works.md": "---\nnarrower: \"[[Mill]]\"\n---\n# Works\n\n*A works makes things.*\n",
  "concepts/mill-pond.md": "---\ntitle: Mill Pond\n---\n\n*A mill pond keeps water for the wheel.*\n\n## Related concepts\n\n- [[Weir]]: holds it back.\n",
  "concepts/Windmill.md": "# Windmill\n\n*A windmill is turned by the wind.*\n",
  "concepts/Tide mill.md": "# Tide mill\n\n*A tide mill is turned by the ebb.*\n",
  "concepts/Weir.md": "# Weir\n\n*A weir holds water back.*\n",
};

test("broader and narrower concepts are listed and marked, from whichever end they are stated, each once", async () => {
  const host = await openSidebar({ vault: tree, open: "concepts/Mill" });
  const view = sidebar(host);
  const labels = (group: string): Promise<string[]> => labelsBelow(host, group);
  expect([await labels("Broader"), await labels("Narrower"), await labels("Related")]).toEqual([["Works"], ["Tide mill", "Windmill"], ["Weir"]]);
  expect((await rowsBelow(host, "Related")).join("\n")).toContain("gives it its water");
  const nodes = (): Promise<string[]> => view.locator(".distinguo-node").allInnerTexts();
  expect((await nodes()).sort()).toEqual(["Weir", "↑ Works", "↓ Tide mill", "↓ Windmill"]);
  expect(await view.locator(".distinguo-node", { hasText: "Works" }).evaluate((el) => document.getElementById(el.getAttribute("aria-describedby") ?? "")?.textContent)).toContain("a broader concept");
  await shot(host, "concepts-tree-light");
  await host.theme("dark");
  await shot(host, "concepts-tree-dark");
  await host.openNote("concepts/Windmill.md");
  await expect.poll(() => labels("Broader")).toEqual(["Mill"]);
  expect(await nodes()).toEqual(["↑ Mill"]);
  await host.openNote("concepts/Works.md");
  await expect.poll(() => labels("Narrower")).toEqual(["Mill"]);
  await host.openNote("concepts/Weir.md");
  await expect.poll(() => labels("Named as related by")).toEqual(["Mill", "Mill Pond"]);
  expect(await view.locator(".distinguo-relation-origin").allInnerTexts()).not.toContain("mill-pond");
  await host.close();
});

test("what was asked for more stays while one writes, and so do the place, the focus and where a row leads", async () => {
  const names = Array.from({ length: 40 }, (_, index) => `Stone ${index + 1}`);
  const hub = `# Hub\n\n*A thing with many ties.*\n\n## Related concepts\n\n${names.map((name) => `- ${name}: it lies near.`).join("\n")}\n`;
  const host = await openSidebar({ vault: { "concepts/Hub.md": hub, "concepts/Other.md": "# Other\n\n*Another.*\n" }, open: "concepts/Hub" });
  const view = sidebar(host);
  const rows = view.locator(".distinguo-relation");
  expect(await rows.count()).toBe(12);
  await view.getByRole("treeitem", { name: "28 more" }).focus();
  await host.press("Enter");
  await expect.poll(() => rows.count()).toBe(40);
  // The focus goes on with the first of those that have come.
  expect(await rows.nth(12).evaluate((el) => el === document.activeElement)).toBe(true);
  await rows.first().evaluate((el) => el.addClass("is-old"));
  await host.select(hub.indexOf("## Related"));
  await host.type("Rain fell.\n\n");
  await host.flush();
  await host.page.waitForTimeout(1500);
  // Nothing that is shown has changed, so nothing is drawn; a row leads to where it stands by now.
  expect([await rows.count(), await view.locator(".is-old").count()]).toEqual([40, 1]);
  await rows.nth(30).locator(".distinguo-relation-origin").click();
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toContain(await rows.nth(30).locator(".distinguo-relation-name").innerText());
  const scrolled = (): Promise<number> => view.locator(".distinguo-concepts-scroll").evaluate((el) => el.scrollTop);
  await rows.nth(35).locator("a").focus();
  const before = await scrolled();
  expect(before).toBeGreaterThan(200);
  await host.modify("concepts/Other.md", "# Other\n\n*Another.*\n\n## Related concepts\n\n- [[Hub]]: holds it.\n");
  await view.locator(".distinguo-relation-words", { hasText: "holds it" }).waitFor();
  // What was there stays as it is: only what is new is drawn.
  expect([await rows.count(), await view.locator(".is-old").count()]).toEqual([41, 1]);
  expect(await scrolled()).toBe(before);
  expect(await rows.nth(35).locator("a").evaluate((el) => el === document.activeElement)).toBe(true);
  await host.close();
});

test("names of another direction are written in theirs, and long ones are shown whole", async () => {
  const gate = "שער המים הגדול של העיר העתיקה";
  const long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
  const host = await openSidebar({ vault: { [`concepts/${gate}.md`]: `# ${gate}\n\n*שער המים.*\n\n## Related concepts\n\n- [[Mill]]: הטחנה שמקבלת את המים.\n- [[${long}]]: lang.\n`, "concepts/Mill.md": `# Mill\n\n*A mill.*\n\n## Related concepts\n\n- [[${gate}]]: gives it its water.\n` }, open: `concepts/${gate}` });
  const view = sidebar(host);
  /** Whether the last letter of a text, its full stop, stands at the left. */
  const endsLeft = (selector: string): Promise<boolean[]> => view.locator(selector).evaluateAll((all) => all.map((el) => {
    const [text, last] = [document.createRange(), document.createRange()];
    text.selectNodeContents(el);
    last.setStart(el.firstChild ?? el, (el.textContent ?? "").length - 1);
    last.setEnd(el.firstChild ?? el, (el.textContent ?? "").length);
    return last.getBoundingClientRect().left < text.getBoundingClientRect().left + 2;
  }));
  expect(await endsLeft(".distinguo-definition")).toEqual([true]);
  expect((await endsLeft(".distinguo-relation-words")).sort()).toEqual([false, false, true]);
  expect(await view.locator(".distinguo-map-centre").evaluate((el) => getComputedStyle(el).direction)).toBe("rtl");
  const name = view.locator(".distinguo-relation-label", { hasText: long });
  expect(await name.evaluate((el) => el.scrollWidth <= el.clientWidth)).toBe(true);
  await host.theme("dark");
  await shot(host, "concepts-rtl");
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
  expect(await labelsBelow(host, "Named as related by")).toEqual(["Networks"]);
  const origin = sidebar(host).locator(".distinguo-relation-origin", { hasText: "Networks" });
  expect(await origin.locator(":visible").allInnerTexts()).toContain("↗");
  await origin.hover();
  expect(await origin.getAttribute("aria-label")).toBe("Go to where Networks says so, as a link");
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
  const incoming = (): Promise<string[]> => labelsBelow(host, "Named as related by");
  await expect.poll(incoming).toHaveLength(3);
  const filling = await holdReading(host, "concepts/Cedar.md");
  await host.reloadPlugin();
  await isHolding(host);
  await trash(host, "concepts/Alder.md");
  await filling.release();
  await expect.poll(incoming).toEqual(["Ash", "Cedar"]);
  await host.page.evaluate(() => Reflect.deleteProperty(window, "holding"));
  // What was changed and renamed at once is read again; what was changed alone comes with Obsidian's event.
  const flushing = await holdReading(host, "concepts/Oak.md");
  await host.page.evaluate(async () => {
    const { vault } = window.host.app;
    const moves = [["concepts/Ash.md", "concepts/Aspen.md"], ["concepts/Cedar.md", "concepts/Oak.md"]] as const;
    for (const [from] of moves) {
      const file = vault.getFileByPath(from);
      if (file) await vault.append(file, "\n");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const [from, to] of moves) {
      const file = vault.getFileByPath(from);
      if (file) await vault.rename(file, to);
    }
  });
  await isHolding(host);
  await trash(host, "concepts/Aspen.md");
  await flushing.release();
  await host.modify("concepts/Oak.md", concept("Cedar", "Birch").replace("they meet", "they met"));
  await expect.poll(async () => (await rowsBelow(host, "Named as related by")).join("\n")).toContain("they met");
  expect(await incoming()).toEqual(["Cedar"]);
  await host.close();
});
