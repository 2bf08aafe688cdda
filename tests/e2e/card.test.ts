import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, shot, vault } from "./vault";

const card = (host: HostPage): Locator => host.page.getByRole("dialog");

/** Unfolds the ways to ignore the card's diagnostic. */
async function ignoring(host: HostPage): Promise<Locator> {
  await card(host).getByRole("button", { name: "Ignore…" }).click();
  return card(host).getByRole("group", { name: "Ignore…" });
}

async function onWords(host: HostPage): Promise<void> {
  await expect.poll(async () => (await host.marked(".distinguo-mark")).length).toBeGreaterThan(0);
  await host.select((await host.text()).indexOf(conflation.words) + 3);
}

test("resting the pointer on a mark opens its card, with the evidence marked in the text", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  await host.editor.locator(".distinguo-mark").first().hover();
  await card(host).waitFor();
  const shown = await card(host).innerText();
  expect(shown).toContain("what makes the step hold here?");
  expect(shown).toContain(conflation.evidence);
  expect(shown).toContain("Convention");
  await card(host).getByRole("link", { name: "concepts/Decentralized.md" }).waitFor();
  await expect.poll(async () => (await host.marked(".distinguo-evidence")).map(({ text }) => text)).toContain(conflation.evidence);
  await shot(host, "card-light");
  await host.theme("dark");
  await shot(host, "card-dark");

  // Beside the words, never over them.
  const words = await host.editor.locator(".distinguo-mark").first().boundingBox();
  const box = await card(host).boundingBox();
  expect((box?.y ?? 0) >= (words?.y ?? 0) + (words?.height ?? 0) || (box?.y ?? 0) + (box?.height ?? 0) <= (words?.y ?? 0)).toBe(true);

  await host.page.mouse.move(900, 700);
  await card(host).waitFor({ state: "detached" });
  expect(await host.marked(".distinguo-evidence")).toEqual([]);
  await host.close();
});

test("a text that changes while the pointer rests has no card opened that was meant for it as it was", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  const words = host.editor.locator(".distinguo-mark").first();
  await words.hover();
  await host.page.evaluate(() => window.host.app.workspace.activeEditor?.cm.dispatch({ changes: { from: 0, insert: "Ada's own words. " } }));
  await host.page.waitForTimeout(700);
  expect(await card(host).count()).toBe(0);
  expect(await host.marked(".distinguo-evidence")).toEqual([]);
  await host.page.mouse.move(900, 700);
  await words.hover();
  await card(host).waitFor();
  await expect.poll(async () => (await host.marked(".distinguo-evidence")).map(({ text }) => text)).toContain(conflation.evidence);
  await host.close();
});

test("a card with three choices fits; where the window is short, a choice and the links are in sight and the rest scrolls", async () => {
  const text = `${"Some words come before it.\n\n".repeat(12)}The tool is a distributed (decentralized) one: every copy carries the whole history, so that one may work for a week on a train.\n\n${"And some after it.\n\n".repeat(20)}`;
  for (const [name, viewport, fits] of [["choices", { width: 1280, height: 800 }, true], ["choices-short", { width: 640, height: 400 }, false]] as const) {
    const host = await openVault({ vault: { ...vault, "Tool.md": text }, open: "Tool", viewport, theme: fits ? "light" : "dark" });
    await host.select(text.indexOf("(decentralized)"));
    const words = host.editor.locator(".distinguo-mark").first();
    await words.hover();
    const ignore = card(host).getByRole("button", { name: "Ignore…" });
    await ignore.waitFor();
    expect(await card(host).locator(".distinguo-choices > .distinguo-choice").count()).toBe(3);
    const body = card(host).locator(".distinguo-card-body");
    expect(await body.evaluate((el) => el.scrollHeight <= el.clientHeight)).toBe(fits);
    const bottom = async (of: Locator): Promise<number> => of.evaluate((el) => el.getBoundingClientRect().bottom);
    expect(await bottom(card(host).locator(".distinguo-choice-title").first())).toBeLessThan(await bottom(body));
    expect(await bottom(ignore)).toBeLessThan(await bottom(card(host)));
    await shot(host, name);
    await card(host).getByText(/^Convention: /).click();
    const apart = async (): Promise<boolean> => {
      const [one, other] = await Promise.all([card(host).boundingBox(), words.boundingBox()]);
      return one !== null && other !== null && (one.y + one.height <= other.y || other.y + other.height <= one.y);
    };
    await expect.poll(apart).toBe(true);
    await host.close();
  }
});

test("a choice shows what it would change, changes it, and one undo takes it back", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  const before = await host.text();
  await host.command("distinguo:show-card");
  const choice = card(host).locator(".distinguo-choice").first();
  expect(await choice.locator("del").innerText()).toBe("decentralized");
  expect(await choice.locator("ins").innerText()).toBe("distributed");
  await choice.click();
  expect(await host.text()).toBe(before.replace(conflation.sentence, conflation.chosen));
  expect(await card(host).count()).toBe(0);
  await host.undo();
  expect(await host.text()).toBe(before);
  await host.redo();
  expect(await host.text()).toContain(conflation.chosen);
  await host.close();
});

