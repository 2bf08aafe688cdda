import { DOMParser } from "@xmldom/xmldom";
import type { Locator } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import type { OpenOptions } from "../browser/open-host";
import { violations } from "./axe";
import { feedConcepts } from "./large-vault";
import { openVault, shot, vault } from "./vault";

let host: HostPage;
afterEach(async () => { await host.close(); });

const view = (): Locator => host.page.locator(".workspace-leaf-content[data-type=distinguo-map]");
const status = (): Locator => view().locator(".distinguo-map-status [role=status]");
const canvas = (): Locator => view().locator(".distinguo-map-canvas");
const field = (): Locator => view().getByRole("combobox", { name: "Find a concept" });
const rows = (): Locator => view().getByRole("option");
const chosen = (): Locator => view().getByRole("option", { selected: true });
const ties = (): Locator => view().locator(".distinguo-map-relations");
const toggle = (name: string): Locator => view().locator(".distinguo-map-toggle", { hasText: name });

async function openMap(options: Partial<OpenOptions> = {}): Promise<void> {
  host = await openVault(options);
  await host.command("distinguo:open-map");
  await settled();
}

async function settled(timeout = 60_000): Promise<void> {
  await expect.poll(() => status().innerText(), { timeout }).toMatch(/concepts?[,.]|No note/);
}

/** What the leaf keeps of the view. */
const state = (): Promise<Record<string, unknown>> => host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map")[0]?.view.getState() ?? {});

interface Innards {
  scene: { contents: { labels: string[] }; positions: Float32Array };
  parts: { stage: { placeOf(node: number): { x: number; y: number } } };
}

/** Where a concept is drawn, in the window. */
const placeOf = (label: string): Promise<{ x: number; y: number }> =>
  host.page.evaluate((name) => {
    const { scene, parts } = window.host.app.workspace.getLeavesOfType("distinguo-map")[0]?.view as unknown as Innards;
    return parts.stage.placeOf(scene.contents.labels.indexOf(name));
  }, label);

const positions = (): Promise<Record<string, [number, number]>> =>
  host.page.evaluate(() => {
    const { scene } = window.host.app.workspace.getLeavesOfType("distinguo-map")[0]?.view as unknown as Innards;
    return Object.fromEntries(scene.contents.labels.map((label, node) => [label, [scene.positions[2 * node] ?? 0, scene.positions[2 * node + 1] ?? 0]]));
  });

/** The colour of the picture's corner, and how many colours there are in the picture. */
const colours = (): Promise<{ corner: string; count: number }> =>
  canvas().evaluate((el) => {
    const picture = el as HTMLCanvasElement;
    const data = picture.getContext("2d")?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
    const found = new Set<number>();
    for (let at = 0; at < data.length; at += 4) found.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
    return { corner: [...data.slice(0, 3)].join(" "), count: found.size };
  });

/** Counts the calls that the engine gets from now on, by method. */
const watchEngine = (): Promise<void> =>
  host.page.evaluate(() => {
    const { engine } = window.host.plugins.get("distinguo") as unknown as { engine: Record<string, (...args: unknown[]) => unknown> };
    const calls: Record<string, number> = {};
    for (const [method, call] of Object.entries(engine)) {
      engine[method] = (...args) => {
        calls[method] = (calls[method] ?? 0) + 1;
        return call(...args);
      };
    }
    Object.assign(window, { engineCalls: calls });
  });
const engineCalls = (): Promise<Record<string, number>> => host.page.evaluate(() => ({ ...(window as unknown as { engineCalls: Record<string, number> }).engineCalls }));

test("the map opens in the main area, once, with all concepts as a picture and as a list", async () => {
  await openMap();
  expect(await host.page.locator(".workspace-split.mod-root .distinguo-map-canvas").count()).toBe(1);
  expect(await rows().locator(".distinguo-map-row-label").allInnerTexts()).toEqual(["Decentralized", "Distributed", "Governance", "Networks", "Replication", "Resilience"]);
  expect(await status().innerText()).toBe("5 concepts, 1 missing, 4 ties.");
  await expect.poll(async () => (await colours()).count).toBeGreaterThan(10);
  await shot(host, "whole-map");
  await host.openNote("Quiet.md", "tab");
  await host.command("distinguo:open-map");
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map").length)).toBe(1);
  await expect.poll(() => canvas().isVisible()).toBe(true);
});

