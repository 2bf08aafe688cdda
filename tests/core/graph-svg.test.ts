import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { conceptGraph, exportGraph, neighborhood, type ConceptGraph } from "../../src/core/index";
import { itReadsBack, held, heldOnLine, sample } from "./graph-samples";
import { vault } from "./small-vault";

const parser = new DOMParser({
  onError: (level, message) => {
    if (level !== "warning") throw new Error(`${level}: ${message}`);
  },
});

function read(graph: ConceptGraph) {
  const document = parser.parseFromString(exportGraph(graph, "svg"), "image/svg+xml");
  const all = (name: string) => [...document.getElementsByTagName(name)];
  const titleOf = (element: { childNodes: Iterable<{ nodeName: string; textContent: string | null }> }) => [...element.childNodes].find(({ nodeName }) => nodeName === "title")?.textContent ?? "";
  const number = (element: { getAttribute(name: string): string | null }, name: string) => Number(element.getAttribute(name));
  const nodes = all("g")
    .filter((group) => !["relations", "concepts"].includes(group.getAttribute("class") ?? ""))
    .map((group) => ({ kind: group.getAttribute("class") ?? "", title: titleOf(group), label: group.getElementsByTagName("text")[0]?.textContent ?? "" }));
  const lines = all("path").filter((path) => (path.parentNode?.nodeName ?? "") === "g").map((path) => ({ kind: path.getAttribute("class") ?? "", title: titleOf(path), start: path.hasAttribute("marker-start"), end: path.hasAttribute("marker-end") }));
  const boxes = all("rect").map((rect) => ({ x: number(rect, "x"), y: number(rect, "y"), width: number(rect, "width"), height: number(rect, "height") }));
  return { nodes, lines, boxes };
}

function expectNoneOverAnother(boxes: ReturnType<typeof read>["boxes"]): void {
  const over = boxes.flatMap((a, place) => boxes.slice(place + 1).filter((b) => a.x + a.width > b.x && b.x + b.width > a.x && a.y + a.height > b.y && b.y + b.height > a.y));
  expect(over).toEqual([]);
}

function expectReadBack(graph: ConceptGraph): void {
  const { nodes, lines, boxes } = read(graph);
  expect(boxes).toHaveLength(nodes.length);
  expectNoneOverAnother(boxes);
  const shown = (label: string) => {
    const letters = [...heldOnLine(label)];
    return letters.length > 32 ? `${letters.slice(0, 31).join("")}…` : letters.join("");
  };
  for (const { path, prefLabel } of graph.concepts) {
    expect(nodes.filter(({ title }) => title === `${held(prefLabel)} (${path})`).map(({ label }) => label)).toEqual([shown(prefLabel)]);
  }
  const concepts = new Map(graph.concepts.map(({ path, prefLabel }) => [path, prefLabel]));
  const names = new Map([...concepts, ...graph.notes.map(({ path, label }) => [path, label] as const)]);
  const titles = lines.map(({ title }) => title).join("\n");
  for (const { kind, source, target, sentence } of graph.relations) {
    if (kind === "mention" || kind === "tag" || !concepts.has(source) || target === null || target === source) continue;
    expect(titles).toContain(held(`${names.get(source) ?? ""} → ${names.get(target) ?? ""}${sentence === "" ? "" : `: ${sentence}`}`));
  }
}

describe("a graph as SVG", () => {
  itReadsBack("is XML with a box for each node, none over another, and the sentences on the lines", expectReadBack);

  it.each<[name: string, count: number, others: (place: number) => number[]]>([
    ["a crowd in which all are tied to many", 300, (place) => [1, 7, 31, 60, 77, 111].map((step) => (place * step + step) % 300)],
    ["a hub with all the others round it", 300, () => [0]],
    ["more than forces are worth", 700, (place) => [place + 1, place * 2]],
    ["concepts without relations", 40, () => []],
  ])("keeps labels apart in %s", (_, count, others) => {
    const pathOf = (place: number) => `c/${String(place).padStart(3, "0")}.md`;
    const concepts = Array.from({ length: count }, (_each, place) => ({ ...(sample.concepts[0] ?? { tags: [], uses: [], references: 0, definition: "" }), path: pathOf(place), prefLabel: "Lighthouse keeper ".slice(0, 4 + (place % 13)), altLabels: [] }));
    const relations = concepts.flatMap(({ path }, place) =>
      others(place).filter((other) => other < count).map((other) => ({ kind: "related" as const, source: path, target: pathOf(other), label: "", sentence: "", from: 0, to: 1, written: "link" as const, section: "", line: 1, found: "path" as const })),
    );
    const { boxes } = read(conceptGraph(concepts, relations));
    expect(boxes).toHaveLength(count);
    expectNoneOverAnother(boxes);
  });

  it("draws one line for two notes, and shows what it stands for", () => {
    const { nodes, lines } = read(
      vault({
        "a.md": "---\ntype: concept\nbroader: '[[b]]'\n---\n\n## Related Concepts\n\n- [[c]]: feeds it\n- Surge: fills it\n",
        "b.md": "---\ntype: concept\nnarrower: '[[a]]'\n---\n",
        "c.md": "---\ntype: concept\n---\n\n## Related Concepts\n\n- [[a]]: drains it\n- [[log]]: says so\n",
        "log.md": "Text.",
      }).graph(),
    );
    expect(nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual(["concept a", "concept b", "concept c", "note log", "missing Surge"]);
    expect(lines).toEqual([
      { kind: "hierarchy", title: "a → b · b → a", start: false, end: true },
      { kind: "related", title: "a → c: feeds it · c → a: drains it", start: false, end: false },
      { kind: "related", title: "a → Surge: fills it", start: false, end: false },
      { kind: "related", title: "c → log: says so", start: false, end: false },
    ]);
  });

  it("round a plain note shows what it relates to, or else what it mentions", () => {
    const graph = vault({
      "a.md": "---\ntype: concept\n---\n\n## Related Concepts\n\n- [[b]]: feeds it\n",
      "b.md": "---\ntype: concept\n---\n",
      "list.md": "## Related Concepts\n\n- [[a]]: is why I write\n\n## Else\n\nI saw [[b]].\n",
      "log.md": "I saw [[a]] and [[b]].",
    }).graph();
    const round = (path: string) => read(neighborhood(graph, path, 1));
    expect(round("list.md").nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual(["concept a", "note center list"]);
    expect(round("list.md").lines.map(({ kind, title }) => `${kind} ${title}`)).toEqual(["related list → a: is why I write"]);
    expect(round("log.md").nodes.map(({ label }) => label)).toEqual(["a", "b", "log"]);
    expect(round("log.md").lines.map(({ kind }) => kind)).toEqual(["related", "mention", "mention"]);
    expect(round("a.md").nodes.map(({ kind, label }) => `${kind} ${label}`)).toEqual(["concept center a", "concept b", "note list"]);
  });
});
