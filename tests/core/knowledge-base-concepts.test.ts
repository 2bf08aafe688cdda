import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createVaultIndex, defaultConfig } from "../../src/core/index";
import { sharedVaults } from "./shared-vaults";

const snapshot = join(import.meta.dirname, "knowledge-base-concepts.txt");

/** How many texts there are, and a hash of them: what the vault says is not ours to keep. */
function sealed(texts: readonly string[]): string {
  return `${texts.length}:${createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 8)}`;
}

describe.skipIf(sharedVaults.missing)(`the concept notes of knowledge-base ${sharedVaults.note}`, () => {
  // Each field of each of the 80 was read beside its note before this was written down.
  it("are read as they were when people read them beside the notes", async () => {
    const index = createVaultIndex(defaultConfig);
    for (const note of sharedVaults.read("knowledge-base")) index.upsert(note);
    const { concepts, relations } = index.graph();
    const read = concepts.filter(({ path }) => path.startsWith("data/concepts/")).map((concept) => {
      const stated = relations.filter(({ source }) => source === concept.path);
      const contrasts = stated.filter(({ kind }) => kind === "contrast").map(({ label, target, sentence }) => `${label} -> ${target ?? "?"}: ${sentence}`);
      const fields = {
        label: [concept.prefLabel],
        alt: concept.altLabels,
        tags: concept.tags,
        definition: [concept.definition],
        uses: concept.uses.map(({ domain, heading }) => `${domain} (${heading})`),
        contrasts,
      };
      return { line: `${concept.path} ${Object.entries(fields).map(([key, texts]) => `${key} ${sealed(texts)}`).join(" ")} references ${concept.references}`, fields };
    });
    const known = new Set(readFileSync(snapshot, "utf8").split("\n"));
    for (const { line, fields } of read) if (!known.has(line)) process.stdout.write(`${line}\n${JSON.stringify(fields, null, 2)}\n`);
    await expect(`${read.map(({ line }) => line).join("\n")}\n`).toMatchFileSnapshot(snapshot);
  });
});
