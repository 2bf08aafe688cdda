/** Shows a part of the plugin in each way that one may look at it, and takes a picture of each. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { HostPage } from "../browser/host-page";

const folder = process.env["DISTINGUO_SHOTS"] ?? fileURLToPath(new URL("../../dist/screenshots", import.meta.url));
const garden = new URL("../../examples/garden/", import.meta.url);

/** The example vault as texts by path. */
export async function readGarden(): Promise<Record<string, string>> {
  const names = await readdir(garden, { recursive: true });
  const notes = names.filter((name) => /\.(?:md|ya?ml)$/.test(name));
  return Object.fromEntries(await Promise.all(notes.map(async (name): Promise<[string, string]> => [name, await readFile(new URL(encodeURI(name), garden), "utf8")])));
}

/** Notes with names that strain what shows them. */
export const strange: Record<string, string> = {
  "concepts/Hub.md": [
    "# Hub",
    "",
    "*A hub is what others hang on.*",
    "",
    "## Related concepts",
    "",
    "- [[Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft]]: one word, and no place to break it.",
    "- [[The long and winding name of a thing that somebody found worth a whole sentence before writing its note]]: a name that is a sentence.",
    "- [[שער המים הגדול של העיר העתיקה]]: שער שנפתח עם הזריחה ונסגר עם השקיעה.",
    "- [[水车]]: 靠水力转动的轮子。",
    "- [[🪵]]: no letter at all.",
    "- [[\"Quoted\" & <b>bold</b>]]: signs that mean something elsewhere.",
    "- [[x]]: one letter.",
    "- [[Hub]]: itself.",
    "",
    "Hub vs. [[Spoke]]: the one carries, the other is carried.",
    "",
  ].join("\n"),
  "concepts/שער המים הגדול של העיר העתיקה.md": "# שער המים הגדול של העיר העתיקה\n\n*שער המים.*\n\n## Related concepts\n\n- [[Hub]]: הציר שעליו הוא נשען.\n",
  "concepts/水车.md": "# 水车\n\n*靠水力转动。*\n\n## Related concepts\n\n- [[Hub]]: 它的中心。\n",
  "concepts/x.md": "# x\n\n*A letter.*\n",
  "concepts/Spoke.md": "# Spoke\n\n*A spoke is carried.*\n",
};

/** One way to look. */
export interface Look {
  name: string;
  theme?: "light" | "dark";
  /** CSS pixels that the right sidebar is wide; it is 320 at first. */
  sidebar?: number;
  /** 2 is 200 %. */
  zoom?: number;
  contrast?: "more" | "forced";
}

/** Every way that each state is looked at. */
export const looks: readonly Look[] = [
  { name: "light" },
  { name: "dark", theme: "dark" },
  { name: "narrow", sidebar: 240 },
  { name: "wide", sidebar: 600, theme: "dark" },
  { name: "zoomed", zoom: 2 },
  { name: "contrast", contrast: "more" },
  { name: "forced-colors", contrast: "forced" },
];

const size = { width: 1280, height: 800 };

/** Makes the right sidebar so wide. */
async function resizeSidebar({ page }: HostPage, width: number): Promise<void> {
  await page.evaluate((pixels) => {
    const { workspace } = window.host.app;
    workspace.rightSplit.containerEl.setCssProps({ "--dock-width": `${pixels}px` });
    workspace.trigger("resize");
  }, width);
}

/** Takes a picture of what is shown in one way. */
async function take(host: HostPage, state: string, { name, theme, sidebar, zoom, contrast }: Look): Promise<void> {
  const { page } = host;
  await host.theme(theme ?? "light");
  await page.emulateMedia({ contrast: contrast === "more" ? "more" : null, forcedColors: contrast === "forced" ? "active" : null });
  // Zooming leaves fewer CSS pixels: that is all a layout knows of it.
  if (zoom !== undefined) await page.setViewportSize({ width: size.width / zoom, height: size.height / zoom });
  if (sidebar !== undefined) await resizeSidebar(host, sidebar);
  await page.waitForTimeout(350);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${state}--${name}.png`) });
  if (sidebar !== undefined) await resizeSidebar(host, 320);
  if (zoom !== undefined) await page.setViewportSize(size);
  await page.emulateMedia({ contrast: null, forcedColors: null });
}

/** Takes a picture of what is shown, in each of some ways. */
export async function picture(host: HostPage, state: string, ways: readonly Look[] = looks): Promise<void> {
  for (const look of ways) await take(host, state, look);
}

/** Saves a picture for the README, seen in one way, where DISTINGUO_PICTURES is set; else does nothing. */
export async function forReadme(host: HostPage, name: string, { theme, sidebar }: Omit<Look, "name"> = {}): Promise<void> {
  if (!process.env["DISTINGUO_PICTURES"]) return;
  const { page } = host;
  await page.setViewportSize({ width: 1200, height: 720 });
  await host.theme(theme ?? "light");
  if (sidebar !== undefined) await resizeSidebar(host, sidebar);
  await page.waitForTimeout(600);
  await host.screenshot(fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url)));
  if (sidebar !== undefined) await resizeSidebar(host, 320);
  await page.setViewportSize(size);
}
