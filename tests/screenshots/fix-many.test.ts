import { test } from "vitest";
import { openHost } from "../browser/open-host";
import { looks, picture, strange, type Look } from "./stage";

const folder = "a folder with a long name/that holds another with a name as long/and one more below it, since some vaults are deep";
const sentence = "The archive is decentralized because its copies sit on servers in nine countries.";
const winding = "Of all that has been said about it, from the first report of the commission to the last letter of the harbour master, little was written down, and what was written is";
/** Long paths and lines, a word with no place to break it, more notes than a window holds. */
const vault: Record<string, string> = {
  ...strange,
  "Short.md": `# Short\n\n${sentence}\n`,
  [`${folder}/A note whose name tells a good part of what stands in it, as some like to have it.md`]: `# Long\n\n${winding} decentralized because its copies sit on servers in nine countries, ${winding} kept.\n\n${sentence}\n`,
  [`${folder}/${"Donaudampfschiff".repeat(7)}.md`]: `# Word\n\nhttps://example.org/${"path-without-an-end/".repeat(9)} ${sentence}\n`,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`notes/Note ${at}.md`, `# Note ${at}\n\n${sentence}\n\nThe sacks were counted.\n---\nNo mice.\n`])),
};

const still = looks.filter(({ sidebar }) => sidebar === undefined);
const slim: readonly Look[] = [{ name: "zoomed", zoom: 4 }];

async function show(options: Partial<Parameters<typeof openHost>[0]>, name: string, ways: readonly Look[]): Promise<void> {
  const host = await openHost({ vault, viewport: { width: 1280, height: 800 }, ...options });
  const { page } = host;
  await host.palette("Fix many…");
  const dialog = page.getByRole("dialog");
  await dialog.locator(".distinguo-shape").first().waitFor();
  await picture(host, `${name}-shapes`, ways);
  await dialog.getByRole("button", { name: "Say “distributed” instead" }).click();
  await dialog.getByRole("button", { name: /^Apply \d/ }).waitFor();
  await dialog.getByRole("checkbox", { name: /^Note 1\b/ }).first().uncheck();
  await dialog.locator(".distinguo-changes").evaluate((el) => { el.scrollTop = 0; });
  await picture(host, name, ways);
  await host.modify("Short.md", `Somebody was faster.\n\n${vault["Short.md"] ?? ""}`);
  await host.modify("notes/Note 3.md", `Somebody was faster.\n\n${vault["notes/Note 3.md"] ?? ""}`);
  await dialog.getByRole("button", { name: /^Apply \d/ }).click();
  await page.getByRole("dialog", { name: "Left alone" }).waitFor();
  await picture(host, `${name}-left`, ways);
  await host.close();
}

test("one fix for many places", () => show({}, "fix-many", still));
test("one fix for many places, in little room", () => show({}, "fix-many-slim", slim));
test("one fix for many places, on a phone", () => show({ mobile: "phone", viewport: { width: 390, height: 844 } }, "fix-many-phone", [{ name: "light" }, { name: "dark", theme: "dark" }]));
