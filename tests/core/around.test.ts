import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { among, around, isTelling, keyOf, type Around, type AroundWish, type Relation, type VaultIndex } from "../../src/core/index";
import { vault } from "./small-vault";

const all: AroundWish = { depth: 1, opened: [], closed: [], without: [], tags: [], folders: [], domains: [], most: 150 };

const concept = (title: string, says: string, { properties = "", text = "" } = {}): string => `---\ntitle: ${title}\ntype: concept\n${properties}---\nA word.\n\n${text}\n\n## Related Concepts\n\n${says}\n`;

const shore = vault({
  "c/tide.md": concept("Tide", "- [[moon]]: pulls it\n- Surge: is its wild sister\n- [[tide]]: itself\n", { properties: "tags: [sea]\n", text: "Seen from the [[mill]].\n\n## Tide vs. [[gale]]\n\nOne is pulled, the other pushed.\n\n## Uses of \"Tide\"\n\n### Tide in harbours\n\nShips wait.\n" }),
  "c/moon.md": concept("Moon", "- [[tide]]: is its doing\n- [[night]]: is its hour\n", { properties: "tags: [sky]\naliases: [Luna]\n" }),
  "c/night.md": concept("Night", "- [[owl]]: wakes in it\n", { text: "It falls on the [[mill]]." }),
  "c/sky/owl.md": concept("Owl", "- Surge: it sleeps through it\n", { properties: "tags: [sky]\nbroader: \"[[Bird]]\"\n" }),
  "c/sky/bird.md": concept("Bird", ""),
  "c/gale.md": concept("Gale", "", { properties: "tags: [sky, sea]\n" }),
  "c/mill.md": concept("Mill", "- [[wheel]]: turns it\n", { text: "## Uses of \"Mill\"\n\n### Mill in harbours\n\nIt grinds.\n" }),
  "c/wheel.md": concept("Wheel", ""),
  "log.md": "---\ntags: [Tide]\n---\nSaw the [[tide]].\n",
});

const labels = ({ nodes }: Around): string[] => nodes.map(({ label, ring }) => `${ring} ${label}`);
const at = (wish: Partial<AroundWish> = {}, path = "c/tide.md", index: VaultIndex = shore): Around => around(index, path, { ...all, ...wish });
const node = (found: Around, label: string) => found.nodes.find((one) => one.label === label);

