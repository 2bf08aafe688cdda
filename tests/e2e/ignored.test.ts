import { expect, test } from "vitest";
import type { HostPage } from "../browser/host-page";
import { conflation, openVault, shot } from "./vault";

const { sentence, words } = conflation;
const pair = "The pump is distributed (decentralized).";
const marks = async (host: HostPage): Promise<string[]> => (await host.marked(".distinguo-mark")).map(({ text }) => text);

/** The page, from the settings on; what it lists. */
async function openIgnored(host: HostPage): Promise<void> {
  const tab = await host.settings();
  await tab.getByText("Ignored", { exact: true }).click();
  await host.page.locator(".distinguo-ignored").waitFor();
}
const headings = (host: HostPage): Promise<string[]> => host.page.locator(".distinguo-ignored .setting-item-heading").allInnerTexts();
const rows = (host: HostPage): Promise<string[]> => host.page.locator(".distinguo-ignored .setting-item:not(.setting-item-heading) .setting-item-info").allInnerTexts();
const takeBack = (host: HostPage, name: string) => host.page.getByRole("button", { name: `Take back ${name}` });

const vault = {
  "distinguo.yaml": "convention: two-axes\nwords:\n  exceptions:\n    - Distributed (decentralized) # by house style\n",
  "Harbour.md": `---\ntags: [a]\ndistinguo-exceptions:\n  - "decentralized because its copies sit on servers in nine countries"\n---\n# Harbour\n\n${sentence}\n\n${pair}\n`,
  "notes/Pier.md": `---\r\ndistinguo-ignore: [inferred, equated]\r\n---\r\n${sentence}\r\n\r\n%% distinguo-ignore-next-line crossed-opposites: quoted from the minutes %%\r\nThe library is distributed rather than centralized.\r\n`,
  "Quay.md": `---\ndistinguo: false\n---\n${sentence}\n`,
};

test("what is ignored is listed with its note, and taken back: in the note, everywhere, with a way to undo", async () => {
  const host = await openVault({ open: "Harbour", vault });
  await host.page.waitForTimeout(900);
  expect(await marks(host)).toEqual([]);
  await openIgnored(host);
  await expect.poll(() => rows(host)).toEqual([
    "Distributed (decentralized)",
    "decentralized because its copies sit on servers in nine countries",
    "All rules",
    "inferred",
    "equated",
    "crossed-opposites",
  ].map((name) => expect.stringContaining(name) as string));
  expect(await headings(host)).toEqual(["Everywhere", "Harbour", "Quay", expect.stringMatching(/^Pier/)]);
  await shot(host, "ignored-light");
  await host.theme("dark");
  await shot(host, "ignored-dark");
  await host.theme("light");
  await host.page.setViewportSize({ width: 400, height: 800 });
  await shot(host, "ignored-narrow");
  await host.page.setViewportSize({ width: 1280, height: 800 });

  // In the note that is open, through its editor.
  await takeBack(host, "“decentralized because").click();
  await expect.poll(() => headings(host)).not.toContain("Harbour");
  await host.notices.getByText("done in “Harbour”").waitFor();
  await shot(host, "ignored-taken-back");
  expect(await host.text()).toBe(vault["Harbour.md"].replace(/distinguo-exceptions:\n.*\n/, ""));
  await expect.poll(() => marks(host)).toEqual([words]);
  await host.notices.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => headings(host)).toContain("Harbour");
  expect(await host.text()).toBe(vault["Harbour.md"]);

  // Everywhere.
  await takeBack(host, "“Distributed (decentralized)”").click();
  await expect.poll(() => headings(host)).not.toContain("Everywhere");
  expect(await host.file("distinguo.yaml")).toBe("convention: two-axes\n");
  await expect.poll(() => marks(host)).toEqual(["distributed (decentralized)"]);

  // In notes that are not open: one rule of two, a comment, the whole note.
  await takeBack(host, "inferred").click();
  await expect.poll(() => host.file("notes/Pier.md")).toBe(vault["notes/Pier.md"].replace("inferred, ", ""));
  await expect.poll(() => rows(host)).toHaveLength(4);
  await takeBack(host, "crossed-opposites").click();
  await expect.poll(() => host.file("notes/Pier.md")).toBe(vault["notes/Pier.md"].replace("inferred, ", "").replace(/%%.*%%\r\n/, ""));
  await takeBack(host, "All rules").click();
  await expect.poll(() => host.file("Quay.md")).toBe(`${sentence}\n`);
  await host.close();
});

