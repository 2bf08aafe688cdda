import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultConfig, lint } from "../../src/core/index";
import { marked, warningsIn } from "./note";
import { sharedVaults } from "./shared-vaults";

const folder = "../shared/seeds";
const seeds = existsSync(folder) ? readdirSync(folder).sort().map((name) => readFileSync(`${folder}/${name}`, "utf8")) : [];
const [conceptNote = "", helpArticle = "", essay = ""] = seeds;

/** The sentence around a place, roughly. */
const around = (text: string, at: number) => text.slice(Math.max(0, at - 160), at + 160);

// The seeds stand beside the repository, or the tests are skipped.
const seeded = test.skipIf(seeds.length < 3);

seeded("the concept note that draws the distinction is left alone", () => {
  expect(marked(conceptNote, warningsIn(conceptNote))).toEqual([]);
});

seeded("the help article blurs it in two places at least", () => {
  const found = warningsIn(helpArticle).map(({ rule, from }) => ({ rule, at: around(helpArticle, from) }));
  expect(found.some(({ rule, at }) => rule === "equated" && at.includes("might also be said"))).toBe(true);
  expect(found.some(({ rule, at }) => rule === "decentralized-for-distributed" && at.includes("combination of protocols"))).toBe(true);
});

seeded("the essay slides seldom", () => {
  expect(warningsIn(essay).length).toBeLessThanOrEqual(1);
});

test.skipIf(sharedVaults.missing)(`the vault's own note that moves from centralized to distributed, and defines decentralization by places, is reported for both ${sharedVaults.note}`, () => {
  const note = sharedVaults.read("knowledge-base").find(({ path }) => path === "data/concepts/decentralization.md");
  const found = warningsIn(note?.source ?? "");
  expect(found.map(({ rule }) => rule)).toEqual(["crossed-opposites", "decentralized-for-distributed"]);
});

test.skipIf(sharedVaults.missing)(`a vault of other things has no warning ${sharedVaults.note}`, () => {
  const found = sharedVaults.read("obsidian-hub").flatMap((note) => lint(note, defaultConfig).filter(({ severity }) => severity !== "hint"));
  expect(found).toEqual([]);
});
