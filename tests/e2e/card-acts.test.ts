import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, shot, vault } from "./vault";

const card = (host: HostPage): Locator => host.page.getByRole("dialog");
const marked = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

async function show(host: HostPage, words = conflation.words): Promise<void> {
  const at = (await host.text()).indexOf(words);
  await expect.poll(async () => (await host.marked(".distinguo-mark")).some(({ from }) => from === at)).toBe(true);
  await host.select(at + 1);
  expect(await host.command("distinguo:show-card")).toBe(true);
  await card(host).getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
}

/** Whether something in the card's body is in sight, whole. */
async function isInSight(host: HostPage, what: Locator): Promise<boolean> {
  const [body, box] = await Promise.all([card(host).locator(".distinguo-card-body").boundingBox(), what.boundingBox()]);
  return body !== null && box !== null && box.height > 0 && box.y >= body.y && box.y + box.height <= body.y + body.height - 4;
}

async function ignoring(host: HostPage): Promise<Locator> {
  await card(host).getByRole("button", { name: "Ignore…" }).click();
  return card(host).getByRole("group", { name: "Ignore…" });
}

test("a diagnostic is ignored with a reason, or by its phrase in this note; each is one undo", async () => {
  const host = await openVault({ open: "Harbour" });
  const before = await host.text();
  await show(host);
  await ignoring(host);
  // By keys alone: the way has the focus, and the field for its reason comes next.
  await host.press("Tab");
  await host.type("Ada wants 1 word for it");
  await host.press("Enter");
  await expect.poll(() => host.text()).toBe(before.replace(conflation.sentence, `${conflation.sentence} %% distinguo-ignore inferred: Ada wants 1 word for it %%`));
  await host.undo();
  expect(await host.text()).toBe(before);
  await show(host);
  await (await ignoring(host)).getByRole("button", { name: "Ignore this phrase in this note" }).click();
  await expect.poll(() => host.text()).toMatch(/^---\ndistinguo-exceptions:\n[^]*---\n# Harbour archive/);
  await expect.poll(async () => (await marked(host)).length).toBe(2);
  await host.undo();
  expect(await host.text()).toBe(before);
  await host.close();
});

test("a rule is switched off from the card, and on again; where distinguo.yaml settles it, the card says so", async () => {
  const host = await openVault({ open: "Harbour" });
  await show(host, equated);
  await (await ignoring(host)).getByRole("button", { name: "Switch the rule off" }).click();
  const notice = host.notices.getByText("The rule “equated” is switched off.");
  await notice.waitFor();
  await expect.poll(async () => (await marked(host)).includes(equated)).toBe(false);
  expect(await host.data()).toContain("\"equated\": \"off\"");
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await marked(host)).includes(equated)).toBe(true);
  expect(await host.data()).not.toContain("\"equated\"");
  await host.modify("distinguo.yaml", "rules:\n  equated: error\n");
  await host.editor.locator(".distinguo-error").first().waitFor();
  await show(host, equated);
  const off = (await ignoring(host)).getByRole("button", { name: "Switch the rule off" });
  expect(await off.isDisabled()).toBe(true);
  expect(await off.innerText()).toContain("distinguo.yaml settles");
  await host.close();
});

