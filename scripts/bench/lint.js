import { race } from "./frame.js";
import { loadVaults, megabytesOf } from "./vaults.js";

/** A linter of the same kind, which looks for words and phrases too. It takes the Markdown for prose. */
async function loadPeer() {
  const [{ unified }, { default: english }, { default: equality }] = await Promise.all([import("unified"), import("retext-english"), import("retext-equality")]);
  let found = 0;
  const count = () => (_, file) => {
    found += file.messages.length;
  };
  const processor = unified().use(english).use(equality).use(count).freeze();
  return (notes) => {
    found = 0;
    for (const { text } of notes) processor.runSync(processor.parse(text), text);
    return found;
  };
}

/** How fast notes are judged, beside unified with retext-english and retext-equality. */
export async function measureLint({ lint, noteSource, defaultConfig, parseFrontMatter }, folder) {
  const [{ name, notes }] = loadVaults(folder, ["knowledge-base"]);
  const peer = await loadPeer();
  const megabytes = megabytesOf(notes);
  console.log(`Judging: ${notes.length} notes, ${megabytes.toFixed(1)} MB: ${name}. CPU time of one process; all notes, Markdown and all.\n`);
  return race("Judging", megabytes, [
    { tool: "distinguo", counted: "reports", run: () => notes.reduce((sum, { path, text }) => sum + lint(noteSource(path, text, parseFrontMatter), defaultConfig).length, 0) },
    { tool: "retext-equality", counted: "reports", run: () => peer(notes) },
  ], { speed: 10, ratio: 50 });
}
