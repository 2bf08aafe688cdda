import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { violations } from "./axe";
import { openVault, shot, vault } from "./vault";

const block = (text: string): string => `\`\`\`distinguo\n${text}\n\`\`\`\n`;
const embeds = (host: HostPage): Locator => host.reading.locator(".distinguo-embed");

/** Opens a note with the text in reading view. */
async function openNote(text: string, options: Parameters<typeof openVault>[0] = {}): Promise<HostPage> {
  const host = await openVault({ open: "Page", ...options, vault: { ...vault, "Page.md": text, ...options.vault } });
  await host.mode("preview");
  return host;
}

describe("a block in a note", () => {
  test("shows what lies round the concept that it names, as a picture and as a list", async () => {
    const host = await openNote(`# Page\n\n${block("note: dispersed")}\nBelow.\n`);
    const embed = embeds(host);
    await expect.poll(() => embed.locator(".distinguo-concept-label").allInnerTexts()).toEqual(["Distributed"]);
    await embed.locator(".distinguo-node", { hasText: "Networks" }).first().waitFor();
    await embed.locator(".distinguo-list").getByText("a loss in one place leaves the others standing").first().waitFor();
    expect(await embed.locator(".distinguo-embed-problems").isVisible()).toBe(false);
    await shot(host, "embed-concept");
    await embed.locator(".distinguo-node", { hasText: "Networks" }).first().click();
    await expect.poll(() => host.activePath()).toBe("concepts/Networks.md");
    await host.close();
  });

  test("is about its own note where it names none, and follows the vault", async () => {
    const host = await openVault({ vault: { ...vault, "concepts/Weir.md": `# Weir\n\n*A low dam.*\n\n## Related concepts\n\n- [[Networks]]: of channels.\n\n${block("view: list")}` }, open: "concepts/Weir" });
    await host.mode("preview");
    const list = embeds(host);
    await list.getByText("of channels").waitFor();
    expect(await list.locator(".distinguo-map").count()).toBe(0);
    await host.modify("concepts/Networks.md", "# Grids\n\n*Lines.*\n");
    await expect.poll(() => list.getByText("Grids", { exact: true }).count()).toBeGreaterThan(0);
    await host.close();
  });

  test("leaves out what its options leave out, and says so where nothing is left", async () => {
    const host = await openNote(`${block("note: Distributed\nkinds: mention\nview: list")}\n${block("note: Distributed\nfolder: nowhere\nview: list")}`);
    await expect.poll(() => embeds(host).first().getByText("what is in many places").count()).toBe(0);
    await embeds(host).first().getByText("It is often met beside").first().waitFor();
    await embeds(host).nth(1).getByText("leave out all that it is tied to").waitFor();
    await host.close();
  });

  test("says what is wrong with its options, with the line of the note, and shows the rest", async () => {
    const host = await openNote(`# Page\n\n${block("# a map\nshwo: concept\nnote: Distributed\ndepth: 5")}`);
    const problems = embeds(host).locator(".distinguo-embed-problems li");
    await expect.poll(() => problems.allInnerTexts()).toEqual([
      "Line 5: “shwo” is no option. Did you mean “show”? Allowed: show, view, note, depth, kinds, folder, tag, domain, rule, severity, limit.",
      "Line 7: “depth” is the number 5. Allowed: 1, 2, 3.",
    ]);
    await embeds(host).locator(".distinguo-concept-label").getByText("Distributed").waitFor();
    await shot(host, "embed-problems-of-options");
    expect(await violations(host, ".distinguo-embed")).toEqual([]);
    await problems.getByRole("button", { name: "Line 7" }).click();
    await host.mode("source");
    await host.close();
  });

  test("says so where no note answers to its name, and shows it when one does", async () => {
    const host = await openNote(block("note: Sluice"));
    await expect.poll(() => embeds(host).locator(".distinguo-embed-problems li").allInnerTexts()).toEqual(["Line 2: “note”: no note is at “Sluice” or called so."]);
    await host.modify("concepts/Sluice.md", "# Sluice\n\n*A gate in a channel.*\n\n## Related concepts\n\n- [[Networks]]: of channels.\n");
    await embeds(host).locator(".distinguo-concept-label").getByText("Sluice").waitFor();
    expect(await embeds(host).locator(".distinguo-embed-problems").isVisible()).toBe(false);
    await host.close();
  });

  test("lists problems, each a link to its place, and follows the vault", async () => {
    const host = await openNote(`${block("show: problems\nnote: Harbour")}\n${block("show: problems\nfolder: concepts\nrule: one-way-relation")}`);
    const rows = embeds(host).first().locator(".distinguo-finding");
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(3);
    await expect.poll(() => embeds(host).nth(1).locator(".distinguo-finding").count()).toBeGreaterThan(0);
    await shot(host, "embed-problems");
    expect(await violations(host, ".distinguo-embed")).toEqual([]);
    await host.modify("Harbour.md", "# Harbour\n\nQuiet.\n");
    await expect.poll(() => rows.count()).toBe(0);
    await embeds(host).first().getByText("No diagnostics in Harbour.").waitFor();
    await host.modify("Harbour.md", "# Harbour\n\nDistributed and decentralized mean the same.\n");
    await rows.first().click();
    await expect.poll(() => host.activePath()).toBe("Harbour.md");
    await host.close();
  });

  test("lists no problem of a text that changed while it was linted", async () => {
    const host = await openVault({ vault: { ...vault, "Page.md": block("show: problems\nnote: Harbour") }, open: "Harbour" });
    // An engine that has linted before answers at once.
    await host.editor.locator(".distinguo-mark").first().waitFor();
    // What is asked of the note waits until the index hears that the note has changed.
    await host.page.evaluate(() => {
      const own = Reflect.get(Worker.prototype, "postMessage");
      /** What waits; undefined once it has been sent. */
      let held: (() => void)[] | undefined = [];
      Worker.prototype.postMessage = function (this: Worker, message: { method?: string }, ...rest: unknown[]): void {
        const post = (): void => {
          Reflect.apply(own, this, [message, ...rest]);
        };
        if (message.method === "lintAll" && held) {
          held.push(post);
          document.body.dataset["held"] = "";
          return;
        }
        post();
        if (message.method !== "upsert" || !held || held.length === 0) return;
        for (const one of held) one();
        held = undefined;
      };
    });
    await host.openNote("Page.md");
    await host.mode("preview");
    await host.page.locator("body[data-held]").waitFor({ state: "attached" });
    await host.modify("Harbour.md", "# Harbour\n\nQuiet.\n");
    await embeds(host).getByText("No diagnostics in Harbour.").waitFor();
    await host.close();
  });

  test("lists no more than its limit until one asks", async () => {
    const text = Array.from({ length: 7 }, () => "Distributed and decentralized mean the same.\n").join("\n");
    const host = await openNote(block("show: problems\nnote: Many\nlimit: 3"), { vault: { "Many.md": text } });
    const rows = embeds(host).locator(".distinguo-finding");
    await expect.poll(() => rows.count()).toBe(3);
    await embeds(host).getByRole("button", { name: "4 more" }).click();
    await expect.poll(() => rows.count()).toBe(6);
    await host.close();
  });

  test("creates the note of a missing concept, as the list offers", async () => {
    const host = await openNote(block("note: Distributed\nview: list"));
    await embeds(host).getByRole("button", { name: "Create" }).first().click();
    // The note that names it is changed out of sight, so what is changed is shown first.
    await host.page.locator(".modal .mod-cta").click();
    await expect.poll(() => host.activePath()).toBe("concepts/Replication.md");
    await host.close();
  });

  test("offers for a node what the sidebar offers: to create it, to pin it and let it go, to go to where it is named", async () => {
    const host = await openNote(block("note: Distributed"), { vault: { "concepts/Sluice.md": "*A gate.*\n\n## Related concepts\n\n- [[Distributed]]: as its water is.\n" } });
    const menu = host.page.locator(".menu");
    const items = async (label: string): Promise<string[]> => {
      await embeds(host).locator(".distinguo-node", { hasText: label }).click({ button: "right" });
      return (await menu.getByRole("menuitem").allInnerTexts()).map((item) => item.trim());
    };
    expect(await items("Replication")).toEqual(["Create note", "Pin", expect.stringMatching(/^Go to /)]);
    await host.press("Escape");
    const pinned = embeds(host).locator(".distinguo-spot.is-pinned");
    expect(await items("Networks")).toEqual(expect.arrayContaining(["Show in the middle", "Pin", expect.stringMatching(/^Go to “/)]));
    await menu.getByText("Pin", { exact: true }).click();
    await expect.poll(() => pinned.allInnerTexts()).toEqual([expect.stringContaining("Networks")]);
    expect(await items("Networks")).toContain("Unpin");
    await menu.getByText("Unpin").click();
    await expect.poll(() => pinned.count()).toBe(0);
    await items("Sluice");
    await menu.getByText("Show in the middle").click();
    await embeds(host).locator(".distinguo-concept-label").getByText("Sluice").waitFor();
    await host.page.evaluate(async () => {
      const { vault: notes } = window.host.app;
      const file = notes.getFileByPath("concepts/Sluice.md");
      if (file) await notes.rename(file, "concepts/Gate.md");
    });
    await expect.poll(() => embeds(host).locator(".distinguo-concept-label").innerText()).toBe("Gate");
    await host.close();
  });

  test("stands in live preview and in embeds, where its lines are its own", async () => {
    const host = await openVault({ vault: { ...vault, "Page.md": `Top.\n\n${block("note: Distributed\nfoo: 1\nview: list")}`, "Other.md": "Above.\n\n![[Page]]\n" }, open: "Page" });
    await host.select(1);
    const live = host.editor.locator(".distinguo-embed");
    await live.locator(".distinguo-concept-label").getByText("Distributed").waitFor();
    await expect.poll(() => live.locator(".distinguo-embed-problems li").allInnerTexts()).toEqual([expect.stringContaining("Line 2 of this block: “foo” is no option.")]);
    await shot(host, "embed-live-preview");
    await host.openNote("Other.md");
    await host.mode("preview");
    await embeds(host).locator(".distinguo-concept-label").getByText("Distributed").waitFor();
    await host.close();
  });

  test("is no prose of its note, though it may show the same words", async () => {
    const host = await openVault({ vault: { ...vault, "Page.md": `${block("show: problems")}\n\nDistributed and decentralized mean the same.\n`, "Other.md": "![[Page]]\n" }, open: "Other" });
    await host.mode("preview");
    await embeds(host).locator(".distinguo-finding").first().waitFor();
    const marks = host.reading.locator(".distinguo-mark[role=button]");
    await expect.poll(() => marks.count()).toBe(1);
    // Other settings have all that is shown judged again, with what the block shows by now.
    await host.writeData(JSON.stringify({ rules: { equated: "error" } }));
    await host.settingsChangedOutside();
    await host.reading.locator(".distinguo-mark[role=button].distinguo-error").waitFor();
    await embeds(host).locator(".distinguo-finding.distinguo-error").waitFor();
    await host.writeData(JSON.stringify({ rules: { equated: "info" } }));
    await host.settingsChangedOutside();
    await host.reading.locator(".distinguo-mark[role=button].distinguo-info").waitFor();
    expect(await marks.evaluateAll((all) => all.map((el) => el.closest(".distinguo-embed") === null))).toEqual([true]);
    await host.close();
  });

  test("goes with its note to a window of its own", async () => {
    const host = await openNote(block("note: Distributed"));
    await embeds(host).locator(".distinguo-node").first().waitFor();
    const popup = await host.popOut();
    const there = popup.locator(".distinguo-embed");
    await there.locator(".distinguo-node").first().waitFor();
    await host.modify("concepts/Networks.md", "# Grids\n\n*Lines.*\n");
    await expect.poll(() => there.getByText("Grids").count()).toBeGreaterThan(0);
    await host.close();
  });

  test("does no work while it is out of sight", async () => {
    const host = await openNote(`${"Far away.\n\n".repeat(200)}${block("note: Distributed\nview: list")}`);
    await embeds(host).waitFor({ state: "attached" });
    await host.page.waitForTimeout(400);
    expect(await embeds(host).locator(".distinguo-concept-label").count()).toBe(0);
    await embeds(host).scrollIntoViewIfNeeded();
    await embeds(host).locator(".distinguo-concept-label").getByText("Distributed").waitFor();
    await host.page.evaluate(() => { document.querySelector(".markdown-reading-view")?.scrollTo(0, 0); });
    await host.page.waitForTimeout(100);
    await host.modify("concepts/Distributed.md", "# Scattered\n\n*Here and there.*\n");
    await host.page.waitForTimeout(1200);
    expect(await embeds(host).locator(".distinguo-concept-label").allInnerTexts()).toEqual(["Distributed"]);
    await embeds(host).scrollIntoViewIfNeeded();
    await embeds(host).locator(".distinguo-concept-label").getByText("Scattered").waitFor();
    await host.close();
  });

  test("leaves nothing behind, closed with its note or with the plugin", async () => {
    const host = await openVault({ vault: { ...vault, "Page.md": `${block("note: Distributed")}\n${block("show: problems\nfolder: /")}` }, open: "Quiet" });
    const listeners = (): Promise<number> => host.page.evaluate(() => window.host.listeners());
    const before = await listeners();
    for (let time = 0; time < 5; time++) {
      await host.openNote("Page.md", "tab");
      await host.mode("preview");
      await embeds(host).first().locator(".distinguo-node").first().waitFor();
      await host.page.evaluate(() => window.host.app.workspace.activeLeaf?.detach());
    }
    await expect.poll(listeners).toBe(before);
    await host.openNote("Page.md");
    await host.mode("preview");
    await embeds(host).first().locator(".distinguo-node").first().waitFor();
    await host.unloadPlugin();
    await expect.poll(() => embeds(host).count()).toBe(0);
    await host.close();
  });
});
