import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, equated, openVault, vault } from "./vault";

const mark = ".distinguo-mark";

const words = async (host: HostPage): Promise<string[]> => (await host.marked(mark)).map(({ text }) => text);

test("content that is replaced from elsewhere has its own marks and no others", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.modify("Harbour.md", `# Harbour archive\n\nAll is new.\n\n${equated} mean the same.\n`);
  await expect.poll(() => words(host)).toEqual([equated]);
  await host.modify("Harbour.md", "Nothing is left.\n");
  await expect.poll(() => words(host)).toEqual([]);
  await host.modify("Harbour.md", vault["Harbour.md"] ?? "");
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.close();
});

test("what is typed in one pane is marked in the other, and each keeps its own marks when the other closes", async () => {
  const host = await openVault({ open: "Harbour" });
  await host.openNote("Harbour.md", "split");
  const inPanes = () => host.page.evaluate((css) => [...document.querySelectorAll(".cm-content")].map((el) => el.querySelectorAll(css).length), mark);
  await expect.poll(inPanes).toEqual([3, 3]);
  await host.select((await host.text()).length);
  await host.type(`\n${conflation.sentence}`);
  await host.flush();
  await expect.poll(inPanes).toEqual([4, 4]);
  await host.page.evaluate(() => { window.host.app.workspace.getLeavesOfType("markdown").at(-1)?.detach(); });
  await expect.poll(inPanes).toEqual([4]);
  await host.close();
});

test("a note that is renamed while it is open is judged by its new path", async () => {
  const host = await openVault({ open: "Harbour", data: JSON.stringify({ exclude: ["archive/"] }) });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.page.evaluate(async () => {
    const { vault: files } = window.host.app;
    await files.createFolder("archive");
    const file = files.getFileByPath("Harbour.md");
    if (file) await files.rename(file, "archive/Harbour.md");
  });
  await expect.poll(() => words(host)).toEqual([]);
  await host.page.evaluate(async () => {
    const { vault: files } = window.host.app;
    const file = files.getFileByPath("archive/Harbour.md");
    if (file) await files.rename(file, "Port.md");
  });
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.close();
});

test("two megabytes are pasted, cut, and brought back", async () => {
  const host = await openVault({ open: "Quiet" });
  // What becomes of the file is another matter, and slow in this host.
  await host.page.evaluate(() => Object.assign(window.host.app.workspace.activeEditor ?? {}, { requestSave: () => undefined }));
  const line = "Ledgers of the fishing fleet have been kept here since the pier was built, and nobody has read them.";
  const lines = Array.from({ length: 20_000 }, (_, index) => (index % 400 === 0 ? conflation.sentence : line)).join("\n");
  await host.select((await host.text()).length);
  const paste = (text: string) => host.page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    window.host.app.workspace.activeEditor?.cm.contentDOM.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await paste(`\n\n${conflation.sentence}\n\n${lines}`);
  const known = () => host.page.evaluate(() => [...document.querySelectorAll(".distinguo-status-part")].reduce((sum, el) => sum + Number(el.textContent), 0));
  await expect.poll(known, { timeout: 30_000 }).toBe(51);
  await host.select(0);
  expect(await words(host)).toContain(conflation.words);
  await host.press("Control+a");
  await host.press("Delete");
  await expect.poll(known).toBe(0);
  expect(await words(host)).toEqual([]);
  await host.undo();
  await expect.poll(known, { timeout: 30_000 }).toBe(51);
  await host.close();
});

test("a line that is dragged elsewhere takes its marks along", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const text = await host.text();
  const from = text.indexOf(conflation.sentence);
  await host.select(from, from + conflation.sentence.length);
  // A browser without a window has no drag of its own; the editor is told of one.
  await host.page.evaluate((goal) => {
    const { cm } = window.host.app.workspace.activeEditor ?? {};
    const at = cm?.coordsAtPos(goal);
    const line = cm?.domAtPos(cm.state.selection.main.from).node;
    if (!cm || !at || !line) return;
    const told = { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true, clientX: at.left, clientY: (at.top + at.bottom) / 2 };
    line.dispatchEvent(new DragEvent("dragstart", told));
    cm.contentDOM.dispatchEvent(new DragEvent("drop", told));
  }, text.indexOf("Ledgers"));
  await expect.poll(async () => (await host.text()).indexOf(conflation.sentence)).toBeGreaterThan(from);
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.undo();
  expect(await host.text()).toBe(text);
  await expect.poll(() => words(host)).toHaveLength(3);
  await host.close();
});

test("an editor that holds a piece of a note, as a table's cell does, is not judged as the note", async () => {
  const host = await openVault({ open: "Harbour" });
  await expect.poll(() => words(host)).toHaveLength(3);
  const nested = await host.page.evaluate(([sentence, css]) => {
    const outer = window.host.app.workspace.activeEditor?.cm;
    if (!outer) return [];
    // The same extensions and the same fields: the cell names the note's file.
    const { state } = outer;
    const Editor = outer.constructor as typeof import("@codemirror/view").EditorView;
    const cells = [false, true].map((isInside) => {
      const cell = new Editor({ parent: isInside ? outer.scrollDOM : document.body });
      cell.setState(state.update({ changes: { from: 0, to: state.doc.length, insert: sentence } }).state);
      return cell;
    });
    return new Promise<number[]>((resolve) => window.setTimeout(() => {
      const counts = cells.map((cell) => cell.contentDOM.querySelectorAll(css).length);
      for (const cell of cells) cell.destroy();
      resolve(counts);
    }, 1500));
  }, [conflation.sentence, mark] as const);
  expect(nested).toEqual([0, 0]);
  await host.close();
});
