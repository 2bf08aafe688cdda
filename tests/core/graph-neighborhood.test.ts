import { describe, expect, it } from "vitest";
import { neighborhood, type ConceptGraph } from "../../src/core/index";
import { vault } from "./small-vault";

const related = (title: string, ...labels: string[]) => `---\ntitle: ${title}\ntype: concept\n---\nA word.\n\n## Related Concepts\n\n${labels.map((label) => `- ${label}: a reason`).join("\n")}\n`;

const graph = vault({
  "c/tide.md": related("Tide", "[[moon]]", "Surge"),
  "c/moon.md": related("Moon", "[[c/night|Night]]"),
  "c/night.md": related("Night", "[[owl]]"),
  "c/owl.md": related("Owl"),
  "c/gale.md": related("Gale", "Surge"),
  "c/mill.md": `${related("Mill", "[[tide]]")}\nIt stands beside the [[owl]].\n`,
  "c/kite.md": "---\ntitle: Kite\ntype: concept\n---\nIt flies on a [[gale]].\n",
  "log.md": "---\ntags: [tide]\n---\nSaw an [[owl]].\n",
}).graph();

const names = ({ concepts, notes, missing }: ConceptGraph) => [...concepts.map(({ prefLabel }) => prefLabel), ...notes.map(({ label }) => label), ...missing.map(({ label }) => `${label}?`)];

describe("the neighbourhood of a note", () => {
  it("grows by a step along what is stated, either way, and through missing concepts", () => {
    expect(names(neighborhood(graph, "c/tide.md", 0))).toEqual(["Tide"]);
    expect(names(neighborhood(graph, "log.md", 0))).toEqual(["log"]);
    expect(names(neighborhood(graph, "c/tide.md", 1))).toEqual(["Mill", "Moon", "Tide", "Surge?"]);
    expect(names(neighborhood(graph, "c/tide.md", 2))).toEqual(["Gale", "Mill", "Moon", "Night", "Tide", "Surge?"]);
    expect(names(neighborhood(graph, "c/tide.md", Infinity))).toEqual(["Gale", "Mill", "Moon", "Night", "Owl", "Tide", "Surge?"]);
  });

  it("holds every relation between what it reaches, and no other", () => {
    const near = neighborhood(graph, "c/owl.md", 3);
    expect(names(near)).toEqual(["Moon", "Night", "Owl", "Tide"]);
    expect(near.relations).toEqual(graph.relations.filter(({ source, target }) => [source, target].every((path) => near.concepts.some((concept) => concept.path === path))));
    expect(neighborhood(graph, "c/tide.md", 9).relations.map(({ kind, source, target }) => `${kind} ${source} ${target ?? ""}`)).toContain("mention c/mill.md c/owl.md");
  });

  it("goes by mentions and tags from a note that has nothing else, for the first step", () => {
    expect(names(neighborhood(graph, "log.md", 1))).toEqual(["Owl", "Tide", "log"]);
    expect(names(neighborhood(graph, "c/kite.md", 2))).toEqual(["Gale", "Kite", "Surge?"]);
    expect(names(neighborhood(graph, "c/gale.md", 1))).toEqual(["Gale", "Surge?"]);
  });

  it("is empty round a note that has no place in the graph", () => {
    expect(neighborhood(graph, "c/none.md", 4)).toMatchObject({ concepts: [], notes: [], missing: [], relations: [] });
  });
});
