/**
 * Writes a corpus to standard output, a passage a line as `distinguo lint --stdin-jsonl` reads it: `{"path", "text"}`. The
 * passages are those of a benchmark and the paragraphs of vaults, over and over until there are enough.
 *
 * Usage: node scripts/corpus.js COUNT BENCHMARK.jsonl VAULT... > corpus.jsonl
 */
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Characters of a passage: what is shorter says nothing, what is longer is a list or a table. */
const least = 40;
const most = 4000;

const [count, benchmark, ...vaults] = process.argv.slice(2);
if (!/^\d+$/.test(count ?? "") || benchmark === undefined) {
  console.error("Usage: node scripts/corpus.js COUNT BENCHMARK.jsonl VAULT... > corpus.jsonl");
  process.exit(2);
}

const labelled = readFileSync(benchmark, "utf8").split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line).text]));
const notes = vaults.flatMap((vault) => readdirSync(vault, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort()
  .map((file) => readFileSync(file, "utf8")));
const paragraphs = notes.flatMap((text) => text.split(/\r?\n\s*\r?\n/)).map((text) => text.trim());
const passages = [...labelled, ...paragraphs].filter((text) => typeof text === "string" && text.length >= least && text.length <= most);
console.error(`corpus: ${passages.length.toLocaleString("en")} passages, of which ${labelled.length} are labelled`);

process.stdout.on("error", () => process.exit());
for (let at = 0, block = ""; at < Number(count); at += 1) {
  block += `${JSON.stringify({ path: `passage-${at}.md`, text: passages[at % passages.length] })}\n`;
  if (block.length < 1_000_000 && at + 1 < Number(count)) continue;
  if (!process.stdout.write(block)) await once(process.stdout, "drain");
  block = "";
}
