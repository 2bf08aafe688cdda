import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, vault } from "./vault";

const mark = ".distinguo-mark";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(mark)).map(({ text }) => text);

/** Counts how often the number of marks in the editor's page changes from now on. */
async function watchMarks(host: HostPage): Promise<() => Promise<number[]>> {
  await host.page.evaluate((css) => {
    const { contentDOM } = window.host.app.workspace.activeEditor?.cm ?? {};
    const counts: number[] = [];
    Object.assign(window, { markCounts: counts });
    if (!contentDOM) return;
    const count = (): void => {
      const now = contentDOM.querySelectorAll(css).length;
      if (counts.at(-1) !== now) counts.push(now);
    };
    count();
    new MutationObserver(count).observe(contentDOM, { childList: true, subtree: true, attributes: true });
  }, mark);
  return () => host.page.evaluate(() => (window as Window & { markCounts?: number[] }).markCounts ?? []);
}

async function slowly(host: HostPage, text: string, delay: number): Promise<void> {
  for (const key of text) {
    await host.type(key);
    await host.page.waitForTimeout(delay);
  }
}

test("a slow typist sees the mark of the sentence go once and come back once", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.select((await host.text()).indexOf("servers"));
  const counts = await watchMarks(host);
  await slowly(host, "good old ", 350);
  expect(await counts()).toEqual([3, 2]);
  await expect.poll(counts).toEqual([3, 2, 3]);
  await host.close();
});

test("a sentence that is typed key by key is marked once it rests, or as soon as one goes elsewhere", async () => {
  const host = await openVault({ open: "Quiet" });
  await host.select((await host.text()).length);
  await host.type(`\n${conflation.sentence.slice(0, -12)}`);
  const counts = await watchMarks(host);
  await slowly(host, "countries.", 300);
  expect(await counts()).toEqual([0]);
  // The next sentence is another one.
  await host.type(" The keys hang by the door");
  await expect.poll(counts).toEqual([0, 1]);
  await host.select(2);
  expect(await words(host)).toEqual([conflation.words]);
  await host.close();
});

test("what is typed on without a rest does not keep other sentences waiting", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const text = await host.text();
  await host.select(text.indexOf("sit on"));
  await host.type("x");
  await host.press("Backspace");
  await host.select(text.indexOf("Ledgers"));
  const counts = await watchMarks(host);
  // A pause would do it too: each key comes before one.
  for (let key = 0; key < 40; key++) {
    await host.type("e");
    await host.page.waitForTimeout(60);
    if ((await counts()).length > 1) break;
  }
  expect((await counts()).at(-1)).toBe(3);
  await host.close();
});

test("marks that stay are the same elements before and after an answer", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  // By what they are: an attribute of ours would have CodeMirror draw them anew.
  await host.page.evaluate((css) => void Object.assign(window, { seenMarks: new Set(document.querySelectorAll(css)) }), mark);
  await host.select((await host.text()).indexOf("Ledgers"));
  await host.type(`${conflation.sentence} `);
  await expect.poll(() => words(host)).toHaveLength(4);
  await host.select((await host.text()).indexOf("since the pier"));
  await host.type("x");
  await host.page.waitForTimeout(600);
  const isSame = await host.page.evaluate((css) => [...document.querySelectorAll(css)].map((el) => (window as Window & { seenMarks?: Set<Element> }).seenMarks?.has(el)), mark);
  expect(isSame).toEqual([true, false, true, true]);
  await host.close();
});

test("with several cursors each sentence loses its mark, and gets it back", async () => {
  const lines = [conflation.sentence, equated + " mean the same.", conflation.sentence, "Nothing to see.", conflation.sentence];
  const host = await openVault({ open: "Many", vault: { ...vault, "Many.md": lines.join("\n\n") } });
  await expect.poll(() => words(host)).toHaveLength(4);
  await host.page.evaluate((inside) => {
    const { editor } = window.host.app.workspace.activeEditor ?? {};
    const text = editor?.getValue() ?? "";
    const at = [...text.matchAll(new RegExp(inside, "g"))].map(({ index }) => editor?.offsetToPos(index) ?? { line: 0, ch: 0 });
    editor?.setSelections(at.map((anchor) => ({ anchor })));
    editor?.focus();
  }, "sit on");
  await host.type("all ");
  expect(await words(host)).toEqual([equated]);
  await expect.poll(() => words(host)).toHaveLength(4);
  await host.undo();
  expect((await host.text()).includes("all sit")).toBe(false);
  await expect.poll(() => words(host)).toHaveLength(4);
  await host.close();
});

test("properties that are typed turn the marks off, and on", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.select(0);
  await host.type("---\ndistinguo: false\n---\n");
  await expect.poll(() => words(host)).toEqual([]);
  await host.select((await host.text()).indexOf("false"));
  for (let key = 0; key < 5; key++) await host.press("Delete");
  await host.type("true");
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.close();
});