describe("what lies round a note", () => {
  it("begins with the note, then what is tied to it, each tie told", () => {
    const found = at();
    expect(labels(found)).toEqual(["0 Tide", "1 Surge", "1 Moon", "1 Gale", "1 log", "1 Mill"]);
    expect(found.nodes.map(({ group }) => group).slice(1)).toEqual(["out", "both", "contrast", "mention", "mention"]);
    expect(node(found, "Moon")).toMatchObject({ key: "c/moon.md", path: "c/moon.md", altLabels: ["Luna"], isConcept: true, parent: "c/tide.md", degree: 2, isOpen: false });
    expect(node(found, "Surge")).toMatchObject({ key: "? surge", path: null, isConcept: false, degree: 0, isOpen: false });
    expect(node(found, "log")).toMatchObject({ isConcept: false });
    expect(found.neighbors["c/tide.md"]?.map(({ relation }) => relation.sentence)).toEqual(expect.arrayContaining(["pulls it", "is its doing", "is its wild sister"]));
    expect([found.left, Object.keys(found.neighbors)]).toEqual([0, ["c/tide.md"]]);
  });

  it("goes farther by what is said on purpose; mentions are followed from the middle and from what is opened", () => {
    expect(labels(at({ depth: 2 }))).toEqual(["0 Tide", "1 Surge", "1 Moon", "1 Gale", "1 log", "1 Mill", "2 Night", "2 Wheel"]);
    expect(labels(at({ depth: 3 }))).toEqual([...labels(at({ depth: 2 })), "3 Owl"]);
    expect(labels(at({ depth: 3 }, "c/moon.md"))).not.toContain("2 Mill");
    const opened = at({ opened: ["c/night.md"] }, "c/moon.md");
    expect(labels(opened)).toEqual(["0 Moon", "1 Night", "1 Tide", "2 Owl", "2 Mill"]);
    expect(opened.neighbors["c/night.md"]?.map(({ label }) => label)).toEqual(["Moon", "Owl", "Mill"]);
  });

  it("leaves what is closed by hand closed, and ends at what is missing", () => {
    expect(labels(at({ depth: 2, closed: ["c/moon.md"] }))).not.toContain("2 Night");
    expect(node(at({ depth: 2, closed: ["c/moon.md"] }), "Moon")?.isOpen).toBe(false);
    expect(node(at({ depth: 3, opened: ["? surge"] }), "Surge")?.isOpen).toBe(false);
    expect(at({ closed: ["c/tide.md"] }).nodes[0]?.isOpen).toBe(true);
  });

  it("tells a broader concept from a narrower one, whichever of the two says so", () => {
    expect(node(at({}, "c/sky/owl.md"), "Bird")?.kin).toBe("broader");
    expect(node(at({}, "c/sky/bird.md"), "Owl")?.kin).toBe("narrower");
    expect(node(at(), "Moon")?.kin).toBe(null);
  });

  it("filters by kind, tag, folder and domain; of the values of one, any; of several, each", () => {
    expect(labels(at({ without: ["mention", "tag"] }))).toEqual(["0 Tide", "1 Surge", "1 Moon", "1 Gale"]);
    expect(labels(at({ tags: ["sea"] }))).toEqual(["0 Tide", "1 Gale"]);
    expect(labels(at({ tags: ["sea", "sky"] }))).toEqual(["0 Tide", "1 Moon", "1 Gale"]);
    expect(labels(at({ tags: ["sky"], without: ["contrast"] }))).toEqual(["0 Tide", "1 Moon"]);
    expect(labels(at({ folders: [""] }))).toEqual(["0 Tide", "1 Moon", "1 Gale", "1 log", "1 Mill"]);
    expect(labels(at({ depth: 3, folders: ["c/sky"] }, "c/night.md"))).toEqual(["0 Night", "1 Owl", "2 Bird"]);
    expect(labels(at({ domains: ["harbours"] }))).toEqual(["0 Tide", "1 Mill"]);
    expect(node(at({ depth: 1, without: ["related"] }), "Mill")?.degree).toBe(2);
  });

  it("takes for a tag what is below it, in any case, and counts it so", () => {
    const net = vault({
      "c/hub.md": concept("Hub", "- [[wire]]: a\n- [[road]]: b\n- [[glow]]: c\n- [[quay]]: d\n"),
      "c/wire.md": concept("Wire", "", { properties: "tags: [Infra/net]\n" }),
      "c/road.md": concept("Road", "", { properties: "tags: [infra]\n" }),
      "c/quay.md": concept("Quay", "", { properties: "tags: [INFRA, infra/net/sea]\n" }),
      "c/glow.md": concept("Glow", "", { properties: "tags: [infrared]\n" }),
    });
    const tagged = (...tags: string[]): string[] => labels(at({ tags }, "c/hub.md", net)).slice(1);
    expect(tagged("infra")).toEqual(["1 Quay", "1 Road", "1 Wire"]);
    expect(tagged("#INFRA/Net/")).toEqual(["1 Quay", "1 Wire"]);
    expect(tagged("net")).toEqual([]);
    expect(at({}, "c/hub.md", net).facets.tags).toEqual([{ value: "INFRA", count: 3 }, { value: "Infra/net", count: 2 }, { value: "infra/net/sea", count: 1 }, { value: "infrared", count: 1 }]);
  });

  it("counts by what one can filter, filtered or not, each node once", () => {
    const { facets } = at({ tags: ["sea"], without: ["related"] });
    expect(facets).toEqual(at().facets);
    expect(facets.kinds).toEqual([{ value: "mention", count: 2 }, { value: "related", count: 2 }, { value: "contrast", count: 1 }, { value: "tag", count: 1 }]);
    expect(facets.tags).toEqual([{ value: "sky", count: 2 }, { value: "sea", count: 1 }]);
    expect(facets.folders).toEqual([{ value: "c", count: 3 }, { value: "", count: 1 }]);
    expect(facets.domains).toEqual([{ value: "harbours", count: 1 }]);
  });

  it("holds no more than there is room for, and counts the rest", () => {
    const found = at({ depth: 2, most: 4 });
    expect(labels(found)).toEqual(["0 Tide", "1 Surge", "1 Moon", "1 Gale"]);
    expect(found.left).toBe(3);
    expect(Object.values(found.neighbors).flat().every((end) => found.nodes.some(({ key }) => key === keyOf(end)))).toBe(true);
    expect(at({ most: 1 }).nodes).toHaveLength(1);
  });

  it("calls a note that is no concept as the map of all does: an index by its folder, too", () => {
    const index = vault({ "c/hub.md": concept("Hub", "- [[a]]: is it\n"), "trips/index.md": "To the [[hub]].\n", "c/a.md": concept("A", "") }, { concepts: { folders: ["c"], types: [] } });
    expect(labels(at({}, "c/hub.md", index))).toEqual(["0 Hub", "1 A", "1 trips/index"]);
    expect(index.graph().notes.map(({ label }) => label)).toEqual(["trips/index"]);
    expect(labels(at({}, "trips/index.md", index))).toEqual(["0 trips/index", "1 Hub"]);
    expect(among(index, ["trips/index.md"], [], 9).nodes[0]?.label).toBe("trips/index");
  });

  it("is the note alone where nothing is tied to it, or where there is none", () => {
    expect(labels(at({ depth: 3 }, "nowhere/at all.md"))).toEqual(["0 at all"]);
    expect(at({}, "nowhere.md")).toMatchObject({ left: 0, facets: { kinds: [], tags: [], folders: [], domains: [] } });
  });
});

