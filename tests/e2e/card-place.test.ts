import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { conflation, openVault, shot, vault } from "./vault";

const card = (host: HostPage): Locator => host.page.getByRole("dialog");
const filler = "The pier was built of oak, and the boats were counted.\n\n";

/** Whether the card lies over none of the words that are underlined at an offset, and inside of what can be seen. */
async function isBeside(host: HostPage, at: number): Promise<boolean> {
  return host.page.evaluate((offset) => {
    const view = window.host.app.workspace.activeEditor?.cm;
    const box = document.querySelector(".distinguo-popover")?.getBoundingClientRect();
    const marks = [...(view?.contentDOM.querySelectorAll(".distinguo-mark") ?? [])].filter((el) => view && view.posAtDOM(el, 0) <= offset && offset <= view.posAtDOM(el, el.childNodes.length));
    const seen = window.visualViewport ?? { offsetTop: 0, height: window.innerHeight, width: window.innerWidth };
    if (!box || marks.length === 0) return false;
    const words = marks.flatMap((el) => [...el.getClientRects()]);
    const isInside = box.top >= seen.offsetTop && box.bottom <= seen.offsetTop + seen.height + 1 && box.left >= 0 && box.right <= seen.width + 1;
    return isInside && box.height > 60 && words.every((word) => box.bottom <= word.top || box.top >= word.bottom || box.right <= word.left || box.left >= word.right);
  }, at);
}

async function scrollTo(host: HostPage, at: number, y: "start" | "center" | "end"): Promise<void> {
  await host.page.evaluate(([offset, where]) => {
    const view = window.host.app.workspace.activeEditor?.cm;
    if (!view) return;
    const line = view.lineBlockAt(offset);
    const { scrollDOM } = view;
    scrollDOM.scrollTop = line.top - (where === "start" ? 0 : where === "center" ? scrollDOM.clientHeight / 2 : scrollDOM.clientHeight - line.height - 40);
  }, [at, y] as const);
}

test("the card never lies over its words: where they run over lines, at 200 %, with more to say than there is room for", async () => {
  const long = "The tool is a distributed\n(decentralized) one: every copy carries the whole history, so that one may work for a week on a train.";
  const text = `${filler.repeat(12)}${long}\n\n${filler.repeat(2)}${conflation.sentence}\n\n${filler.repeat(20)}`;
  for (const [name, viewport] of [["phone-wide", { width: 360, height: 640 }], ["zoomed", { width: 640, height: 400 }], ["desktop", { width: 1280, height: 800 }]] as const) {
    const host = await openVault({ vault: { ...vault, "Tool.md": text }, open: "Tool", viewport });
    await host.page.evaluate(() => { window.host.app.workspace.leftSplit.collapse(); });
    await host.command("distinguo:next-diagnostic");
    await expect.poll(async () => (await host.selection()).from).toBeGreaterThan(0);
    const found = await host.page.evaluate(() => window.host.app.workspace.activeEditor?.cm.state.selection.main.head ?? 0);
    for (const at of new Set([found, text.indexOf(conflation.words)])) {
      for (const y of ["start", "center", "end"] as const) {
        await host.page.evaluate((offset) => { window.host.app.workspace.activeEditor?.cm.dispatch({ selection: { anchor: offset } }); }, at + 3);
        await scrollTo(host, at, y);
        expect(await host.command("distinguo:show-card")).toBe(true);
        await card(host).getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
        await expect.poll(() => isBeside(host, at + 3), { message: `${name} ${at} ${y}` }).toBe(true);
        await card(host).getByText(/^Convention: /).click();
        await card(host).getByRole("button", { name: "Ignore…" }).click();
        await expect.poll(() => isBeside(host, at + 3), { message: `${name} ${at} ${y}, unfolded` }).toBe(true);
        if (y === "center") await shot(host, `beside-${name}-${at === found ? "first" : "second"}`);
        await host.press("Escape");
      }
    }
    await host.close();
  }
});

