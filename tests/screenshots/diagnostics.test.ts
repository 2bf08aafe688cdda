import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import type { HostPage } from "../browser/host-page";
import { openHost } from "../browser/open-host";
import { forReadme, looks, picture, readGarden, strange } from "./stage";

const brief = looks.filter(({ name }) => name === "light" || name === "dark" || name === "narrow");

async function openDiagnostics(options: Partial<Parameters<typeof openHost>[0]> = {}, command = "open-diagnostics"): Promise<{ host: HostPage; view: Locator }> {
  const host = await openHost({ vault: await readGarden(), open: "concepts/commons", viewport: { width: 1280, height: 800 }, ...options });
  await host.command(`distinguo:${command}`);
  const view = host.page.locator(".distinguo-report:visible");
  await view.locator(".distinguo-finding").first().waitFor({ timeout: 20_000 });
  return { host, view };
}

const group = async (host: HostPage, view: Locator, by: string): Promise<void> => {
  await view.getByRole("button", { name: "Group" }).click();
  await host.page.getByRole("menuitemcheckbox", { name: by }).click();
};

test("the diagnostics of the vault in the sidebar", async () => {
  const { host, view } = await openDiagnostics();
  await view.locator(".distinguo-report-sum[aria-busy=false]").waitFor();
  await forReadme(host, "diagnostics", { sidebar: 420 });
  await picture(host, "diagnostics");
  await group(host, view, "By rule");
  await picture(host, "diagnostics-by-rule", brief);
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByRole("button", { name: /^warning/ }).click();
  await view.getByRole("button", { name: "Today" }).click();
  await picture(host, "diagnostics-filter");
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await picture(host, "diagnostics-chips", brief);
  await view.getByRole("searchbox").fill("no such words");
  await picture(host, "diagnostics-search-none", brief);
  await view.getByRole("button", { name: "More", exact: true }).click();
  await host.page.getByRole("menuitem").first().waitFor();
  await picture(host, "diagnostics-more", brief);
  await host.close();
});

test("the diagnostics of the vault in the main area", async () => {
  const { host, view } = await openDiagnostics({}, "open-diagnostics-tab");
  await host.page.evaluate(() => window.host.app.workspace.rightSplit.collapse());
  await picture(host, "diagnostics-main", looks.filter(({ sidebar }) => sidebar === undefined));
  await view.getByRole("searchbox").fill("concept");
  await host.press("ArrowDown");
  await host.press("ArrowDown");
  await picture(host, "diagnostics-main-keyboard", brief.filter(({ sidebar }) => sidebar === undefined));
  await host.press("Control+.");
  await host.page.getByRole("menuitem").first().waitFor();
  await picture(host, "diagnostics-menu", brief.filter(({ sidebar }) => sidebar === undefined));
  await host.close();
});

test("many notes while they are judged", async () => {
  const sentence = "The archive is decentralized because its copies sit on servers in nine countries.";
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`notes/part ${at % 7}/Note ${at}.md`, `# Note ${at}\n\n${`${sentence}\n\n`.repeat(6)}`]));
  const { host, view } = await openDiagnostics({ vault: { ...strange, ...many } });
  await picture(host, "diagnostics-going-on", [{ name: "light" }]);
  await view.getByRole("button", { name: "Pause" }).click();
  await view.getByRole("button", { name: "Resume" }).waitFor();
  await picture(host, "diagnostics-running", brief);
  await view.getByRole("button", { name: "Cancel" }).click();
  await view.getByText(/^Judged/).waitFor();
  await picture(host, "diagnostics-cancelled", brief);
  await host.close();
});

test("strange names, and nothing found", async () => {
  const { host } = await openDiagnostics({ vault: strange, open: "concepts/Hub" });
  await picture(host, "diagnostics-strange", brief);
  await host.close();
  const quiet = await openHost({ vault: { "Quiet.md": "Nothing here.\n" }, open: "Quiet", viewport: { width: 1280, height: 800 } });
  await quiet.command("distinguo:open-diagnostics");
  await expect.poll(() => quiet.rightSidebar.locator(".distinguo-report-sum").innerText()).toContain("Nothing found");
  await picture(quiet, "diagnostics-none", brief);
  await quiet.close();
});

test("the diagnostics on a phone", async () => {
  const { host, view } = await openDiagnostics({ mobile: "phone", viewport: { width: 390, height: 844 } });
  // A sidebar lies over all else on a phone.
  await host.page.addStyleTag({ content: ".workspace-ribbon, .workspace-split.mod-root, .status-bar { display: none !important; } .workspace-split.mod-right-split { width: 100% !important; max-width: none !important; }" });
  await picture(host, "diagnostics-phone", [{ name: "light" }, { name: "dark", theme: "dark" }]);
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.getByRole("button", { name: /^warning/ }).click();
  await picture(host, "diagnostics-phone-filter", [{ name: "light" }]);
  await view.getByRole("button", { name: "Filter", exact: true }).click();
  await view.locator(".distinguo-finding .distinguo-line-menu").first().click();
  await picture(host, "diagnostics-phone-menu", [{ name: "light" }]);
  await host.close();
});