test("the keyboard alone opens the card, walks it and leaves it", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  await host.palette("Show card");
  await card(host).getByRole("link", { name: "concepts/Decentralized.md" }).waitFor();
  const focused = (): Promise<string> => host.page.evaluate(() => document.activeElement?.className ?? "");
  expect(await focused()).toContain("distinguo-choice");
  expect(await card(host).and(host.page.getByRole("dialog", { name: /decentralized/ })).count()).toBe(1);
  await host.press("Shift+Tab");
  expect(await focused()).toContain("clickable-icon");
  await host.press("Shift+Tab");
  expect(await focused()).toContain("distinguo-ignore");
  await host.press("Tab");
  await host.press("Tab");
  expect(await focused()).toContain("distinguo-choice");
  await host.press("Escape");
  expect(await card(host).count()).toBe(0);
  expect(await focused()).toContain("cm-content");
  const text = await host.text();
  await host.palette("Show card");
  await card(host).waitFor();
  await host.press("Enter");
  await expect.poll(() => host.text()).toBe(text.replace(conflation.sentence, conflation.chosen));
  expect(await focused()).toContain("cm-content");
  await host.close();
});

test("the card leads to the vault's own note, and typing on closes it", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  await host.command("distinguo:show-card");
  await card(host).getByRole("link", { name: "concepts/Distributed.md" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Distributed.md");
  await host.openNote("Harbour.md");
  await onWords(host);
  await host.editor.locator(".distinguo-mark").first().hover();
  await card(host).waitFor();
  await host.type("z");
  expect(await card(host).count()).toBe(0);
  await host.close();
});

test("the card is there only where there is something to show", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  await host.select(0);
  expect(await host.command("distinguo:show-card")).toBe(false);
  await host.close();
});

test("ignoring inserts a comment at the end of the line", async () => {
  const host = await openVault({ open: "Harbour" });
  await onWords(host);
  await host.command("distinguo:show-card");
  await (await ignoring(host)).getByRole("button", { name: "Ignore here" }).click();
  await expect.poll(() => host.text()).toContain(`${conflation.sentence} %% distinguo-ignore inferred %%\n`);
  const at = (await host.text()).indexOf(conflation.words);
  const marked = async (): Promise<boolean> => (await host.marked(".distinguo-mark")).some(({ from }) => from === at);
  await expect.poll(marked).toBe(false);
  await host.undo();
  await expect.poll(marked).toBe(true);
  await host.close();
});

test("a phrase that one ignores everywhere is written into distinguo.yaml, and every note is judged by it", async () => {
  const own = "# Ours\nrules:\n  equated: error # Ada asked for it\n";
  for (const [config, after] of [[null, "words:\n"], [own, `${own}words:\n`]] as const) {
    const host = await openVault({ vault: { ...vault, ...(config !== null && { "distinguo.yaml": config }) }, open: "Harbour" });
    await onWords(host);
    await host.command("distinguo:show-card");
    const before = await host.text();
    const marked = async (): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);
    expect(await marked()).toContain(equated);
    const everywhere = (await ignoring(host)).getByRole("button", { name: "Ignore this phrase everywhere" });
    await everywhere.waitFor();
    await shot(host, `everywhere ${config === null ? "without" : "with"} a config`);
    await everywhere.click();
    await host.notices.getByText(/is ignored from now on/).waitFor();
    const phrase = conflation.sentence.slice(conflation.sentence.indexOf("decentralized"), -1);
    expect(await host.file("distinguo.yaml")).toBe(`${after}  exceptions:\n    - ${JSON.stringify(phrase)}\n`);
    const at = before.indexOf(conflation.words);
    await expect.poll(async () => (await host.marked(".distinguo-mark")).some(({ from }) => from === at)).toBe(false);
    expect(await marked()).toContain(equated);
    expect(await host.text()).toBe(before);
    await host.close();
  }
});

test("a config that can't be added to with care stays as it is, and one is told", async () => {
  const config = "words: {cues: {hedge: [as some have it]}}\n";
  const host = await openVault({ vault: { ...vault, "distinguo.yaml": config }, open: "Harbour" });
  await onWords(host);
  await host.command("distinguo:show-card");
  await (await ignoring(host)).getByRole("button", { name: "Ignore this phrase everywhere" }).click();
  await host.notices.getByText(/To add by hand/).waitFor();
  expect(await host.file("distinguo.yaml")).toBe(config);
  await host.close();
});

test("ignoring in a table leaves the row its cells", async () => {
  const host = await openVault({ vault: { "Table.md": `| a | b |\n|---|---|\n| ${conflation.sentence} | c |\n` }, open: "Table" });
  await onWords(host);
  await host.command("distinguo:show-card");
  await (await ignoring(host)).getByRole("button", { name: "Ignore here" }).click();
  await expect.poll(() => host.text()).toContain(`| ${conflation.sentence} %% distinguo-ignore inferred %% | c |\n`);
  await expect.poll(() => host.marked(".distinguo-mark")).toEqual([]);
  await host.close();
});