test("on a phone the card is a sheet, away from its words, also above the keyboard", async () => {
  const text = `${filler.repeat(6)}${conflation.sentence}\n\n${filler.repeat(20)}`;
  const host = await openVault({ vault: { ...vault, "Phone.md": text }, open: "Phone", mobile: "phone", viewport: { width: 360, height: 640 } });
  await host.page.evaluate(() => {
    window.host.app.workspace.leftSplit.collapse();
    window.host.app.workspace.rightSplit.collapse();
  });
  const at = text.indexOf(conflation.words) + 3;
  await host.select(at);
  const words = host.editor.locator(".distinguo-mark", { hasText: conflation.words });
  await words.waitFor();
  for (const [name, keyboard, y] of [["bottom", 0, "start"], ["top", 0, "end"], ["keyboard", 280, "start"], ["keyboard-middle", 280, "center"]] as const) {
    await host.keyboard(keyboard);
    await scrollTo(host, at, y);
    if (name === "keyboard-middle") await host.command("distinguo:show-card");
    else await words.tap();
    await card(host).getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
    await expect.poll(() => isBeside(host, at), { message: name }).toBe(true);
    await shot(host, `sheet-${name}`);
    const box = await card(host).boundingBox();
    expect(box?.width).toBe(360);
    if (name === "top") expect(box?.y).toBe(0);
    else expect(box && Math.abs(box.y + box.height - (640 - keyboard)) < 2).toBe(true);
    // What one can hit with a finger.
    const small = await card(host).evaluate((el) => [...el.querySelectorAll("button, summary, a")].filter((stop) => stop.getClientRects().length > 0 && stop.getBoundingClientRect().height < 40).map((stop) => stop.textContent));
    expect(small).toEqual([]);
    // It follows the keyboard as it comes and goes.
    if (name === "bottom") {
      await host.keyboard(200);
      await expect.poll(() => isBeside(host, at)).toBe(true);
    }
    await card(host).getByRole("button", { name: "Close" }).tap();
    await card(host).waitFor({ state: "detached" });
  }
  await host.close();
});

test("the card goes when its words are scrolled out of the note, and stays with them before", async () => {
  const text = `${filler.repeat(6)}${conflation.sentence}\n\n${filler.repeat(40)}`;
  const host = await openVault({ vault: { ...vault, "Scroll.md": text }, open: "Scroll" });
  const at = text.indexOf(conflation.words) + 3;
  await host.select(at);
  await host.editor.locator(".distinguo-mark", { hasText: conflation.words }).waitFor();
  await host.command("distinguo:show-card");
  await card(host).waitFor();
  await scrollTo(host, at, "center");
  await expect.poll(() => isBeside(host, at)).toBe(true);
  await host.page.evaluate(() => { const view = window.host.app.workspace.activeEditor?.cm; if (view) view.scrollDOM.scrollTop = 1500; });
  await card(host).waitFor({ state: "detached" });
  expect(await host.marked(".distinguo-evidence")).toEqual([]);
  await host.close();
});

test("whatever makes the card grow, it stays beside its words: the definition of a convention that is picked", async () => {
  const text = `${filler.repeat(12)}${conflation.sentence}\n\n${filler.repeat(40)}`;
  const at = text.indexOf(conflation.words) + 3;
  for (const y of ["start", "end"] as const) {
    const host = await openVault({ vault: { ...vault, "Grow.md": text }, open: "Grow", viewport: { width: 1280, height: 800 } });
    await host.select(at);
    const words = host.editor.locator(".distinguo-mark", { hasText: conflation.words });
    await words.waitFor();
    await scrollTo(host, at, y);
    await words.hover();
    await card(host).getByText("Convention: Two axes").click();
    await card(host).getByLabel("Follow in this vault").waitFor();
    await expect.poll(() => isBeside(host, at)).toBe(true);
    const before = await card(host).boundingBox();
    await card(host).getByLabel("Follow in this vault").selectOption("topology");
    await card(host).getByText("Paul Baran").waitFor();
    await expect.poll(() => isBeside(host, at), { message: y }).toBe(true);
    const after = await card(host).boundingBox();
    expect(after && before && after.height > before.height + 20).toBe(true);
    // On the same side as before: it grows away from the words.
    if (y === "end") expect(after && before && Math.abs(after.y + after.height - before.y - before.height) < 2).toBe(true);
    else expect(after?.y).toBe(before?.y);
    await shot(host, `grown-${y}`);
    await host.close();
  }
});