test("the legend hides kinds, clusters, missing concepts, and shows other notes where they are asked for; nothing moves for it", async () => {
  await openMap();
  const before = await positions();
  expect(await toggle("Mentions").getAttribute("aria-pressed")).toBe("false");
  await toggle("Mentions").click();
  await expect.poll(() => status().innerText()).toBe("5 concepts, 1 missing, 5 ties.");
  await toggle("Missing concepts").click();
  await expect.poll(() => status().innerText()).toBe("5 concepts, 4 ties.");
  await expect.poll(() => rows().count()).toBe(5);
  await toggle("Distributed").click();
  await expect.poll(() => status().innerText()).toBe("2 concepts, 1 tie.");
  await toggle("Distributed").click();
  await toggle("Other notes").click();
  await expect.poll(() => status().innerText()).toContain("1 other note");
  const after = await positions();
  for (const [label, [x, y]] of Object.entries(before)) {
    expect(Math.abs((after[label]?.[0] ?? NaN) - x), label).toBeLessThan(1);
    expect(Math.abs((after[label]?.[1] ?? NaN) - y), label).toBeLessThan(1);
  }
  expect(await state()).toMatchObject({ notes: true, missing: false, hiddenTies: ["tag"] });
});

test("what is found by another label is flown to, with what it is tied to and in which words; Enter opens it", async () => {
  await openMap();
  expect(await field().getAttribute("aria-expanded")).toBe("true");
  await field().fill("zzz");
  await expect.poll(() => field().getAttribute("aria-expanded")).toBe("false");
  await field().fill("DISPÉRSED");
  await expect.poll(() => rows().locator(".distinguo-map-row-label").allInnerTexts()).toEqual(["Distributed"]);
  await host.press("Enter");
  await expect.poll(() => chosen().innerText()).toContain("Distributed");
  await ties().getByText("what is in many places needs lines between them.").waitFor();
  // It is in the middle once the flight is over.
  const box = await canvas().boundingBox();
  await expect.poll(async () => Math.abs((await placeOf("Distributed")).x - ((box?.x ?? 0) + (box?.width ?? 0) / 2))).toBeLessThan(2);
  await shot(host, "whole-map-chosen");
  await ties().getByRole("button", { name: "Networks" }).first().click();
  await ties().getByText("one way for the things of a network to stand.").waitFor();
  await field().fill("dispersed");
  await host.press("ArrowDown");
  await expect.poll(() => chosen().innerText()).toContain("Distributed");
  await host.press("Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/Distributed.md");
});

