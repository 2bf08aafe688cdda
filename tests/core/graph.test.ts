import { describe, expect, it } from "vitest";
import { conceptGraph, exportGraph, graphFormats } from "../../src/core/index";
import { vault } from "./small-vault";

const nasty = `"Quote's" [b](c) <i>&amp; {x} | # ; \`code\` 🌊 שלום`;

/** A graph of two concepts, a plain note and a missing label, full of characters that formats take for syntax. */
const graph = conceptGraph(
  [
    { path: "concepts/tide.md", prefLabel: "Tide", altLabels: ["Ebb"], tags: ["sea"], definition: `It\nis ${nasty}`, uses: [{ domain: "Mills", heading: "Tide in Mills" }], references: 2 },
    { path: "concepts/moon & co.md", prefLabel: nasty, altLabels: [], tags: [], definition: "", uses: [], references: 0 },
  ],
  [
    { kind: "related", source: "concepts/tide.md", target: "concepts/moon & co.md", label: "Moon", sentence: `pulls\r\n${nasty}`, from: 3, to: 9, written: "link", section: "", line: 1, found: null },
    { kind: "related", source: "concepts/tide.md", target: null, label: `Surge ${nasty}\u0000\uD800`, sentence: "", from: 12, to: 17, written: "label", section: "", line: 1, found: null },
    { kind: "contrast", source: "concepts/tide.md", target: "concepts/moon & co.md", label: "Moon", sentence: "one is wet]]>", from: 20, to: 25, written: "link", section: "", line: 1, found: null },
    { kind: "related", source: "concepts/moon & co.md", target: "notes/índex.md", label: "índex", sentence: "--> end", from: 1, to: 2, written: "property", section: "", line: 1, found: null },
    { kind: "mention", source: "notes/índex.md", target: "concepts/tide.md", label: "tide", sentence: "the tide", from: 0, to: 4, written: "link", section: "", line: 1, found: null },
    { kind: "tag", source: "notes/índex.md", target: "concepts/tide.md", label: "tide", sentence: "", from: 6, to: 9, written: "property", section: "", line: 1, found: null },
  ],
);

const empty = conceptGraph([], []);

function parsed(format: "json" | "canvas" | "skos", from = graph): { nodes?: Record<string, unknown>[]; edges?: Record<string, unknown>[]; "@graph"?: Record<string, unknown>[] } & Record<string, unknown> {
  return JSON.parse(exportGraph(from, format)) as ReturnType<typeof parsed>;
}

/** Reads XML as strictly as its grammar asks for what we write; returns the elements by name, with attributes and text. */
function elements(xml: string): { name: string; attributes: Map<string, string>; text: string }[] {
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
  const found: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const open: { name: string; attributes: Map<string, string>; text: string }[] = [];
  const plain = (text: string) => {
    expect(text.replace(/&(?:amp|lt|gt|quot|apos);/g, "")).not.toMatch(/[<>&]/);
    return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
  };
  for (const [, text = "", close, name = "", attributes = "", alone] of xml.replace(/^<\?xml[^>]*\?>/, "").matchAll(/([^<]*)<(\/?)([A-Za-z]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const top = open.at(-1);
    if (top && top.name !== "style") top.text += plain(text);
    if (close) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const element = { name, attributes: new Map([...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, plain(value)])), text: "" };
    found.push(element);
    if (!alone) open.push(element);
  }
  expect(open).toEqual([]);
  return found;
}

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
        { kind: "tag", source: "concepts/tide.md", target: "concepts/moon.md", label: "moon", sentence: "", ...place("moon"), written: "property", section: "tags", line: 4, found: "title" },
        { kind: "related", source: "concepts/tide.md", target: "concepts/moon.md", label: "Moon", sentence: "pulls", ...place("[Moon](concepts/moon.md)"), written: "link", section: "Related Concepts", line: 15, found: "path" },
        { kind: "related", source: "concepts/tide.md", target: null, label: "Surge", sentence: "wind", ...place("Surge"), written: "label", section: "Related Concepts", line: 16, found: null },
      ],
    });
  });
});