test("on a phone one can write a reason though the keyboard comes up over the words", async () => {
  for (const [name, text] of [["low", `${filler.repeat(6)}${conflation.sentence}\n\n${filler.repeat(20)}`], ["last", `${filler.repeat(6)}${conflation.sentence}\n`]] as const) {
    const host = await openVault({ vault: { ...vault, "Phone.md": text }, open: "Phone", mobile: "phone", viewport: { width: 360, height: 640 } });
    await host.page.evaluate(() => {
      window.host.app.workspace.leftSplit.collapse();
      window.host.app.workspace.rightSplit.collapse();
    });
    const at = text.indexOf(conflation.words) + 3;
    await host.select(at);
    const words = host.editor.locator(".distinguo-mark", { hasText: conflation.words });
    await words.waitFor();
    await scrollTo(host, at, "end");
    await words.tap();
    await card(host).getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
    await card(host).getByRole("button", { name: "Ignore…" }).tap();
    if (name === "low") await scrollTo(host, at, "end");
    await card(host).getByLabel("Reason (optional)").tap();
    await host.keyboard(280);
    if (name === "low") await expect.poll(() => isBeside(host, at)).toBe(true);
    await shot(host, `reason-keyboard-${name}`);
    // What scrolls the text by and by leaves the card alone, too.
    await host.page.evaluate(() => { const view = window.host.app.workspace.activeEditor?.cm; if (view) view.scrollDOM.scrollTop += 2; });
    await host.type("Ada wants it");
    expect(await card(host).getByLabel("Reason (optional)").inputValue()).toBe("Ada wants it");
    await host.keyboard(0);
    await expect.poll(() => isBeside(host, at)).toBe(true);
    await card(host).getByRole("button", { name: "Ignore here" }).tap();
    await expect.poll(() => host.text()).toContain("%% distinguo-ignore inferred: Ada wants it %%");
    await host.close();
  }
});

test("a card that one asks for has its evidence in sight: in a pane of 240 pixels, low on a phone, where the evidence comes first", async () => {
  const first = "Because the copies of this archive sit on servers in nine countries, and on discs in a cellar, it is decentralized.";
  const text = `${filler.repeat(8)}${conflation.sentence}\n\n${filler.repeat(8)}${first}\n\n${filler.repeat(20)}`;
  const isSeen = (host: HostPage): Promise<boolean> => host.page.evaluate(() => {
    const box = document.querySelector(".distinguo-popover")?.getBoundingClientRect();
    const frame = document.querySelector(".cm-scroller")?.getBoundingClientRect();
    const evidence = [...document.querySelectorAll(".cm-content .distinguo-evidence")].flatMap((el) => [...el.getClientRects()]);
    if (!box || !frame || evidence.length === 0) return false;
    return evidence.every(({ top, bottom }) => top >= frame.top - 1 && bottom <= Math.min(frame.bottom, window.innerHeight) + 1 && (bottom <= box.top || top >= box.bottom));
  });
  for (const [name, mobile, viewport] of [["pane", undefined, { width: 1000, height: 640 }], ["phone", "phone", { width: 360, height: 640 }]] as const) {
    const host = await openVault({ vault: { ...vault, "Low.md": text }, open: "Low", viewport, ...(mobile && { mobile }) });
    await host.page.evaluate((isNarrow) => {
      window.host.app.workspace.leftSplit.collapse();
      window.host.app.workspace.rightSplit.collapse();
      const pane = document.querySelector<HTMLElement>(".cm-scroller");
      if (isNarrow) pane?.setCssProps({ width: "240px" });
    }, name === "pane");
    for (const [part, sentence] of [["after", conflation.sentence], ["before", first]] as const) {
      const at = text.indexOf(sentence) + sentence.indexOf("decentralized") + 3;
      for (const y of ["start", "end"] as const) {
        await host.select(at);
        await scrollTo(host, at, "center");
        await expect.poll(async () => (await host.marked(".distinguo-mark")).some(({ from, to }) => from <= at && at <= to)).toBe(true);
        // The line of the words is the first or the last one that can be seen, the rest of the paragraph can't.
        await host.page.evaluate(([offset, where]) => {
          const view = window.host.app.workspace.activeEditor?.cm;
          const line = view?.coordsAtPos(offset);
          const frame = view?.scrollDOM.getBoundingClientRect();
          if (view && line && frame) view.scrollDOM.scrollTop += where === "start" ? line.top - frame.top - 2 : line.bottom - Math.min(frame.bottom, window.innerHeight) + 2;
        }, [at, y] as const);
        expect(await host.command("distinguo:show-card")).toBe(true);
        await card(host).getByRole("link", { name: "concepts/Distributed.md" }).waitFor();
        await shot(host, `evidence-${name}-${part}-${y}`);
        await expect.poll(() => isSeen(host), { message: `${name} ${part} ${y}` }).toBe(true);
        expect(await isBeside(host, at)).toBe(true);
        await host.press("Escape");
      }
    }
    await host.close();
  }
});
