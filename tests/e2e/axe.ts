import axe from "axe-core";
import type { HostPage } from "../browser/host-page";

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/** What axe-core finds amiss in the elements of a selector: the ids of the rules, each with what it is about. */
export async function violations(host: HostPage, selector: string): Promise<string[]> {
  if (!(await host.page.evaluate(() => "axe" in window))) await host.page.evaluate(axe.source);
  return host.page.evaluate(async (within) => {
    const found = await window.axe?.run(within);
    if (!found) throw new Error("axe-core did not come into the page");
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, selector);
}
