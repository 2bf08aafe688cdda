/** Graphs for the tests of the formats: a small one full of traps, any graph at all, and those of whole vaults. */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { it } from "vitest";
import { conceptGraph, type Concept, type ConceptGraph, type Relation } from "../../src/core/index";
import { foldLabel } from "../../src/core/concepts/label";
import { sharedVaults } from "./shared-vaults";
import { vault } from "./small-vault";

/** Texts that one format or another takes for its own syntax, or cannot hold. */
export const nasty = [
  `"Quote's" [b](c) <i>&amp; {x} | # ; \`code\` 🌊 שלום`,
  "",
  " ",
  "one\ntwo\r\nthree\tfour",
  "bell\u0007 nul\u0000 half\uD800 other\uDC00 none\uFFFE",
  "---",
  "1. a list? **bold** _no_ ~~so~~ $$x^2$$ https://example.org www.example.org me@example.org",
  "end",
  "]]> --> <!-- </svg> </script> &#34; &lt;",
  "#34; #quot; %%{init: {}}%% :::missing class style:#34;",
  "back\\slash \\u0041 ^^xsd:int @en \"\"\" '''",
  "مطحنة المدّ والجزر",
  "👩‍🌾🏳️‍🌈 e\u0301 \u202Eurt\u202C \uFEFF",
  "The long water ".repeat(34),
];

const concept = (path: string, prefLabel: string, more: Partial<Concept> = {}): Concept => ({ path, prefLabel, altLabels: [], tags: [], definition: "", uses: [], references: 0, ...more });

const relation = (kind: Relation["kind"], source: string, target: string | null, label: string, sentence = "", from = 0): Relation => ({
  kind, source, target, label, sentence, from, to: from + 5, written: "link", section: "Related", line: 3, found: target === null ? null : "path",
});

/** Two hierarchies' worth of kinds, a plain note, a missing concept, and every nasty text as a label and a sentence. */
export const sample: ConceptGraph = conceptGraph(
  [
    concept("c/moon & co.md", nasty[0] ?? "", { definition: "" }),
    concept("c/sea.md", "Sea"),
    concept("c/tide.md", "Tide", { altLabels: ["Ebb", "Tide"], tags: ["sea"], definition: `It\nis ${nasty[0] ?? ""}`, uses: [{ domain: "Mills", heading: "Tide in Mills" }], references: 2 }),
    ...nasty.map((text, place) => concept(`d/${String(place).padStart(2, "0")}.md`, text, { altLabels: nasty, tags: nasty, definition: text })),
  ],
  [
    relation("related", "c/moon & co.md", "notes/índex.md", "índex", "--> end", 1),
    relation("related", "c/tide.md", "c/moon & co.md", "Moon", "pulls\r\nat it", 3),
    relation("related", "c/tide.md", null, "Surge", "", 12),
    relation("contrast", "c/tide.md", "c/moon & co.md", "Moon", "one is wet]]>", 20),
    relation("broader", "c/tide.md", "c/sea.md", "Sea", "a kind of movement", 30),
    relation("narrower", "c/tide.md", "d/01.md", "", "its small sister", 40),
    relation("related", "c/tide.md", "c/sea.md", "Sea", "moves it", 50),
    ...nasty.map((text, place) => relation("related", `d/${String(place).padStart(2, "0")}.md`, "c/tide.md", text, text, place)),
    ...nasty.filter((text) => foldLabel(text) !== "").map((text, place) => relation("related", "d/00.md", null, text, "is named", 100 + place)),
    relation("mention", "notes/índex.md", "c/tide.md", "tide", "the tide", 0),
    relation("tag", "notes/índex.md", "c/tide.md", "tide", "", 6),
  ],
);

const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 12 }), fc.string({ unit: "binary", maxLength: 12 }));

/** Any graph of few nodes: its relations go from anywhere to anywhere, themselves included, and say anything. */
export const anyGraph: fc.Arbitrary<ConceptGraph> = fc
  .record({ labels: fc.array(fc.tuple(text, fc.array(text, { maxLength: 3 })), { maxLength: 6 }), plain: fc.integer({ min: 0, max: 3 }), missing: fc.array(text, { maxLength: 3 }) })
  .chain(({ labels, plain, missing }) => {
    const concepts = labels.map(([label, altLabels], place) => concept(`c/${String(place)} & ü.md`, label, { altLabels, definition: altLabels[0] ?? "" }));
    const paths = [...concepts.map(({ path }) => path), ...Array.from({ length: plain }, (_, place) => `n/${String(place)}.md`)];
    if (paths.length === 0) return fc.constant(conceptGraph([], []));
    const any = fc.record({
      kind: fc.constantFrom<Relation["kind"]>("related", "related", "contrast", "broader", "narrower", "mention", "tag"),
      source: fc.constantFrom(...paths),
      end: fc.oneof(fc.constantFrom(...paths).map((target) => ({ target, label: target })), fc.constantFrom("Surge", ...missing).map((label) => ({ target: null, label }))),
      sentence: text,
      from: fc.nat({ max: 99 }),
    });
    return fc.array(any, { maxLength: 16 }).map((relations) => conceptGraph(concepts, relations.map(({ kind, source, end, sentence, from }) => relation(kind, source, end.target, end.label, sentence, from))));
  });

/** What stands for a node in these tests: its path, or a missing one's label, folded. */
export const nodeKey = (path: string | null, label: string) => path ?? `? ${foldLabel(label)}`;

/** All nodes of a graph. */
export const nodeKeys = ({ concepts, notes, missing }: ConceptGraph) => [...concepts.map(({ path }) => path), ...notes.map(({ path }) => path), ...missing.map(({ label }) => nodeKey(null, label))];

/** A text as formats hold it that cannot hold control characters and half surrogate pairs. */
export const held = (value: string) => [...value].map((one) => (isHeld(one.codePointAt(0) ?? 0) ? one : "\uFFFD")).join("");

const isHeld = (point: number) => (point < 0x20 ? [9, 10, 13].includes(point) : (point < 0xd800 || point > 0xdfff) && point !== 0xfffe && point !== 0xffff);

/** The same on one line. */
export const heldOnLine = (value: string) => held(value).replace(/\s+/g, " ").trim();

/** The graph of the example vault. */
export function gardenGraph(): ConceptGraph {
  const folder = resolve(import.meta.dirname, "../../examples/garden");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md")).map((path) => path.replace(/\\/g, "/")).sort();
  return vault(Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]))).graph();
}

/** The graph of the shared vault with concept notes; an empty one where it is missing. */
export function sharedGraph(): ConceptGraph {
  const index = vault({});
  if (!sharedVaults.missing) for (const note of sharedVaults.read("knowledge-base")) index.upsert(note);
  return index.graph();
}

/** The tests that every format passes: what is written is read back for the sample, the garden, any graph and a whole vault. */
export function itReadsBack(title: string, expectReadBack: (graph: ConceptGraph) => void): void {
  it(title, () => {
    expectReadBack(sample);
    expectReadBack(gardenGraph());
  });

  it("is so for any graph", () => {
    fc.assert(fc.property(anyGraph, expectReadBack), { numRuns: 300 });
  });

  it.skipIf(sharedVaults.missing)(`is so for a whole vault ${sharedVaults.note}`, () => {
    expectReadBack(sharedGraph());
  });
}
