import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, test, vi } from "vitest";
import { conceptGraph, countsOf, createMapMaker, createVaultIndex, defaultConfig, drawMap, noteSource, pictureSvg, shownBy, tieKinds, windowOver, type ConceptGraph, type MapContents, type MapFilter, type MapLook, type MapMaker, type Relation } from "../../src/core/index";
import { parseFrontMatter } from "../../src/cli/yaml";

const groups = 6;

/** Concepts in planted groups: most relations stay within them. Every group has as many. */
function planted(count: number, each: number, stray: number): ConceptGraph {
  let seed = 11;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * limit);
  };
  const path = (number: number): string => `c/${String(number).padStart(5, "0")}.md`;
  const concepts = Array.from({ length: count }, (_, number) => ({ path: path(number), prefLabel: `Concept ${number}`, altLabels: [], tags: [], definition: "", uses: [], references: 0 }));
  const relations = concepts.flatMap(({ path: source }, number): Relation[] =>
    Array.from({ length: each }, () => {
      const other = below(100) < stray ? below(count) : (number % groups) + groups * below(Math.floor(count / groups));
      return { kind: "related", source, target: path(other), label: `Concept ${other}`, sentence: "They meet.", from: 0, to: 1, written: "link", section: "", line: 1, found: null };
    }),
  );
  return conceptGraph(concepts, relations);
}

function vaultGraph(notes: Record<string, string>): ConceptGraph {
  const index = createVaultIndex(defaultConfig);
  for (const [path, text] of Object.entries(notes)) index.upsert(noteSource(path, text, parseFrontMatter));
  return index.graph();
}

function done(graph: ConceptGraph, request: { notes?: boolean; kept?: string } = {}): MapMaker & { contents: MapContents } {
  const maker = createMapMaker(graph, { notes: false, kept: "", ...request });
  while (maker.step());
  const { contents } = maker;
  if (!contents) throw new Error("the map has no contents");
  return { ...maker, contents };
}

const all: MapFilter = { ties: new Set(tieKinds), hiddenTones: new Set(), missing: true, notes: true };
const measure = (text: string, size: number): number => 0.55 * size * text.length;
const look: MapLook = { background: "#fff", text: "#000", muted: "#555", accent: "#00f", missing: "#a50", tones: Array.from({ length: 10 }, () => "#336"), titles: Array.from({ length: 10 }, () => "#224"), ties: { contrast: "#60c", hierarchy: "#063", related: "#999", mention: "#999", tag: "#999" }, font: "sans-serif" };

