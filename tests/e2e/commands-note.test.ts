import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, shot, vault } from "./vault";

const marked = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

async function onWords(host: HostPage, words = conflation.words): Promise<void> {
  const at = (await host.text()).indexOf(words);
  await expect.poll(async () => (await host.marked(".distinguo-mark")).some(({ from }) => from === at)).toBe(true);
  await host.select(at + 3);
}

test("the next diagnostic opens the fold that it lies in, and stands where its card fits", async () => {
  const text = `# Before\n\n${"The pier was built of oak.\n\n".repeat(80)}## Archive\n\n${conflation.sentence}\n\n## After\n\n${"The boats were counted.\n\n".repeat(80)}`;
  const host = await openVault({ vault: { ...vault, "Folded.md": text }, open: "Folded" });
  await expect.poll(() => host.page.evaluate(() => window.host.app.workspace.activeEditor?.cm.state.doc.length)).toBe(text.length);
  await host.command("distinguo:lint-note");
  await host.notices.getByText("1 diagnostic in this note").waitFor();
  await host.select(text.indexOf("## Archive") + 4);
  await host.page.evaluate(() => window.host.app.workspace.activeEditor?.editor.exec("toggleFold"));
  await host.editor.locator(".cm-foldPlaceholder").waitFor();
  expect(await host.editor.getByText(conflation.words).count()).toBe(0);
  await host.select(0);
  await host.command("distinguo:next-diagnostic");
  await host.editor.locator(".distinguo-mark", { hasText: conflation.words }).waitFor();
  expect(await host.editor.locator(".cm-foldPlaceholder").count()).toBe(0);
  expect((await host.selection()).from).toBe(text.indexOf(conflation.words));
  await host.command("distinguo:show-card");
  const card = host.page.getByRole("dialog");
  await card.getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
  expect(await card.locator(".distinguo-card-body").evaluate((el) => el.scrollHeight <= el.clientHeight)).toBe(true);
  await shot(host, "next-in-fold");
  await host.close();
});

test("the choices and ignoring are one command each, and one undo takes each back", async () => {
  const host = await openVault({ open: "Harbour" });
  const before = await host.text();
  await onWords(host);
  expect(await host.command("distinguo:apply-choice-1")).toBe(true);
  expect(await host.text()).toBe(before.replace(conflation.sentence, conflation.chosen));
  await host.undo();
  expect(await host.text()).toBe(before);
  await onWords(host);
  await host.palette("Ignore the diagnostic here");
  await expect.poll(() => host.text()).toBe(before.replace(conflation.sentence, `${conflation.sentence} %% distinguo-ignore inferred %%`));
  await host.undo();
  expect(await host.text()).toBe(before);
  // The open card is what a command is about, wherever the cursor stands, also by way of the palette.
  await onWords(host);
  await host.select(0);
  // The palette has left the pointer just there.
  await host.page.mouse.move(900, 700);
  await host.editor.locator(".distinguo-mark").first().hover();
  await host.page.getByRole("dialog").waitFor();
  await host.palette("Apply choice 2");
  await expect.poll(() => host.text()).toContain("; what links the two is [who decides what, and in which places].");
  // The gap is selected, to be filled.
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toBe("[who decides what, and in which places]");
  await host.undo();
  // In the card, its number is enough.
  await onWords(host);
  await host.command("distinguo:show-card");
  await host.page.getByRole("dialog").waitFor();
  await host.press("1");
  expect(await host.text()).toBe(before.replace(conflation.sentence, conflation.chosen));
  await host.close();
});