test("a comment's place, and a note, open from the list, and the settings make way", async () => {
  const host = await openVault({ open: "Quay", vault });
  await openIgnored(host);
  await host.page.getByRole("link", { name: "By a comment" }).click();
  await expect.poll(() => host.activePath()).toBe("notes/Pier.md");
  await host.page.locator(".modal").waitFor({ state: "detached" });
  const { from, to } = await host.selection();
  expect((await host.text()).slice(from, to)).toBe("%% distinguo-ignore-next-line crossed-opposites: quoted from the minutes %%");
  await openIgnored(host);
  await host.page.getByRole("link", { name: "Harbour" }).click();
  await expect.poll(() => host.activePath()).toBe("Harbour.md");
  await host.close();
});

test("where nothing is ignored the page says how one ignores, and follows what changes", async () => {
  const host = await openVault({ open: "Harbour", vault: { "Harbour.md": `${sentence}\n` } });
  await openIgnored(host);
  await host.page.getByText("Nothing is ignored.").waitFor();
  await shot(host, "ignored-none");
  await host.modify("Harbour.md", `---\ndistinguo-ignore: inferred\n---\n${sentence}\n`);
  await expect.poll(() => rows(host)).toEqual([expect.stringContaining("inferred")]);
  await host.modify("Harbour.md", `${sentence}\n`);
  await host.page.getByText("Nothing is ignored.").waitFor();
  await host.close();
});

test("it is walked with the keyboard, and the focus stays where one was", async () => {
  const host = await openVault({ open: "Quay", vault });
  await openIgnored(host);
  await takeBack(host, "inferred").focus();
  await host.press("Enter");
  await expect.poll(() => rows(host)).toHaveLength(5);
  const focused = (): Promise<string | null> => host.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);
  await expect.poll(focused).toBe("Take back equated, Pier");
  await host.press("Shift+Tab");
  await host.press("Shift+Tab");
  expect(await focused()).toBe("Take back All rules, Quay");
  await host.close();
});

test("what can't be taken out alone is left, and told", async () => {
  const braces = `---\n{distinguo-ignore: [inferred]}\n---\n${sentence}\n`;
  const host = await openVault({ open: "Harbour", vault: { "Harbour.md": braces } });
  await openIgnored(host);
  await takeBack(host, "inferred").click();
  await host.notices.getByText("“Harbour” is as it was").waitFor();
  expect(await host.text()).toBe(braces);
  await host.close();
});

test("of thousands the first are drawn at once, more on demand, and a search finds the rest", async () => {
  const phrases = (note: number): string => Array.from({ length: 1000 }, (_, index) => `  - "phrase ${note}-${index} is ours"`).join("\n");
  const host = await openVault({ open: "Quiet", vault: { "Quiet.md": "Quiet.\n", ...Object.fromEntries([1, 2, 3].map((note) => [`Many ${note}.md`, `---\ndistinguo-exceptions:\n${phrases(note)}\n---\nIt rained.\n`])) } });
  const tab = await host.settings();
  // The host reads such front matter slowly, and the page fills as the index does.
  await tab.getByText("Ignored", { exact: true }).click();
  await expect.poll(() => rows(host), { timeout: 30_000 }).toHaveLength(50);
  await host.page.getByRole("button", { name: "Show more (2,950)" }).waitFor({ timeout: 30_000 });
  await host.page.getByRole("button", { name: "Back", exact: true }).click();
  await host.page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
  await tab.getByText("Ignored", { exact: true }).click();
  await expect.poll(() => rows(host)).toHaveLength(50);
  const long = await host.page.evaluate(() => (window as unknown as { long: number[] }).long);
  console.info(`long tasks while the page opens: ${long.map(Math.round).join(", ") || "none"}`);
  expect(Math.max(0, ...long)).toBeLessThan(250);
  await host.page.getByRole("button", { name: "Show more (2,950)" }).click();
  expect(await rows(host)).toHaveLength(100);
  await host.page.getByRole("searchbox", { name: "Search what is ignored" }).fill("phrase 3-999");
  await expect.poll(() => rows(host)).toEqual([expect.stringContaining("phrase 3-999 is ours")]);
  await shot(host, "ignored-search");
  await host.page.getByRole("searchbox", { name: "Search what is ignored" }).fill("no such thing");
  await host.page.getByText("Nothing that is ignored fits.").waitFor();
  await host.close();
});

test("an entry of a property that suppresses nothing is a hint in its own place, and its fix takes out just that", async () => {
  const text = `---\ntags: [a]\ndistinguo-exceptions:\n  - ${words} because its copies\n  - of no use\n---\n${sentence}\n`;
  const host = await openVault({ open: "Harbour", vault: { "Harbour.md": text } });
  await expect.poll(async () => (await host.marked(".distinguo-hint")).map((mark) => mark.text)).toEqual(["of no use"]);
  expect(await marks(host)).toEqual(["of no use"]);
  await host.select(text.indexOf("no use"));
  await host.command("distinguo:show-card");
  await host.page.getByText("Remove the phrase").first().click();
  await expect.poll(() => host.text()).toBe(text.replace("  - of no use\n", ""));
  await host.undo();
  expect(await host.text()).toBe(text);
  await host.close();
});
