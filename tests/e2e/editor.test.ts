import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, shot, vault } from "./vault";

const mark = ".distinguo-mark";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(mark)).map(({ text }) => text);

test("conflations are underlined, and severity shows in the line's kind as well as its colour", async () => {
  const host = await openVault({ open: "Harbour", data: JSON.stringify({ rules: { equated: "hint" } }) });
  await expect.poll(() => words(host)).toEqual([conflation.words, equated, "decentralized"]);
  const [warning, hint] = await Promise.all([".distinguo-warning", ".distinguo-hint"].map((css) => host.editor.locator(css).first().evaluate((el) => {
    const { textDecorationStyle, textDecorationColor } = getComputedStyle(el);
    return { textDecorationStyle, textDecorationColor };
  })));
  expect(warning?.textDecorationStyle).toBe("wavy");
  expect(hint?.textDecorationStyle).toBe("dotted");
  await shot(host, "editor-light");
  await host.theme("dark");
  await shot(host, "editor-dark");
  await host.close();
});

test("a mark goes when its sentence is edited, moves when others are, and comes back when typing rests", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toContain(conflation.words);
  const [before] = await host.marked(mark);
  await host.select(2);
  await host.type("Old ");
  const [shifted] = await host.marked(mark);
  expect(shifted).toMatchObject({ from: (before?.from ?? 0) + 4, text: conflation.words });

  const inside = (await host.text()).indexOf("sit on");
  await host.select(inside);
  await host.type("x");
  expect(await words(host)).toEqual([equated, "decentralized"]);
  await host.press("Backspace");
  await expect.poll(() => words(host)).toHaveLength(3);

  await host.select((await host.text()).length);
  await host.type("\nThe library is decentralized because its shelves stand in nine towns on servers.");
  await expect.poll(() => words(host)).toHaveLength(4);
  await host.close();
});

test("an answer for a text that has changed meanwhile is dropped", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.select((await host.text()).length);
  for (const part of conflation.sentence.match(/.{1,9}/g) ?? []) {
    await host.type(part);
    // Whatever stands there, a mark covers just the words it speaks of.
    for (const { text } of await host.marked(mark)) expect(text).toBe(conflation.words);
  }
  await expect.poll(() => words(host)).toEqual([conflation.words]);
  await host.close();
});

test("two panes of one note, a note with Windows line ends, and another note in the same pane", async () => {
  const crlf = `# Ends\r\n\r\nFirst line.\r\n\r\n${conflation.sentence}\r\n`;
  const host = await openVault({ vault: { ...vault, "Ends.md": crlf }, open: "Ends" });
  await expect.poll(() => words(host)).toEqual([conflation.words]);
  await host.openNote("Ends.md", "split");
  await expect.poll(() => host.page.locator(`.cm-content ${mark}`).count()).toBe(2);
  const at = (await host.text()).indexOf("copies");
  await host.select(at);
  await host.type("many ");
  await expect.poll(() => host.page.locator(`.cm-content ${mark}`).count()).toBe(1);
  await host.flush();
  await expect.poll(() => host.page.locator(`.cm-content ${mark}`).count()).toBe(2);
  await host.openNote("Quiet.md");
  await expect.poll(() => host.page.locator(`.cm-content ${mark}`).count()).toBe(1);
  expect(await words(host)).toEqual([]);
  await host.close();
});

test("undo restores the text, and the marks come back to it", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const text = await host.text();
  const from = text.indexOf(conflation.sentence);
  await host.select(from, from + conflation.sentence.length);
  await host.press("Delete");
  expect(await words(host)).toHaveLength(2);
  await host.undo();
  expect(await host.text()).toBe(text);
  await expect.poll(() => words(host)).toEqual([conflation.words, equated, "decentralized"]);
  await host.close();
});