test("with live checking off, a note or what is selected of it is marked when one asks", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(async () => (await marked(host)).length).toBe(3);
  await host.palette("Toggle live checking");
  await host.notices.getByText("Notes are checked only when you ask for it.").waitFor();
  await expect.poll(() => marked(host)).toEqual([]);
  const text = await host.text();
  const from = text.indexOf(equated);
  await host.select(from - 2, from + 40);
  await host.palette("Lint selection");
  await host.notices.getByText("1 diagnostic in the selection").waitFor();
  expect(await marked(host)).toEqual([equated]);
  expect(await host.selection()).toEqual({ from: from - 2, to: from + 40 });
  await host.command("distinguo:lint-note");
  await host.notices.getByText("3 diagnostics in this note").waitFor();
  expect((await marked(host)).length).toBe(3);
  await host.select(0);
  expect(await host.command("distinguo:lint-selection")).toBe(false);
  await host.palette("Toggle live checking");
  await host.notices.getByText("Notes are checked while you write and read.").waitFor();
  await host.palette("Toggle hints");
  await host.notices.getByText("Hints are hidden.").waitFor();
  expect(await host.data()).toContain("\"hints\": false");
  await host.close();
});

test("the report of a note is copied as Markdown", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await onWords(host);
  await host.palette("Copy report of this note");
  await host.notices.getByText("3 diagnostics in this note").waitFor();
  const copied = await host.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").slice(0, 6)).toEqual([
    "[[Harbour]]: 3 diagnostics in this note.",
    "",
    "- Line 3, warning `inferred`: “decentralized”",
    "    - What links “decentralized”, which stands for who decides, to “sit on servers”, which is about where things are?",
    "    - One owner can run machines everywhere, and many owners can share one machine: what makes the step hold here?",
    "    - Convention: Two axes",
  ]);
  await host.close();
});

test("a sentence is explained where it holds a word of the distinction", async () => {
  const silent = "The guild is decentralized, and every ward has a vote.";
  const host = await openVault({ vault: { ...vault, "Said.md": `${conflation.sentence}\n\n${silent}\n\nDecentralizedly speaking, nothing is said.\n\nQuiet words.\n` }, open: "Said" });
  await onWords(host);
  await host.palette("Explain this sentence");
  const modal = host.page.getByRole("dialog", { name: "How this sentence was read" });
  await modal.waitFor();
  const read = await modal.innerText();
  expect(read).toContain("What links “decentralized”");
  expect(read).toContain("“decentralized”: decentralized, adjective");
  expect(read).toMatch(/where things are\s*“/);
  expect(read).toMatch(/spoke\s*inferred/);
  expect(await modal.locator("blockquote").innerText()).toBe(conflation.sentence);
  await shot(host, "explain");
  await host.theme("dark");
  await shot(host, "explain-dark");
  await host.press("Escape");
  await host.select((await host.text()).indexOf(silent) + 20);
  expect(await host.command("distinguo:explain-sentence")).toBe(true);
  await modal.waitFor();
  expect(await modal.innerText()).toContain("Nothing is reported here.");
  await shot(host, "explain-silent");
  await host.press("Escape");
  await host.select((await host.text()).indexOf("Quiet words"));
  expect(await host.command("distinguo:explain-sentence")).toBe(false);
  await host.close();
});

test("in reading view the commands are about the mark in focus", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.mode("preview");
  const before = (await host.file("Harbour.md")) ?? "";
  await host.reading.locator(".distinguo-mark").first().waitFor();
  for (const id of ["show-card", "apply-choice-1", "ignore-here", "explain-sentence"]) expect(await host.command(`distinguo:${id}`), id).toBe(false);
  await host.command("distinguo:next-diagnostic");
  await host.command("distinguo:explain-sentence");
  const modal = host.page.getByRole("dialog", { name: "How this sentence was read" });
  await modal.waitFor();
  await host.press("Escape");
  expect(await host.command("distinguo:show-card")).toBe(true);
  await host.page.getByRole("dialog").waitFor();
  await expect.poll(() => host.reading.locator(".distinguo-evidence").allInnerTexts()).toContain(conflation.evidence);
  await host.press("Escape");
  expect(await host.command("distinguo:apply-choice-1")).toBe(true);
  await expect.poll(() => host.file("Harbour.md")).toBe(before.replace(conflation.sentence, conflation.chosen));
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => host.file("Harbour.md")).toBe(before);
  await host.close();
});
