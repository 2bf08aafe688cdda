import { expect, test } from "vitest";
import { conflation, equated, openVault, shot, vault } from "./vault";

test("reading view marks the same words, also across bold and links, with the same card", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  const marks = host.reading.locator(".distinguo-mark");
  await expect.poll(() => marks.allInnerTexts()).toEqual([conflation.words, equated, "decentralized"]);
  expect(await marks.last().evaluate((el) => el.closest("strong") !== null)).toBe(true);
  await marks.first().hover();
  const card = host.page.getByRole("dialog");
  await card.waitFor();
  await expect.poll(() => host.reading.locator(".distinguo-evidence").allInnerTexts()).toContain(conflation.evidence);
  await shot(host, "reading-light");
  await host.page.mouse.move(900, 700);
  await card.waitFor({ state: "detached" });
  expect(await host.reading.locator(".distinguo-evidence").count()).toBe(0);
  await host.close();
});

test("a choice in reading view changes the note, and can be taken back", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  const before = await host.file("Harbour.md");
  const mark = host.reading.locator(".distinguo-mark").first();
  await mark.focus();
  await host.press("Enter");
  const card = host.page.getByRole("dialog");
  await card.waitFor();
  await host.press("Enter");
  await expect.poll(() => host.file("Harbour.md")).toBe(before?.replace(conflation.sentence, conflation.chosen));
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(2);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Harbour.md")).toBe(before);
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(3);
  await host.close();
});

test("a choice in reading view leaves every line its own end, and undo gives back the very bytes", async () => {
  const text = (vault["Harbour.md"] ?? "").replaceAll("\n", "\r\n");
  // Where line ends are mixed, those of untouched lines stay as well.
  for (const before of [text, text.replace("\r\n", "\n"), text.replace(/\r\n$/, "\n")]) {
    const host = await openVault({ vault: { ...vault, "Harbour.md": before }, open: "Harbour" });
    await host.mode("preview");
    await host.reading.locator(".distinguo-mark").first().focus();
    await host.press("Enter");
    await host.page.getByRole("dialog").waitFor();
    await host.press("Enter");
    await expect.poll(() => host.file("Harbour.md")).toBe(before.replace(conflation.sentence, conflation.chosen));
    await host.notices.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => host.file("Harbour.md")).toBe(before);
    await host.close();
  }
});

test("a phrase that is ignored from reading view is written with the note's line ends", async () => {
  const before = (vault["Harbour.md"] ?? "").replaceAll("\n", "\r\n");
  const host = await openVault({ vault: { ...vault, "Harbour.md": before }, open: "Harbour" });
  await host.mode("preview");
  await host.reading.locator(".distinguo-mark").first().focus();
  await host.press("Enter");
  const card = host.page.getByRole("dialog");
  await card.getByRole("button", { name: "Ignore…" }).click();
  await card.getByRole("button", { name: "Ignore this phrase in this note" }).click();
  await expect.poll(() => host.file("Harbour.md")).toMatch(/^---\r\ndistinguo-exceptions:\r\n {2}- [^\r\n]+\r\n---\r\n# Harbour archive\r\n/);
  expect(await host.file("Harbour.md")).toContain(before);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Harbour.md")).toBe(before);
  await host.close();
});

test("next and previous walk the marks of reading view, and Escape returns to them", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(3);
  const focused = () => host.page.evaluate(() => document.activeElement?.textContent);
  await host.command("distinguo:next-diagnostic");
  expect(await focused()).toBe(conflation.words);
  await host.command("distinguo:next-diagnostic");
  expect(await focused()).toBe(equated);
  await host.press("Enter");
  await host.page.getByRole("dialog").waitFor();
  await shot(host, "card-hint");
  await host.press("Escape");
  expect(await focused()).toBe(equated);
  await host.command("distinguo:previous-diagnostic");
  await host.command("distinguo:previous-diagnostic");
  expect(await host.page.evaluate(() => document.activeElement?.closest("li") !== null)).toBe(true);
  await host.close();
});

