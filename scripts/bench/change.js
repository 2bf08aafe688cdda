import { cpuOf } from "./frame.js";
import { row } from "./results.js";
import { median } from "./statistics.js";

const size = 10_000;
const changes = 100;

/** A made-up vault: every tenth note is a concept with related concepts, the others mention some. The same at each call. */
function makeVault() {
  let seed = 7;
  const any = (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const concept = () => any(size / 10) * 10;
  return Array.from({ length: size }, (_, at) => ({ path: pathOf(at), text: textOf(at, concept, any) }));
}

function pathOf(at) {
  return at % 10 === 0 ? `concepts/mill ${at}.md` : `notes/${Math.floor(at / 100)}/day ${at}.md`;
}

function textOf(at, concept, any) {
  const link = () => `[[mill ${concept()}]]`;
  const prose = Array.from({ length: 6 }, () => `The tide turned the wheel on day ${any(365)}, as ${link()} and ${link()} tell; nobody kept count of the sacks that the carts took to the granary.`);
  const items = Array.from({ length: 6 }, () => `- ${link()}: takes its water from the same weir.`);
  const head = `---\naliases: [Wheel ${at}]\ntags:\n  - water\n---\n# Mill ${at}\n\n`;
  return at % 10 === 0 ? `${head}${prose.join("\n\n")}\n\n## Related Concepts\n\n${items.join("\n")}\n` : prose.join("\n\n");
}

/** What one changed note costs in a large vault, beside a rebuild. */
export function measureChange({ createVaultIndex, noteSource, defaultConfig, parseFrontMatter }) {
  const notes = makeVault();
  const build = () => {
    const index = createVaultIndex(defaultConfig);
    for (const { path, text } of notes) index.upsert(noteSource(path, text, parseFrontMatter));
    index.graph();
    return index;
  };
  let index = build();
  const rebuilds = Array.from(
    { length: 3 },
    () =>
      1000 *
      cpuOf(() => {
        index = build();
      }),
  );
  const kinds = [
    { kind: "a sentence more", change: ({ text }, time) => text.replace("## Related", `Once more, for the ${time}th time.\n\n## Related`) },
    { kind: "a relation more", change: ({ text }, time) => `${text}- [[mill ${time * 10}]]: shares its weir.\n` },
    { kind: "another title", change: ({ text }, time) => text.replace("# Mill", `# Old mill ${time}`) },
  ];
  console.log(`One changed note of ${size}, made up: CPU milliseconds, medians of ${changes}; a rebuild takes ${median(rebuilds).toFixed(0)}.\n`);
  const part = "One changed note of 10,000";
  const rows = [];
  for (const { kind, change } of kinds) {
    const times = { neighbors: [], graph: [] };
    for (let time = 1; time <= changes; time++) {
      const note = notes[((time * 37) % (size / 10)) * 10];
      const changed = noteSource(note.path, change(note, time), parseFrontMatter);
      times.neighbors.push(
        1000 *
          cpuOf(() => {
            index.upsert(changed);
            index.neighbors(note.path);
          }),
      );
      times.graph.push(1000 * cpuOf(() => index.graph()));
    }
    const worst = Math.max(...times.neighbors);
    console.log(`${kind.padEnd(18)} read, and its neighbours asked for ${median(times.neighbors).toFixed(2)} (worst ${worst.toFixed(1)})   then the whole graph ${median(times.graph).toFixed(2)}`);
    rows.push(row({ part, what: `${kind}, read, and its neighbours asked for`, unit: "ms", ours: median(times.neighbors), peer: median(rebuilds), peerName: "the vault read anew" }));
    rows.push(row({ part, what: `${kind}, then the whole graph as one value`, unit: "ms", ours: median(times.graph) }));
  }
  console.log();
  return rows;
}