describe("graph as JSON Canvas", () => {
  const { nodes = [], edges = [] } = parsed("canvas");

  it("has files, texts and sentences on the edges", () => {
    expect(nodes.map(({ type, file, text }) => [type, file ?? text])).toEqual([
      ["file", "concepts/moon & co.md"],
      ["file", "concepts/tide.md"],
      ["file", "notes/índex.md"],
      ["text", graph.relations[1]?.label],
    ]);
    expect(edges.map(({ label }) => label)).toEqual([graph.relations[0]?.sentence, undefined, "one is wet]]>", "--> end"]);
    const ids = new Set(nodes.map(({ id }) => id));
    for (const { fromNode, toNode } of edges) expect(ids.has(fromNode) && ids.has(toNode)).toBe(true);
    expect(new Set([...ids, ...edges.map(({ id }) => id)]).size).toBe(nodes.length + edges.length);
  });

  it("lays its nodes out in whole numbers, none over another", () => {
    const boxes = nodes.map(({ x, y, width, height }) => [x, y, width, height].map(Number));
    for (const box of boxes) for (const number of box) expect(Number.isInteger(number)).toBe(true);
    boxes.forEach(([x = 0, y = 0, width = 0, height = 0], place) => {
      for (const [x2 = 0, y2 = 0, width2 = 0, height2 = 0] of boxes.slice(place + 1)) {
        expect(x + width <= x2 || x2 + width2 <= x || y + height <= y2 || y2 + height2 <= y).toBe(true);
      }
    });
  });
});

describe("graph as Mermaid", () => {
  it("quotes what it could take for syntax", () => {
    const [first, ...lines] = exportGraph(graph, "mermaid").trimEnd().split("\n");
    expect(first).toBe("flowchart LR");
    for (const line of lines) {
      expect(line).toMatch(/^ {2}(?:n\d+\["[^"[\]{}|<>`]*"\](?::::\w+)?|n\d+ (?:-->|<-->|-\.->)(?:\|"[^"[\]{}|<>`]*"\|)? n\d+|classDef [\w\s:-]+)$/);
      expect(line.replace(/#\d+;/g, "")).not.toMatch(/[#&;]/);
    }
    expect(lines.filter((line) => / <--> ?\|?/.test(line) || line.includes("<-->"))).toHaveLength(1);
  });
});

describe("graph as GraphML", () => {
  it("is XML that says it all", () => {
    const found = elements(exportGraph(graph, "graphml"));
    const count = (name: string) => found.filter((element) => element.name === name).length;
    expect([count("graphml"), count("graph"), count("node"), count("edge")]).toEqual([1, 1, 4, 6]);
    const declared = new Set(found.filter(({ name }) => name === "key").map(({ attributes }) => attributes.get("id")));
    const data = found.filter(({ name }) => name === "data");
    for (const { attributes } of data) expect(declared.has(attributes.get("key"))).toBe(true);
    const texts = data.map(({ text }) => text);
    expect(texts).toContain(nasty);
    expect(texts).toContain("one is wet]]>");
    expect(texts).toContain(`pulls ${nasty}`);
  });
});

describe("graph as SVG", () => {
  it("is XML with a box for each node and a line for each pair", () => {
    const found = elements(exportGraph(graph, "svg"));
    const count = (name: string) => found.filter((element) => element.name === name).length;
    expect([count("svg"), count("rect"), count("text"), count("path")]).toEqual([1, 4, 4, 3]);
    expect(found.filter(({ name }) => name === "title").map(({ text }) => text).join("\n")).toContain(`pulls ${nasty}`);
  });
});

describe("graph as SKOS", () => {
  const { "@context": context, "@graph": resources = [] } = parsed("skos");

  it("has concepts, relations and the sentences as notes on them", () => {
    const tide = resources.find((resource) => resource["@id"] === "urn:distinguo:note:concepts/tide.md");
    expect(tide).toMatchObject({ "@type": "skos:Concept", prefLabel: "Tide", altLabel: ["Ebb"], scopeNote: ["Tide in Mills"] });
    expect(tide?.["related"]).toHaveLength(2);
    const statements = resources.filter((resource) => resource["@type"] === "rdf:Statement");
    expect(statements.map(({ note }) => note)).toEqual([`pulls\r\n${nasty}`, "one is wet]]>", "--> end", "the tide"]);
    const ids = new Set(resources.map((resource) => resource["@id"]));
    for (const { statedSubject, statedObject } of statements) expect(ids.has(statedSubject) && ids.has(statedObject)).toBe(true);
  });

  it("uses no term that its context does not define", () => {
    const terms = new Set(Object.keys(context ?? {}));
    for (const resource of resources) for (const key of Object.keys(resource)) expect(key.startsWith("@") || terms.has(key)).toBe(true);
  });
});

describe.each(graphFormats)("%s", (format) => {
  it("is the same for equal graphs, and well-formed for an empty one", () => {
    expect(exportGraph(structuredClone(graph), format)).toBe(exportGraph(graph, format));
    const text = exportGraph(empty, format);
    if (format === "json" || format === "canvas" || format === "skos") expect(parsed(format, empty)).toBeTypeOf("object");
    else if (format === "mermaid") expect(text).toMatch(/^flowchart LR\n/);
    else expect(elements(text).length).toBeGreaterThan(0);
  });
});
