import { test } from "vitest";
import { openHost } from "../browser/open-host";
import { forReadme, looks, picture, readGarden } from "./stage";

const block = (text: string, language = "distinguo"): string => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const ways = looks.filter(({ name }) => ["light", "dark", "zoomed", "contrast", "forced-colors"].includes(name));

const pages: Record<string, string> = {
  "embed-concept": `# A concept\n\nWhat it is tied to, in a note.\n\n${block("note: commons\nkinds: [related, contrast, broader, narrower]")}\nAnd on it goes.\n`,
  "embed-problems": `# To do\n\n${block("show: problems\nfolder: concepts\nlimit: 6")}\n`,
  "embed-options": `# Slips\n\n${block("shwo: concept\nnote: commons\ndepth: 4\nview: list\nkinds: [related]")}\n`,
  "embed-square": `# Places\n\n${block("show: square\nfolder: concepts")}\n`,
  "base-in-note": `# A base\n\n${block("filters: file.inFolder(\"concepts/money\")\nviews:\n  - type: distinguo-map\n    name: Money", "base")}\n`,
};

test("in notes", async () => {
  const host = await openHost({ vault: { ...(await readGarden()), ...Object.fromEntries(Object.entries(pages).map(([name, text]) => [`${name}.md`, text])) }, open: "index" });
  for (const name of Object.keys(pages)) {
    await host.openNote(`${name}.md`);
    await host.mode("preview");
    await host.reading.locator(".distinguo-concept-label:visible, .distinguo-finding, .distinguo-among li, .distinguo-square tbody tr").first().waitFor();
    if (name === "embed-concept") await forReadme(host, name);
    await picture(host, name, ways);
  }
  await host.openNote("embed-concept.md");
  await host.mode("source");
  await host.select(2);
  await host.editor.locator(".distinguo-embed .distinguo-concept-label").waitFor();
  await picture(host, "embed-live-preview", ways.slice(0, 2));
  await host.close();
});