test("a row's origin opens the note that states it, at the words", async () => {
  await openMap();
  await field().fill("Resilience");
  await host.press("ArrowDown");
  await expect.poll(() => chosen().innerText()).toContain("Resilience");
  await ties().getByRole("link", { name: "Go to where Distributed says so" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Distributed.md");
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toContain("Resilience");
});

test("the list, the menu and the picture can be worked by keys alone", async () => {
  await openMap();
  await view().getByRole("listbox").focus();
  await host.press("ArrowDown");
  await host.press("End");
  await expect.poll(() => chosen().innerText()).toContain("Resilience");
  await host.press("Home");
  await expect.poll(() => chosen().innerText()).toContain("Decentralized");
  await host.press("Shift+F10");
  await host.page.locator(".menu-item", { hasText: "Open in new tab" }).waitFor();
  await host.press("Escape");
  await canvas().focus();
  const { zoom } = await state();
  await host.press("+");
  await expect.poll(async () => Number((await state())["zoom"])).toBeGreaterThan(Number(zoom));
  const { x } = await state();
  await host.press("ArrowRight");
  await expect.poll(async () => Number((await state())["x"])).toBeGreaterThan(Number(x));
  const before = await positions();
  await host.press("Alt+ArrowRight");
  await expect.poll(async () => ((await positions())["Decentralized"]?.[0] ?? 0) - (before["Decentralized"]?.[0] ?? 0)).toBeCloseTo(12);
  await host.press("0");
  await expect.poll(async () => (await state())["zoom"]).toBe(undefined);
  await host.press("Control+Enter");
  await expect.poll(() => host.activePath()).toBe("concepts/Decentralized.md");
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map").length)).toBe(1);
});

test("pointing at a concept shows its ties, a click opens it, a drag moves it until it is put back", async () => {
  await openMap();
  await host.openNote("Quiet.md", "split");
  await host.command("distinguo:open-map");
  const at = await placeOf("Networks");
  await host.page.mouse.move(at.x, at.y);
  await ties().getByText("one way for the things of a network to stand.").waitFor();
  const home = (await positions())["Networks"] ?? [0, 0];
  await host.page.mouse.down();
  await host.page.mouse.move(at.x + 30, at.y - 40, { steps: 4 });
  await host.page.mouse.up();
  await expect.poll(async () => Math.abs(((await placeOf("Networks")).x) - at.x - 30)).toBeLessThan(2);
  const moved = (await positions())["Networks"];
  // It is still there when the map is opened again.
  await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map")[0]?.detach());
  await host.command("distinguo:open-map");
  await settled();
  await expect.poll(async () => Math.abs(((await positions())["Networks"]?.[0] ?? 0) - (moved?.[0] ?? 1e9))).toBeLessThan(1);
  await expect.poll(async () => (await placeOf("Networks")).x).toBeGreaterThan(0);
  const now = await placeOf("Networks");
  await host.page.mouse.click(now.x, now.y, { button: "right" });
  await host.page.locator(".menu-item", { hasText: "Put back" }).click();
  await expect.poll(async () => Math.abs(((await positions())["Networks"]?.[0] ?? 1e9) - home[0])).toBeLessThan(1);
  const back = await placeOf("Networks");
  await host.page.keyboard.down("Control");
  await host.page.mouse.click(back.x, back.y);
  await host.page.keyboard.up("Control");
  await expect.poll(() => host.activePath()).toBe("concepts/Networks.md");
  expect(await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map").length)).toBe(1);
});

test("wheel and fingers zoom about where they are", async () => {
  await openMap();
  const at = await placeOf("Networks");
  await host.page.mouse.move(at.x, at.y);
  await host.page.mouse.wheel(0, -300);
  await expect.poll(async () => Number((await state())["zoom"] ?? 0)).toBeGreaterThan(1);
  const now = await placeOf("Networks");
  expect(Math.hypot(now.x - at.x, now.y - at.y)).toBeLessThan(2);
});

test("a note that comes is put beside what it is tied to, and nothing else moves", async () => {
  await openMap();
  const before = await positions();
  await host.modify("concepts/Ledger.md", "# Ledger\n\n*A list of what is owed.*\n\n## Related concepts\n\n- [[Networks]]: kept along them.\n");
  await expect.poll(() => status().innerText()).toContain("6 concepts");
  const after = await positions();
  for (const [label, [x, y]] of Object.entries(before)) expect(Math.hypot((after[label]?.[0] ?? NaN) - x, (after[label]?.[1] ?? NaN) - y), label).toBeLessThan(1);
  expect(Math.hypot((after["Ledger"]?.[0] ?? 0) - (after["Networks"]?.[0] ?? 0), (after["Ledger"]?.[1] ?? 0) - (after["Networks"]?.[1] ?? 0))).toBeLessThan(100);
});

test("a folder with all concepts is renamed while the map is closed, and everything stays where it was, also what was moved by hand", async () => {
  await openMap({ vault: Object.fromEntries(Object.entries(vault).map(([path, text]) => [path.replace("concepts/", "concepts/old/"), text])) });
  // Laid out from the beginning, it would look otherwise.
  await host.modify("concepts/old/Ledger.md", "# Ledger\n\n*A list of what is owed.*\n\n## Related concepts\n\n- [[Networks]]: kept along them.\n");
  await expect.poll(() => status().innerText()).toContain("6 concepts");
  await field().fill("Networks");
  await host.press("ArrowDown");
  await expect.poll(() => chosen().innerText()).toContain("Networks");
  await canvas().focus();
  for (let time = 0; time < 9; time++) await host.press("Alt+Shift+ArrowRight");
  const before = await positions();
  await host.page.evaluate(async () => {
    const { app } = window.host;
    app.workspace.getLeavesOfType("distinguo-map")[0]?.detach();
    const folder = app.vault.getFolderByPath("concepts/old");
    if (folder) await app.fileManager.renameFile(folder, "concepts/new");
  });
  // It is on the device, too.
  const kept = (): Promise<unknown[]> => host.page.evaluate(() => ["distinguo-map", "distinguo-map-moved"].map((key): unknown => window.host.app.loadLocalStorage(key)));
  const old = await kept();
  await expect.poll(async () => (await kept())[1]).not.toEqual(old[1]);
  await host.reloadPlugin();
  await host.command("distinguo:open-map");
  await settled();
  await expect.poll(() => status().innerText()).toContain("6 concepts");
  const after = await positions();
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const [label, [x, y]] of Object.entries(before)) expect(Math.hypot((after[label]?.[0] ?? NaN) - x, (after[label]?.[1] ?? NaN) - y), label).toBeLessThan(1);
  // What is deleted leaves no place behind.
  expect(Object.keys((await kept())[1] as object)).toHaveLength(1);
  await host.page.evaluate(async () => {
    const file = window.host.app.vault.getFileByPath("concepts/new/Networks.md");
    if (file) await window.host.app.fileManager.trashFile(file);
  });
  await expect.poll(async () => (await kept())[1]).toBe(null);
});

test("a missing concept is created from its menu, which a finger that rests asks for, and stays where it was", async () => {
  await openMap();
  const before = await positions();
  const at = await placeOf("Replication");
  const touch = (type: string): Promise<void> =>
    canvas().evaluate((target, [kind, { x, y }]) => {
      const touches = kind === "touchend" ? [] : [new Touch({ identifier: 1, target, clientX: x, clientY: y })];
      target.dispatchEvent(new TouchEvent(kind, { touches, bubbles: true, cancelable: true }));
    }, [type, at] as const);
  await touch("touchstart");
  const create = host.page.locator(".menu-item", { hasText: "Create note" });
  await create.waitFor();
  await touch("touchend");
  await create.click();
  await host.page.locator(".modal").getByRole("button", { name: "Apply" }).click();
  await expect.poll(() => host.activePath()).toBe("concepts/Replication.md");
  await host.command("distinguo:open-map");
  await expect.poll(() => status().innerText()).toBe("6 concepts, 4 ties.");
  const after = await positions();
  for (const [label, [x, y]] of Object.entries(before)) expect(Math.hypot((after[label]?.[0] ?? NaN) - x, (after[label]?.[1] ?? NaN) - y), label).toBeLessThan(1);
});

test("laid out anew, it hides no cluster that was not chosen to be hidden", async () => {
  await openMap();
  await toggle("Distributed").click();
  await expect.poll(async () => (await state())["hiddenTones"]).toHaveLength(1);
  await view().getByRole("button", { name: "More options" }).click();
  await host.page.locator(".menu-item", { hasText: "Lay out anew" }).click();
  await expect.poll(() => status().innerText()).toBe("5 concepts, 1 missing, 4 ties.");
  await expect.poll(() => toggle("Distributed").getAttribute("aria-pressed")).toBe("true");
});

test("the menu exports the picture and the graph into files that are what they are called", async () => {
  await openMap();
  const formats = { SVG: "svg", PNG: "png", JSON: "json", Mermaid: "mermaid", Canvas: "canvas", GraphML: "graphml", "SKOS (JSON-LD)": "jsonld", "SKOS (Turtle)": "ttl" };
  for (const [name, extension] of Object.entries(formats)) {
    await view().getByRole("button", { name: "More options" }).click();
    await host.page.locator(".menu-item", { hasText: `Export as ${name}` }).click();
    await expect.poll(() => host.files()).toContain(`Map of concepts.${extension}`);
    // It tells so over the button.
    await host.notices.filter({ hasText: `.${extension}` }).click();
  }
  const text = async (extension: string): Promise<string> => (await host.file(`Map of concepts.${extension}`)) ?? "";
  const problems: string[] = [];
  const parse = (xml: string) => new DOMParser({ onError: (_, message) => problems.push(message) }).parseFromString(xml, "text/xml");
  const svg = parse(await text("svg"));
  expect([...svg.getElementsByTagName("text")].map(({ textContent }) => textContent).sort()).toEqual(["Decentralized", "Distributed", "Governance", "Networks", "Replication", "Resilience"]);
  parse(await text("graphml"));
  expect(problems).toEqual([]);
  for (const extension of ["json", "canvas", "jsonld"]) expect(JSON.parse(await text(extension)), extension).toBeTypeOf("object");
  expect(await text("mermaid")).toContain("Distributed");
  expect(await text("ttl")).toContain("skos:Concept");
  const size = await host.page.evaluate(async () => {
    const { vault: files } = window.host.app;
    const file = files.getFileByPath("Map of concepts.png");
    if (!file) return 0;
    const bitmap = await createImageBitmap(new Blob([await files.readBinary(file)], { type: "image/png" }));
    return bitmap.width;
  });
  expect(size).toBeGreaterThan(400);
  // A second one does not take the place of the first; its notice opens it.
  await view().getByRole("button", { name: "More options" }).click();
  await host.page.locator(".menu-item", { hasText: "Export as SVG" }).click();
  await expect.poll(() => host.files()).toContain("Map of concepts 1.svg");
});

test("while it is hidden nothing is asked of the engine, and then it has what is new", async () => {
  await openMap();
  await host.openNote("Quiet.md", "tab");
  await expect.poll(() => canvas().isVisible()).toBe(false);
  await watchEngine();
  await host.modify("concepts/Ledger.md", "# Ledger\n\n*A list of what is owed.*\n");
  await expect.poll(async () => (await engineCalls())["upsert"] ?? 0).toBeGreaterThan(0);
  await host.page.waitForTimeout(1200);
  const { beginMap = 0, advanceMap = 0, findInMap = 0, mapRelations = 0 } = await engineCalls();
  expect([beginMap, advanceMap, findInMap, mapRelations]).toEqual([0, 0, 0, 0]);
  await host.command("distinguo:open-map");
  await expect.poll(() => status().innerText()).toContain("6 concepts");
  // At rest it asks no more.
  const before = await engineCalls();
  await host.page.waitForTimeout(600);
  expect((await engineCalls())["advanceMap"]).toBe(before["advanceMap"]);
});

test("opened and closed twenty times, half of them while it is laid out, nothing is left", async () => {
  host = await openVault();
  await feedConcepts(host, 300, 1200, 6);
  await watchEngine();
  const cycle = async (waits: boolean): Promise<void> => {
    await host.command("distinguo:open-map");
    if (waits) await settled();
    else await canvas().waitFor();
    await host.page.evaluate(() => { for (const leaf of window.host.app.workspace.getLeavesOfType("distinguo-map")) leaf.detach(); });
  };
  await cycle(true);
  const before = await host.page.evaluate(() => window.host.listeners());
  for (let time = 0; time < 20; time++) await cycle(time % 2 === 0);
  expect(await host.page.evaluate(() => window.host.listeners())).toBe(before);
  expect(await host.page.locator("canvas, [class*=distinguo-map]").count()).toBe(0);
  await expect.poll(async () => { const { beginMap, endMap } = await engineCalls(); return beginMap === endMap; }).toBe(true);
  const { advanceMap } = await engineCalls();
  await host.page.waitForTimeout(400);
  expect((await engineCalls())["advanceMap"]).toBe(advanceMap);
});

test("another theme is another picture", async () => {
  await openMap();
  await expect.poll(async () => (await colours()).corner).toBe("255 255 255");
  await host.theme("dark");
  await expect.poll(async () => (await colours()).corner).not.toBe("255 255 255");
  await shot(host, "whole-map-dark");
});

test("in a pop-out it is drawn and worked as elsewhere", async () => {
  await openMap();
  const popup = await host.popOut();
  const there = popup.locator(".distinguo-map-canvas");
  await there.waitFor();
  await expect.poll(() => there.evaluate((el) => new Set((el as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, 600, 400).data).size)).toBeGreaterThan(10);
  await popup.getByRole("combobox").fill("dispersed");
  await popup.keyboard.press("ArrowDown");
  await popup.locator(".distinguo-map-relations").getByText("what is in many places needs lines between them.").waitFor();
  await host.unloadPlugin();
  await expect.poll(() => popup.locator("canvas").count()).toBe(0);
});

test("a thousand concepts are there within moments", async () => {
  host = await openVault();
  await feedConcepts(host, 1000, 5000, 14);
  await host.command("distinguo:open-map");
  await settled();
  expect(await status().innerText()).toMatch(/^1,005 concepts/);
  await expect.poll(() => rows().count()).toBe(100);
  await view().getByRole("button", { name: "906 more" }).click();
  await expect.poll(() => rows().count()).toBe(200);
  await shot(host, "whole-map-1000");
  // The next time it is as it was, without another layout.
  const before = await positions();
  await host.page.evaluate(() => window.host.app.workspace.getLeavesOfType("distinguo-map")[0]?.detach());
  await host.command("distinguo:open-map");
  await settled();
  const after = await positions();
  for (const [label, [x, y]] of Object.entries(before)) if (Math.hypot((after[label]?.[0] ?? NaN) - x, (after[label]?.[1] ?? NaN) - y) > 1) throw new Error(`${label} has moved`);
});

test("of ten thousand it opens too, and says what it leaves out", async () => {
  host = await openVault();
  await feedConcepts(host, 10_000, 50_000, 40);
  await host.command("distinguo:open-map");
  await settled(110_000);
  expect(await status().innerText()).toMatch(/^10,005 concepts.*cluster by cluster/);
  await field().fill("quorum 4999");
  await host.press("ArrowDown");
  await ties().getByText("they are met together.").first().waitFor();
  await shot(host, "whole-map-10000");
});

test("axe finds nothing, and finds a fault that is put there", async () => {
  await openMap();
  await field().fill("dispersed");
  await host.press("ArrowDown");
  await ties().getByText("what is in many places needs lines between them.").waitFor();
  for (const theme of ["light", "dark"] as const) {
    await host.theme(theme);
    expect(await violations(host, "[data-type=distinguo-map] .view-content")).toEqual([]);
  }
  await view().locator(".distinguo-map-canvas").evaluate((el) => { el.removeAttribute("aria-labelledby"); el.setAttribute("role", "img"); });
  expect((await violations(host, "[data-type=distinguo-map] .view-content")).join()).toContain("role-img-alt");
});

test("where it is narrow the list stands below, and may be put away", async () => {
  await openMap({ viewport: { width: 640, height: 800 } });
  await shot(host, "whole-map-narrow");
  const [picture, list] = [await canvas().boundingBox(), await view().getByRole("listbox").boundingBox()];
  expect((list?.y ?? 0) >= (picture?.y ?? 0) + (picture?.height ?? 0)).toBe(true);
  await view().getByRole("button", { name: "Show or hide the list" }).click();
  await expect.poll(() => view().getByRole("listbox").isVisible()).toBe(false);
  expect((await canvas().boundingBox())?.height).toBeGreaterThan(picture?.height ?? 0);
});

test("a vault without concepts is told so", async () => {
  await openMap({ vault: { "Plain.md": "Nothing here.\n" } });
  expect(await status().innerText()).toContain("No note of this vault is a concept note yet.");
});

test("strange names are drawn and listed", async () => {
  const names = ["עברית ואנגלית", "🦉", "x".repeat(120), "'quotes' “too”"];
  const notes = Object.fromEntries(names.map((name, index) => [`concepts/${index}.md`, `---\ntitle: ${JSON.stringify(name)}\n---\n*A thing.*\n\n## Related concepts\n\n- [[Networks]]: odd.\n`]));
  await openMap({ vault: { ...vault, ...notes } });
  await shot(host, "whole-map-strange");
  await expect.poll(() => rows().locator(".distinguo-map-row-label").allInnerTexts()).toEqual(expect.arrayContaining(names));
});