test("a choice is not applied to a text that it was not made for", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(3);
  await host.command("distinguo:next-diagnostic");
  await host.press("Enter");
  await host.page.getByRole("dialog").waitFor();
  const elsewhere = `Somebody else wrote this.\n${(await host.file("Harbour.md")) ?? ""}`;
  await host.writeFile("Harbour.md", elsewhere);
  await host.press("Enter");
  await host.notices.getByText("Nothing was changed").waitFor();
  expect(await host.file("Harbour.md")).toBe(elsewhere);
  await host.close();
});

test("what repeats the words around code, links and lists is not mistaken for them", async () => {
  const text = [
    "# Tricky",
    "",
    `Once \`decentralized\`, once [decentralized](https://example.org/decentralized), and then: the archive is **decentralized** because its copies sit [[Networks|on servers]] in nine countries.`,
    "",
    "> [!note] Aside",
    `> ${conflation.sentence}`,
    "",
    `1. ${conflation.sentence}`,
    `2. ${conflation.sentence}`,
    "",
  ].join("\n");
  const host = await openVault({ vault: { ...vault, "Tricky.md": text }, open: "Tricky", widgets: false });
  await expect.poll(async () => (await host.marked(".distinguo-mark")).length).toBeGreaterThan(0);
  const inEditor = (await host.marked(".distinguo-mark")).map(({ text }) => text.replaceAll("*", ""));
  await host.mode("preview");
  const inReading = host.reading.locator(".distinguo-mark");
  await expect.poll(async () => (await inReading.allInnerTexts()).join("")).toBe(inEditor.join(""));
  expect(inEditor).toHaveLength(await host.reading.locator(".distinguo-mark[role=button]").count());
  const lines = await host.reading.locator(".distinguo-mark[role=button]").evaluateAll((all) => all.map((el) => el.closest("p, li, .callout-content")?.textContent?.slice(0, 12)));
  expect(lines).toEqual(["Once decentr", "The archive ", "The archive ", "The archive "]);
  expect(await inReading.evaluateAll((all) => all.some((el) => el.closest("code, a.external-link") !== null))).toBe(false);
  await shot(host, "reading-tricky");
  await host.close();
});

test("brackets at the ends of marked words are marked, markup is not", async () => {
  const text = "# Ends\n\nGit is a distributed (decentralized) tool.\n\nGit is a distributed (*decentralized*) tool.\n\nGit is a **distributed (decentralized)** tool.\n";
  const host = await openVault({ vault: { ...vault, "Ends.md": text }, open: "Ends" });
  await host.mode("preview");
  const inReading = host.reading.locator(".distinguo-mark");
  await expect.poll(async () => (await inReading.allInnerTexts()).join("")).toBe("distributed (decentralized)".repeat(3));
  await shot(host, "reading-ends");
  await host.close();
});

test("unloading takes the marks out of notes that are open for reading", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(3);
  // Whatever the app does with its panes then: here it leaves them as they are.
  await host.page.evaluate(() => window.host.app.markdownViews().forEach((view) => Object.assign(view.previewMode, { rerender: () => undefined })));
  await host.unloadPlugin();
  expect(await host.reading.innerText()).toContain(conflation.sentence);
  expect(await host.reading.locator("[class*=distinguo]").count()).toBe(0);
  await host.close();
});

test("next goes to what is read, not to what live preview had rendered before, and on from a mark that has been mended", async () => {
  const callout = "> [!note] The mill is decentralized because its grain is stored in seven towns.\n";
  const host = await openVault({ vault: { ...vault, "Both.md": `${conflation.sentence}\n\n${callout}\n${conflation.sentence}\n` }, open: "Both" });
  await expect.poll(() => host.editor.locator(".distinguo-mark").count()).toBe(3);
  await host.mode("preview");
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(3);
  const at = () => host.page.evaluate(() => [...(document.querySelector(".markdown-reading-view")?.querySelectorAll(".distinguo-mark") ?? [])].findIndex((mark) => mark === document.activeElement));
  await host.command("distinguo:next-diagnostic");
  expect(await at()).toBe(0);
  await host.command("distinguo:next-diagnostic");
  expect(await at()).toBe(1);
  await host.press("Enter");
  await host.page.getByRole("dialog").waitFor();
  await host.press("1");
  await expect.poll(() => host.reading.locator(".distinguo-mark").count()).toBe(2);
  await host.command("distinguo:next-diagnostic");
  expect(await at()).toBe(1);
  await host.close();
});
