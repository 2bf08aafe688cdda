import { expect, test } from "vitest";
import { conflation, openVault, vault } from "./vault";

/** A note of so many paragraphs, one in twenty with a conflation. */
const note = (length: number): string => `# Long\n\n${Array.from({ length }, (_, at) => (at % 20 === 7 ? `In year ${String(at)}: ${conflation.sentence}` : `In year ${String(at)} the pier was built of oak, and the boats were counted.`)).join("\n\n")}\n`;

test("a note of 20,000 lines is marked to its end, read or embedded, and the page has its turns meanwhile", async () => {
  const host = await openVault({ vault: { ...vault, "Long.md": note(10_000), "Part.md": note(1_000), "Shell.md": "Before.\n\n![[Part]]\n" }, open: "Quiet" });
  host.page.setDefaultTimeout(60_000);
  await host.page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    // Chromium tells which script a long frame was spent in.
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) {
        const { scripts } = frame as PerformanceEntry & { scripts: { sourceURL: string; duration: number }[] };
        for (const { sourceURL, duration } of scripts) if (sourceURL.includes("distinguo")) tasks.push(duration);
      }
    }).observe({ type: "long-animation-frame" });
  });
  for (const [path, count] of [["Long.md", 500], ["Shell.md", 50]] as const) {
    await host.openNote(path);
    await host.mode("preview");
    await expect.poll(() => host.reading.locator(".distinguo-mark").count(), { timeout: 60_000 }).toBe(count);
    const tasks = await host.page.evaluate(() => Reflect.get(window, "tasks") as number[]);
    if (process.env["DISTINGUO_MEASURE"]) console.log(path, tasks.sort((a, b) => b - a).slice(0, 5));
    // What takes no turns takes seconds here, however busy the machine.
    expect(Math.max(0, ...tasks)).toBeLessThan(500);
    await host.mode("source");
  }
  await host.close();
}, 180_000);