/** What ties a note to others, by going through all relations of the vault. */
function tiesOf(relations: readonly Relation[], path: string): { relation: Relation; key: string; path: string | null }[] {
  return relations.flatMap((relation) => {
    if (relation.source === relation.target) return [];
    if (relation.source === path) return [{ relation, path: relation.target, key: keyOf({ path: relation.target, label: relation.label }) }];
    return relation.target === path ? [{ relation, path: relation.source, key: relation.source }] : [];
  });
}

/** How far each node is, going one step after another through all relations of the vault. */
function ringsOf(index: VaultIndex, path: string, wish: AroundWish): Map<string, number> {
  const { relations } = index.graph();
  const isWanted = (at: string | null): boolean =>
    (wish.tags.length === 0 || wish.tags.some((tag) => at !== null && index.concept(at)?.tags.includes(tag))) && (wish.folders.length === 0 || wish.folders.some((folder) => at !== null && (folder === "" || at.startsWith(`${folder}/`))));
  const rings = new Map([[path, 0]]);
  const paths = new Map<string, string | null>([[path, path]]);
  for (let ring = 0; ring < 9; ring++) {
    for (const [key, own] of [...rings]) {
      const from = paths.get(key) ?? null;
      const asked = wish.opened.includes(key);
      if (own !== ring || from === null || !(ring === 0 || asked || (ring < wish.depth && !wish.closed.includes(key)))) continue;
      for (const tie of tiesOf(relations, from)) {
        if (wish.without.includes(tie.relation.kind) || !isWanted(tie.path)) continue;
        if (ring > 0 && !asked && !isTelling(tie.relation.kind)) continue;
        if (!rings.has(tie.key)) rings.set(tie.key, ring + 1);
        paths.set(tie.key, tie.path);
      }
    }
  }
  return rings;
}

