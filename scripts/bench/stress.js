import { cpuOf } from "./frame.js";
import { hostileNotes, hostileToRead } from "./hostile-notes.js";

const sizes = [1.25e6, 2.5e6, 5e6];
/** A size is left out where the one before took longer than this, in CPU seconds. */
const patience = 20;

/** Measures a task on notes that no one writes, at three sizes: linear time doubles with each. */
function stress(notes, task) {
  for (const [name, make] of notes) {
    const seconds = [];
    for (const size of sizes) {
      if (seconds.some((value) => value > patience)) break;
      const text = make(size);
      seconds.push(cpuOf(() => task(text)));
    }
    const factors = seconds.slice(1).map((value, index) => `x ${(value / seconds[index]).toFixed(1)}`);
    console.log(`${name.padEnd(36)} ${seconds.map((value) => value.toFixed(2).padStart(7)).join(" ")} s   ${factors.join("  ")}`);
  }
  console.log();
}

function head(what) {
  console.log(`${what} notes that no one writes: CPU seconds for 1.25, 2.5 and 5 MB, and how much more each doubling takes (2 is linear).\nAfter ${patience} seconds the larger sizes are left out.\n`);
}

/** Whether any note makes judging slow. */
export function stressLint({ lint, noteSource, defaultConfig, parseFrontMatter }) {
  head("Judging");
  stress(hostileNotes, (text) => lint(noteSource("odd.md", text, parseFrontMatter), defaultConfig));
}

/** Whether any note makes reading into the index slow, the checks included. */
export function stressReading({ createVaultIndex, noteSource, defaultConfig, parseFrontMatter }) {
  head("Reading and checking");
  stress([...hostileToRead, ...hostileNotes], (text) => {
    const index = createVaultIndex(defaultConfig);
    index.upsert(noteSource("concepts/odd.md", text, parseFrontMatter));
    index.graph();
    index.check();
  });
}
