import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { HostPage } from "../browser/host-page";

let source: Promise<string> | undefined;

/** What axe-core finds amiss in the elements of a selector: the ids of the rules, each with what it is about. */
export async function axe(host: HostPage, selector: string): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  if (!(await host.page.evaluate(() => "axe" in window))) await host.page.evaluate(await source);
  return host.page.evaluate(async (within) => {
    const { axe: found } = window as unknown as { axe: { run: (context: string) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await found.run(within);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, selector);
}