test("another convention is followed from the card: in the vault, or in the note where distinguo.yaml or the note names it", async () => {
  const host = await openVault({ open: "Harbour" });
  const before = await host.text();
  await show(host);
  await card(host).getByText("Convention: Two axes").click();
  const follow = card(host).getByRole("button", { name: "Follow" });
  await expect.poll(() => isInSight(host, card(host).locator(".distinguo-follow"))).toBe(true);
  expect(await follow.isDisabled()).toBe(true);
  await card(host).getByLabel("Follow in this vault").selectOption("topology");
  // What it means is said before it is followed.
  await expect.poll(() => isInSight(host, card(host).getByText("Paul Baran"))).toBe(true);
  await shot(host, "convention-vault");
  await follow.click();
  await host.notices.getByText("This vault follows “Shape of the network” from now on.").waitFor();
  await expect.poll(async () => (await marked(host)).includes("decentralized")).toBe(false);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await marked(host)).length).toBe(3);

  await host.modify("distinguo.yaml", "convention: subset\n");
  await expect.poll(async () => {
    await show(host);
    const shown = await card(host).innerText();
    await host.press("Escape");
    return shown;
  }).toContain("Convention: Decentralized as a kind");
  await show(host);
  await card(host).getByText("Convention: Decentralized as a kind").click();
  await card(host).getByText("In this vault, distinguo.yaml settles it.").waitFor();
  await expect.poll(() => isInSight(host, card(host).locator(".distinguo-follow"))).toBe(true);
  await card(host).getByLabel("Follow in this note").selectOption("two-axes");
  await expect.poll(() => isInSight(host, card(host).getByText("SuperBenefit"))).toBe(true);
  await shot(host, "convention-note");
  await follow.click();
  await expect.poll(() => host.text()).toBe(`---\ndistinguo-convention: two-axes\n---\n${before}`);
  await expect.poll(async () => {
    await show(host);
    const shown = await card(host).innerText();
    await host.press("Escape");
    return shown;
  }).toContain("Convention: Two axes");
  await show(host);
  await card(host).getByText("Convention: Two axes").click();
  await card(host).getByText("This note names it by its property “distinguo-convention”.").waitFor();
  await card(host).getByLabel("Follow in this note").selectOption("buterin");
  await follow.click();
  await expect.poll(() => host.text()).toBe(`---\ndistinguo-convention: buterin\n---\n${before}`);
  await host.undo();
  expect(await host.text()).toBe(`---\ndistinguo-convention: two-axes\n---\n${before}`);
  await host.close();
});

test("hovering takes no focus, a screen reader hears name and readings, Escape closes from outside too, and nothing stays", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(async () => (await marked(host)).length).toBe(3);
  await host.select(0);
  const count = (): Promise<number> => host.page.evaluate(() => document.querySelectorAll("*").length);
  await host.editor.locator(".distinguo-mark").first().hover();
  await card(host).waitFor();
  expect(await host.page.evaluate(() => document.activeElement?.classList.contains("cm-content"))).toBe(true);
  const tree = await card(host).ariaSnapshot();
  expect(tree).toContain("dialog \"What links “decentralized”");
  const described = await card(host).evaluate((el) => document.getElementById(el.getAttribute("aria-describedby") ?? "")?.textContent);
  expect(described).toContain("what makes the step hold here?");
  expect(described).toContain(conflation.evidence);
  // Heard, not seen: what a choice strikes out and what it puts there are two words.
  expect(await card(host).getByRole("button", { name: "decentralized becomes distributed" }).count()).toBe(1);
  await host.press("Escape");
  await card(host).waitFor({ state: "detached" });
  expect(await host.marked(".distinguo-evidence")).toEqual([]);
  await host.page.mouse.move(900, 700);
  await show(host);
  await host.press("Escape");
  const before = await count();
  for (let times = 0; times < 3; times++) {
    await show(host);
    await host.press("Escape");
  }
  expect(await count()).toBe(before);
  // A change of the text from elsewhere takes the card away with what it was about.
  await show(host);
  await host.page.evaluate(() => window.host.app.workspace.activeEditor?.cm.dispatch({ changes: { from: 0, insert: "x" } }));
  await card(host).waitFor({ state: "detached" });
  await host.close();
});

test("notes in which more than the property would change are left alone", async () => {
  const text = `---\ntags: [a\n---\n${vault["Harbour.md"] ?? ""}`;
  const host = await openVault({ vault: { ...vault, "Odd.md": text, "distinguo.yaml": "convention: two-axes\n" }, open: "Odd" });
  await show(host);
  await card(host).getByText("Convention: Two axes").click();
  await card(host).getByText("In this vault, distinguo.yaml settles it.").waitFor();
  expect(await card(host).getByRole("combobox").count()).toBe(0);
  const ways = await ignoring(host);
  await ways.getByRole("button", { name: "Ignore here" }).waitFor();
  expect(await ways.getByRole("button", { name: "Ignore this phrase in this note" }).count()).toBe(0);
  await host.close();
});