const names = ["ash", "birch", "cedar", "elm", "fir", "oak", "yew"];
const pick = (of: readonly string[]) => fc.subarray([...of]);
const notes = fc.record({
  related: fc.array(fc.constantFrom(...names, "Gorse", "Broom"), { maxLength: 4 }),
  mentioned: pick(names),
  contrasted: fc.option(fc.constantFrom(...names), { nil: undefined }),
  broader: fc.option(fc.constantFrom(...names), { nil: undefined }),
  tags: pick(["wood", "hedge", ...names]),
  isConcept: fc.boolean(),
});
const wishes = fc.record({
  depth: fc.constantFrom(1, 2, 3),
  opened: pick([...names.map((name) => `c/${name}.md`), "? gorse"]),
  closed: pick(names.map((name) => `c/${name}.md`)),
  without: fc.subarray(["related", "contrast", "broader", "narrower", "mention", "tag"] as const, { maxLength: 3 }),
  tags: pick(["wood", "hedge"]),
  folders: pick(["c", "c/deep"]),
});

describe("what lies round a note of any vault", () => {
  const forests = fc.tuple(fc.array(notes, { minLength: names.length, maxLength: names.length }), wishes, fc.constantFrom(...names));
  const forest = (drafts: readonly (typeof notes extends fc.Arbitrary<infer Note> ? Note : never)[]): VaultIndex =>
    vault(Object.fromEntries(drafts.map(({ related, mentioned, contrasted, broader, tags, isConcept }, index) => {
      const name = names[index] ?? "";
      return [`c/${name}.md`, `---\ntitle: ${name}\n${isConcept ? "type: concept\n" : ""}tags: [${tags.join(", ")}]\n${broader === undefined ? "" : `broader: "[[${broader}]]"\n`}---\nA tree.\n\n${mentioned.map((other) => `By the [[${other}]].`).join("\n")}\n\n${contrasted === undefined ? "" : `## ${name} vs. [[${contrasted}]]\n\nThey differ.`}\n\n## Related Concepts\n\n${related.map((other) => `- ${names.includes(other) ? `[[${other}]]` : other}: near`).join("\n")}\n`];
    })), { concepts: { folders: [], types: ["concept"] } });

  it("is what going through all relations finds", () => {
    fc.assert(fc.property(forests, ([drafts, wanted, name]) => {
      const index = forest(drafts);
      const wish: AroundWish = { ...all, ...wanted };
      const path = `c/${name}.md`;
      const found = around(index, path, wish);
      expect(new Map(found.nodes.map(({ key, ring }) => [key, ring]))).toEqual(ringsOf(index, path, wish));
      expect(found.nodes.length).toBe(new Set(found.nodes.map(({ key }) => key)).size);
      for (const one of found.nodes.slice(1)) {
        const parent = found.nodes.find(({ key }) => key === one.parent);
        expect([parent?.isOpen, one.ring]).toEqual([true, (parent?.ring ?? NaN) + 1]);
      }
      expect(Object.keys(found.neighbors)).toEqual(found.nodes.filter(({ isOpen }) => isOpen).map(({ key }) => key));
    }), { numRuns: 150 });
  });

  it("is the same however the notes came, and the first of it where there is less room", () => {
    fc.assert(fc.property(forests, fc.integer({ min: 1, max: 9 }), ([drafts, wanted, name], most) => {
      const wish: AroundWish = { ...all, ...wanted };
      const path = `c/${name}.md`;
      const index = forest(drafts);
      const whole = around(index, path, wish);
      expect(around(forest(drafts), path, wish)).toEqual(whole);
      const few = around(index, path, { ...wish, most });
      // Where there is less room, more lies beyond.
      expect(few.nodes.map((node) => ({ ...node, beyond: 0 }))).toEqual(whole.nodes.slice(0, most).map((node) => ({ ...node, beyond: 0 })));
      few.nodes.forEach(({ beyond, degree }, at) => { expect(beyond >= (whole.nodes[at]?.beyond ?? NaN) && beyond <= degree).toBe(true); });
      const known = new Set(few.nodes.map(({ key }) => key));
      expect(Object.values(few.neighbors).flat().every((end) => known.has(keyOf(end)))).toBe(true);
      if (whole.nodes.length <= most) expect(few.left).toBe(0);
      else expect(few.left).toBeGreaterThan(0);
    }), { numRuns: 80 });
  });
});