describe("the layout of the whole map", () => {
  test("finds the groups that were planted", () => {
    const { contents } = done(planted(240, 6, 8));
    const homes = Array.from({ length: groups }, (_, group) => {
      const counts = new Map<number, number>();
      for (let node = group; node < 240; node += groups) counts.set(contents.clusters[node] ?? 0, (counts.get(contents.clusters[node] ?? 0) ?? 0) + 1);
      return [...counts].sort(([, a], [, b]) => b - a)[0] ?? [-1, 0];
    });
    expect(new Set(homes.map(([cluster]) => cluster)).size).toBe(groups);
    for (const [, share] of homes) expect(share).toBeGreaterThan(36);
  });

  test("finds none where nothing is tied, and parts nothing that is wholly tied", () => {
    expect(done(planted(30, 0, 0)).contents.clusterNames).toEqual([""]);
    const { contents } = done(planted(groups * 2, 12, 100));
    expect(contents.clusterNames.length).toBeLessThanOrEqual(3);
  });

  test("is the same for equal vaults, and has no place that is no number", () => {
    const [one, other] = [done(planted(300, 5, 20)), done(planted(300, 5, 20))];
    expect(one.positions()).toEqual(other.positions());
    expect(one.contents).toEqual(other.contents);
    for (const made of [one, done(planted(2400, 3, 30)), done(planted(1, 0, 0)), done(planted(7, 3, 50))]) expect([...made.positions()].every(Number.isFinite)).toBe(true);
  });

  test("keeps nodes apart, and those of a cluster closer than others", () => {
    const maker = done(planted(240, 6, 8));
    const at = maker.positions();
    const away = (a: number, b: number): number => Math.hypot((at[2 * a] ?? 0) - (at[2 * b] ?? 0), (at[2 * a + 1] ?? 0) - (at[2 * b + 1] ?? 0));
    let [least, inner, outer, inners, outers] = [Infinity, 0, 0, 0, 0];
    for (let a = 0; a < 240; a++) {
      for (let b = 0; b < a; b++) {
        least = Math.min(least, away(a, b));
        if (maker.contents.clusters[a] === maker.contents.clusters[b]) [inner, inners] = [inner + away(a, b), inners + 1];
        else [outer, outers] = [outer + away(a, b), outers + 1];
      }
    }
    expect(least).toBeGreaterThan(6);
    expect((2 * inner) / inners).toBeLessThan(outer / outers);
  });

  test("begins with a picture in which nothing lies on another, and tells how far it has come", () => {
    const maker = createMapMaker(planted(400, 5, 20), { notes: false, kept: "" });
    while (!maker.contents) maker.step();
    const at = maker.positions();
    const places = new Set(Array.from({ length: 400 }, (_, node) => `${Math.round(at[2 * node] ?? 0)} ${Math.round(at[2 * node + 1] ?? 0)}`));
    expect(places.size).toBe(400);
    let before = -1;
    while (maker.step()) {
      expect(maker.progress.done).toBeGreaterThanOrEqual(before);
      before = maker.progress.done;
    }
    expect(maker.progress.done).toBe(maker.progress.of);
  });

  test("leaves what is there where it was when a note comes, and puts the new one beside what it is tied to", () => {
    const graph = planted(240, 6, 8);
    const before = done(graph);
    const added: Relation = { kind: "related", source: "c/new.md", target: "c/00004.md", label: "Concept 4", sentence: "", from: 0, to: 1, written: "link", section: "", line: 1, found: null };
    const concept = { path: "c/new.md", prefLabel: "New", altLabels: [], tags: [], definition: "", uses: [], references: 0 };
    const after = done(conceptGraph([...graph.concepts, concept], [...graph.relations, added]), { kept: before.keep() });
    const [old, now] = [before.positions(), after.positions()];
    for (let at = 0; at < 480; at++) expect(Math.abs((old[at] ?? 0) - (now[at] ?? 0))).toBeLessThanOrEqual(0.51);
    expect(Math.hypot((now[480] ?? 0) - (now[8] ?? 0), (now[481] ?? 0) - (now[9] ?? 0))).toBeLessThan(120);
    expect(after.contents.clusters[240]).toBe(after.contents.clusters[4]);
    expect([...after.contents.clusters.slice(0, 240)]).toEqual([...before.contents.clusters]);
  });

  test("keeps what is tied to nothing apart from what is not, whichever of them gets its first tie or loses its last", () => {
    const weirs = { "concepts/Weir.md": "# Weir\n\n*A wall.*\n\n[[Millrace]] [[Sluice]]\n", "concepts/Millrace.md": "# Millrace\n\n*A channel.*\n", "concepts/Sluice.md": "# Sluice\n\n*A gate.*\n" };
    const loose = Object.fromEntries(["Apple", "Pear", "Plum"].map((name) => [`concepts/${name}.md`, `# ${name}\n\n*A fruit.*\n`]));
    const clustersOf = ({ contents }: ReturnType<typeof done>): Record<string, string> => Object.fromEntries(contents.labels.map((label, node) => [label, contents.clusterNames[contents.clusters[node] ?? -1] ?? "?"]));
    const before = done(vaultGraph({ ...weirs, ...loose }));
    expect(clustersOf(before)).toEqual({ Weir: "Weir", Millrace: "Weir", Sluice: "Weir", Apple: "", Pear: "", Plum: "" });
    const tied = done(vaultGraph({ ...weirs, ...loose, "concepts/Apple.md": "# Apple\n\n*A fruit.*\n\n[[Weir]]\n" }), { kept: before.keep() });
    expect(clustersOf(tied)).toEqual({ Weir: "Weir", Millrace: "Weir", Sluice: "Weir", Apple: "Weir", Pear: "", Plum: "" });
    // Apart from all that is known, they are a cluster of their own.
    const apart = done(vaultGraph({ ...weirs, ...loose, "concepts/Apple.md": "# Apple\n\n*A fruit.*\n\n[[Pear]]\n" }), { kept: before.keep() });
    expect(clustersOf(apart)).toEqual({ Weir: "Weir", Millrace: "Weir", Sluice: "Weir", Apple: "Apple", Pear: "Apple", Plum: "" });
    const untied = done(vaultGraph({ ...weirs, ...loose, "concepts/Weir.md": "# Weir\n\n*A wall.*\n\n[[Millrace]]\n" }), { kept: before.keep() });
    expect(clustersOf(untied)).toEqual({ Weir: "Millrace", Millrace: "Millrace", Sluice: "", Apple: "", Pear: "", Plum: "" });
    // So it is the time after, too.
    const again = done(vaultGraph({ ...weirs, ...loose, "concepts/Weir.md": "# Weir\n\n*A wall.*\n\n[[Millrace]]\n", "concepts/Fig.md": "# Fig\n\n*A fruit.*\n", "concepts/Dam.md": "# Dam\n\n*A wall.*\n\n[[Weir]]\n" }), { kept: untied.keep() });
    expect(clustersOf(again)).toEqual({ Weir: "Weir", Millrace: "Weir", Dam: "Weir", Sluice: "", Apple: "", Pear: "", Plum: "", Fig: "" });
  });

  test("finds thousands of new notes a place in short steps, without looking twice for the same", () => {
    const graph = planted(300, 3, 8);
    const kept = done(graph).keep();
    const named = (source: string, number: number): Relation => ({ kind: "mention", source, target: `c/${String(number).padStart(5, "0")}.md`, label: `Concept ${number}`, sentence: "", from: 0, to: 1, written: "link", section: "", line: 1, found: null });
    const notes = Array.from({ length: 4000 }, (_, number) => `n/${number}.md`);
    // All beside one concept; each between two of them.
    const ways = { one: notes.map((path) => named(path, 0)), two: notes.flatMap((path, number) => [named(path, number % 300), named(path, (number * 7 + 3) % 300)]) };
    for (const [way, relations] of Object.entries(ways)) {
      const maker = createMapMaker(conceptGraph(graph.concepts, [...graph.relations, ...relations]), { notes: true, kept });
      // Each look at a spot takes one cosine.
      const looks = vi.spyOn(Math, "cos");
      let [before, most] = [0, 0];
      for (let goesOn = true; goesOn; before = looks.mock.calls.length) {
        goesOn = maker.step();
        most = Math.max(most, looks.mock.calls.length - before);
      }
      looks.mockRestore();
      expect(maker.contents?.labels.length).toBe(4300);
      expect(most, way).toBeLessThan(5000);
      expect(before, way).toBeGreaterThan(3999);
      if (way === "one") expect(before).toBeLessThan(20_000);
    }
  });

  test("lays out more clusters than forces can move, none on another", () => {
    const pairs = planted(2200, 0, 0);
    const relations = pairs.concepts.flatMap(({ path }, number): Relation[] => (number % 2 === 0 ? [{ kind: "related", source: path, target: pairs.concepts[number + 1]?.path ?? "", label: `Concept ${number + 1}`, sentence: "", from: 0, to: 1, written: "link", section: "", line: 1, found: null }] : []));
    const maker = done(conceptGraph(pairs.concepts, relations));
    expect(maker.contents.clusterNames.length).toBe(1100);
    const at = maker.positions();
    let least = Infinity;
    for (let a = 0; a < 2200; a++) for (let b = 0; b < a; b++) least = Math.min(least, Math.hypot((at[2 * a] ?? 0) - (at[2 * b] ?? 0), (at[2 * a + 1] ?? 0) - (at[2 * b + 1] ?? 0)));
    expect(least).toBeGreaterThan(10);
  });

  test("leaves a missing concept where it was when its note is written", () => {
    const notes = { "concepts/Weir.md": "# Weir\n\n*A wall.*\n\n## Related concepts\n\n- Sluice: lets water out.\n- [[Millrace]]: fed.\n", "concepts/Millrace.md": "# Millrace\n\n*A channel.*\n" };
    const before = done(vaultGraph(notes));
    const after = done(vaultGraph({ ...notes, "concepts/Sluice.md": "# Sluice\n\n*A gate.*\n" }), { kept: before.keep() });
    const at = (maker: ReturnType<typeof done>): number[] => [...maker.positions().slice(2 * maker.contents.labels.indexOf("Sluice"))].slice(0, 2).map(Math.round);
    expect([before.contents.kinds[before.contents.labels.indexOf("Sluice")], after.contents.kinds[after.contents.labels.indexOf("Sluice")]]).toEqual([2, 0]);
    expect(at(after)).toEqual(at(before));
  });

  test("begins anew where what was kept is of another vault, or damaged", () => {
    const graph = planted(60, 4, 8);
    const fresh = done(graph);
    for (const kept of ["", "something else", "distinguo-map 1\nzz\n1 2\n- - - -", "distinguo-map 2\nzz\n1 2\n- - - -\n1z 1 1 99999", fresh.keep().split("\n").slice(0, 12).join("\n")]) expect(done(graph, { kept }).positions()).toEqual(fresh.positions());
  });

  test("of more nodes than forces can move is made cluster by cluster", () => {
    const { contents } = done(planted(2400, 4, 20));
    expect(contents.plan).toBe("clusters");
    expect(done(planted(300, 4, 20)).contents.plan).toBe("whole");
  });
});

