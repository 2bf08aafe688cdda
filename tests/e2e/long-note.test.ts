import { expect, test } from "vitest";
import { conflation, openVault, vault } from "./vault";

/** 20,000 lines, one paragraph in twenty with a conflation. */
const long = `# Long\n\n${Array.from({ length: 10_000 }, (_, at) => (at % 20 === 7 ? `In year ${String(at)}: ${conflation.sentence}` : `In year ${String(at)} the pier was built of oak, and the boats were counted.`)).join("\n\n")}\n`;

test("a note of 20,000 lines is marked to its end, and the page has its turns meanwhile", async () => {
  const host = await openVault({ vault: { ...vault, "Long.md": long, "Shell.md": "Before.\n\n![[Long]]\n" }, open: "Quiet" });
  host.page.setDefaultTimeout(60_000);
  await host.page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    // Chromium tells which script a long frame was spent in.
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries()) {
        const scripts: { sourceURL: string; duration: number }[] = Reflect.get(frame, "scripts") ?? [];
        for (const { sourceURL, duration } of scripts) if (sourceURL.includes("distinguo")) tasks.push(duration);
      }
    }).observe({ type: "long-animation-frame" });
  });
  for (const note of ["Long.md", "Shell.md"]) {
    await host.openNote(note);
    await host.mode("preview");
    await expect.poll(() => host.reading.locator(".distinguo-mark").count(), { timeout: 60_000 }).toBe(500);
    const tasks = await host.page.evaluate(() => Reflect.get(window, "tasks") as number[]);
    if (process.env["DISTINGUO_MEASURE"]) console.log(note, tasks.sort((a, b) => b - a).slice(0, 5));
    // What takes no turns takes seconds here, however busy the machine.
    expect(Math.max(0, ...tasks)).toBeLessThan(500);
    await host.mode("source");
  }
  await host.close();
});
