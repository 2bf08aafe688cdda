import { describe, expect, it } from "vitest";
import { exportGraph, graphFormats } from "../../src/core/index";
import { sample } from "./graph-samples";
import { vault } from "./small-vault";

describe("graph as JSON", () => {
  it("has exactly the shape of the contract", () => {
    const source = "---\ntitle: Tide\naliases: ['#ebb']\ntags: [moon]\n---\n\n_The sea's breath, in and out._\n\n## Uses of Tide\n\n### Tide in Mills\n\n## Related Concepts\n\n- **[Moon](concepts/moon.md)**: pulls\n- Surge: wind\n\n## References\n\n- A book\n";
    const index = vault({ "concepts/tide.md": source, "concepts/moon.md": "---\ntitle: Moon\n---\nOurs." });
    const place = (text: string) => ({ from: source.indexOf(text), to: source.indexOf(text) + text.length });
    expect(JSON.parse(exportGraph(index.graph(), "json"))).toStrictEqual({
      version: 1,
      concepts: [
        { path: "concepts/moon.md", prefLabel: "Moon", altLabels: [], tags: [], definition: "Ours.", uses: [], references: 0 },
        { path: "concepts/tide.md", prefLabel: "Tide", altLabels: ["ebb"], tags: ["moon"], definition: "The sea's breath, in and out.", uses: [{ domain: "Mills", heading: "Tide in Mills" }], references: 1 },
      ],
      notes: [],
      missing: [{ label: "Surge" }],
      relations: [
        { kind: "tag", source: "concepts/tide.md", target: "concepts/moon.md", label: "moon", sentence: "", ...place("moon"), written: "property", section: "tags", line: 4, found: "title", direction: "one-way" },
        { kind: "related", source: "concepts/tide.md", target: "concepts/moon.md", label: "Moon", sentence: "pulls", ...place("[Moon](concepts/moon.md)"), written: "link", section: "Related Concepts", line: 15, found: "path", direction: "one-way" },
        { kind: "related", source: "concepts/tide.md", target: null, label: "Surge", sentence: "wind", ...place("Surge"), written: "label", section: "Related Concepts", line: 16, found: null, direction: "one-way" },
      ],
    });
  });
});

describe.each(graphFormats)("a graph as %s", (format) => {
  it("is the same for equal graphs", () => {
    expect(exportGraph(structuredClone(sample), format)).toBe(exportGraph(sample, format));
  });
});