const vault = {
  "concepts/Weir.md": "---\naliases: [Lock]\nbroader: [[Works]]\n---\n# Weir\n\n*A wall in a stream.*\n\nIt keeps the [[Millrace]] full.\n\n## Related concepts\n\n- [[Millrace]]: fed by it.\n- Sluice: lets water out.\n",
  "concepts/Millrace.md": "# Millrace\n\n*A channel.*\n\n## Related concepts\n\n- [[Weir]]: feeds it.\n- [[Millrace]]: itself.\n",
  "concepts/Works.md": "# Works\n\n*What is built.*\n",
  "Diary.md": "We walked to the [[Weir]] and saw [[Nothing]].\n",
};

describe("what the whole map holds", () => {
  test("has one tie for two nodes, missing concepts, and other notes only where they are asked for", () => {
    const { contents } = done(vaultGraph(vault));
    expect(contents.labels).toEqual(["Millrace", "Weir", "Works", "Sluice"]);
    expect([...contents.kinds]).toEqual([0, 0, 0, 2]);
    expect(contents.ends.length).toBe(6);
    expect(countsOf(contents)).toMatchObject({ missing: 1, notes: 0, ties: { related: 2, hierarchy: 1, mention: 1 } });
    const withNotes = done(vaultGraph(vault), { notes: true }).contents;
    expect(withNotes.labels).toContain("Diary");
    expect(countsOf(withNotes).notes).toBe(1);
  });

  test("tells a node's relations both ways, with their sentences, and finds by other labels, whatever the accents", () => {
    const maker = done(vaultGraph(vault));
    expect(maker.relations(0).map(({ other, direction, relation }) => [other, direction, relation.sentence])).toEqual([[1, "out", "feeds it."], [1, "in", "It keeps the Millrace full."], [1, "in", "fed by it."]]);
    expect([...maker.find("lóck")]).toEqual([1]);
    expect([...maker.find("")].map((node) => maker.contents.labels[node])).toEqual(["Millrace", "Sluice", "Weir", "Works"]);
    expect([...maker.find("zzz")]).toEqual([]);
  });

  test("hides by kind, by cluster and by what is missing, and moves nothing for it", () => {
    const { contents } = done(vaultGraph(vault));
    expect([...shownBy(contents, all).nodes]).toEqual([1, 1, 1, 1]);
    expect([...shownBy(contents, { ...all, missing: false }).nodes]).toEqual([1, 1, 1, 0]);
    // What is missing is shown only for what it is tied to.
    expect([...shownBy(contents, { ...all, ties: new Set(["mention"]) }).nodes]).toEqual([1, 1, 1, 0]);
    expect([...shownBy(contents, { ...all, hiddenTones: new Set([0, 1, 2, 8, 9]) }).nodes]).toEqual([0, 0, 0, 0]);
  });

  test("of a vault without concepts is empty, and can be drawn", () => {
    const maker = done(vaultGraph({ "Plain.md": "Nothing.\n" }));
    const shown = shownBy(maker.contents, all);
    const window = windowOver(maker.positions(), shown.nodes, { width: 300, height: 200 });
    expect(drawMap({ contents: maker.contents, positions: maker.positions(), shown, window, measure }).dots).toEqual([]);
  });
});

describe("the picture", () => {
  const maker = done(planted(300, 5, 20));
  const { contents } = maker;
  const positions = maker.positions();
  const shown = shownBy(contents, all);
  const fitted = windowOver(positions, shown.nodes, { width: 900, height: 700 });
  const at = (zoom: number) => drawMap({ contents, positions, shown, window: { ...fitted, zoom: fitted.zoom * zoom }, measure });

  test("has labels of which no two touch, at any zoom, and more of them the nearer one looks", () => {
    let share = 0;
    for (const zoom of [0.3, 1, 5]) {
      const { labels, dots } = at(zoom);
      const boxes = labels.map(({ x, y, width, size }) => ({ left: x - width / 2, right: x + width / 2, top: y - size / 2, bottom: y + size / 2 }));
      for (const [index, a] of boxes.entries()) for (const b of boxes.slice(index + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
      const seen = dots.reduce((sum, { at: all }) => sum + all.length / 4, 0);
      expect(labels.length / seen).toBeGreaterThanOrEqual(share);
      share = labels.length / seen;
    }
    expect(share).toBeGreaterThan(0.5);
  });

  test("draws all that is shown when it is fitted, and only what is in sight when it is not", () => {
    const count = (picture: ReturnType<typeof at>): number => picture.dots.reduce((sum, { at: all }) => sum + all.length / 4, 0);
    expect(count(at(1))).toBe(300);
    expect(count(at(6))).toBeLessThan(150);
  });

  test("lights what a node is tied to, and dims the rest", () => {
    const focus = contents.order[0] ?? 0;
    const { dots, lines, labels, rings } = drawMap({ contents, positions, shown, window: fitted, focus, measure });
    const lit = dots.filter(({ isFaint }) => !isFaint).flatMap(({ at: all }) => all.filter((_, index) => index % 4 === 3));
    expect(lit.length).toBe((contents.degrees[focus] ?? 0) + 1);
    expect(lines.filter(({ state }) => state === "lit").reduce((sum, { at: all }) => sum + all.length / 4, 0)).toBe(contents.degrees[focus]);
    expect(labels.map(({ text }) => text)).toContain(contents.labels[focus]);
    expect(rings).toMatchObject([{ isFocus: true }]);
  });

  test("bundles ties between clusters where there are too many to tell apart", () => {
    const large = done(planted(2400, 5, 30));
    const bigShown = shownBy(large.contents, all);
    const window = windowOver(large.positions(), bigShown.nodes, { width: 900, height: 700 });
    const picture = drawMap({ contents: large.contents, positions: large.positions(), shown: bigShown, window, measure });
    expect(picture.bundled).toBeGreaterThan(7000);
    expect(picture.lines).toEqual([]);
    expect(picture.bands.length).toBeGreaterThan(0);
    const near = drawMap({ contents: large.contents, positions: large.positions(), shown: bigShown, window: { ...window, zoom: 2 }, measure });
    expect(near.bundled).toBe(0);
    expect(near.lines.length).toBeGreaterThan(0);
  });

  test("is well-formed SVG, also of names that are none", () => {
    const names = ['<b>"Bold" & \'co\'</b>', "שלום עולם", "🦉 owl", "x".repeat(200), "a\u0000b", "]]>"];
    const notes = Object.fromEntries(names.map((name, index) => [`concepts/${index}.md`, `---\ntitle: ${JSON.stringify(name)}\n---\n*A thing.*\n\n## Related concepts\n\n- [[${(index + 1) % names.length}]]: next & <first>.\n`]));
    const odd = done(vaultGraph(notes));
    const oddShown = shownBy(odd.contents, all);
    const window = windowOver(odd.positions(), oddShown.nodes, { width: 900, height: 700 });
    const svg = pictureSvg(drawMap({ contents: odd.contents, positions: odd.positions(), shown: oddShown, window, measure }), look, "Map & <more>", (node) => odd.contents.labels[node] ?? "");
    const problems: string[] = [];
    const parsed = new DOMParser({ onError: (level, message) => (level === "warning" ? undefined : problems.push(message)) }).parseFromString(svg, "image/svg+xml");
    expect(problems).toEqual([]);
    expect(parsed.getElementsByTagName("circle").length).toBe(names.length);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
