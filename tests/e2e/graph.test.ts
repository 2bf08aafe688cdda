/** Mermaid and SVG as a browser reads them: Mermaid's parser and its drawing, and where the labels of a picture stand. */
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportGraph, type ConceptGraph, type RelationKind } from "../../src/core/index";
import { borrowBrowser, returnBrowser } from "../browser/launch";
import { anyGraph, gardenGraph, heldOnLine, nasty, sample, sharedGraph } from "../core/graph-samples";
import { sharedVaults } from "../core/shared-vaults";
import { vault } from "../core/small-vault";

/** What Mermaid calls the arrow of a kind. */
const looks: Readonly<Record<RelationKind, string>> = {
  related: "normal arrow_point", contrast: "normal double_arrow_point", broader: "thick arrow_point", narrower: "thick arrow_point", mention: "dotted arrow_point", tag: "dotted arrow_circle",
};

/** What the tests ask of Mermaid; its parser's own result is not part of its types. */
interface Mermaid {
  initialize(config: { startOnLoad: boolean; maxEdges: number; maxTextSize: number }): void;
  parse(text: string): Promise<unknown>;
  render(id: string, text: string): Promise<{ svg: string }>;
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: FlowDatabase }> };
}

interface FlowDatabase {
  getVertices(): Map<string, { text?: string; classes: string[] }>;
  getEdges(): { start: string; end: string; text: string; stroke: string; type?: string }[];
}

interface Flow {
  nodes: { id: string; label: string; classes: string[] }[];
  edges: { from: string; to: string; label: string; look: string }[];
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await borrowBrowser();
  page = await browser.newPage();
  await page.setContent("<!doctype html><body></body>");
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve("mermaid/dist/mermaid.min.js")) });
  await page.evaluate(() => {
    (window as unknown as { mermaid: Mermaid }).mermaid.initialize({ startOnLoad: false, maxEdges: 1e6, maxTextSize: 1e9 });
  });
});

afterAll(async () => {
  await page.close();
  await returnBrowser();
});

/** What Mermaid's parser makes of texts. It throws on one that it does not take. */
async function parsed(texts: readonly string[]): Promise<Flow[]> {
  const flows = await page.evaluate(async (all) => {
    const { mermaid } = window as unknown as { mermaid: Mermaid };
    const read: Flow[] = [];
    for (const text of all) {
      if (!(await mermaid.parse(text))) throw new Error("not parsed");
      const database = (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
      read.push({
        nodes: [...database.getVertices()].map(([id, { text: label = "", classes }]) => ({ id, label, classes })),
        edges: database.getEdges().map(({ start, end, text: label, stroke, type = "" }) => ({ from: start, to: end, label, look: `${stroke} ${type}` })),
      });
    }
    return read;
  }, texts);
  // Mermaid keeps entities in a form of its own until it draws.
  const plain = (text: string) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCharCode(Number(code)));
  return flows.map(({ nodes, edges }) => ({ nodes: nodes.map((node) => ({ ...node, label: plain(node.label) })), edges: edges.map((edge) => ({ ...edge, label: plain(edge.label) })) }));
}

function expectSame(graph: ConceptGraph, { nodes, edges }: Flow): void {
  const concepts = new Map(graph.concepts.map(({ path, prefLabel }) => [path, heldOnLine(prefLabel)]));
  const notes = new Map(graph.notes.map(({ path, label }) => [path, heldOnLine(label)]));
  expect(nodes.filter(({ classes }) => classes.length === 0).map(({ label }) => label.trim())).toEqual([...concepts.values()]);
  const others = graph.relations.filter(({ source, target }) => source !== target);
  const stated = others.filter(({ kind, source }) => kind !== "mention" && kind !== "tag" && concepts.has(source));
  const shown = stated.length > 0 ? stated : others.filter(({ source, target }) => concepts.has(source) && target !== null && concepts.has(target));
  const labels = new Map(nodes.map(({ id, label }) => [id, label.trim()]));
  const nameOf = (path: string | null) => (path === null ? null : (concepts.get(path) ?? notes.get(path)));
  expect(edges.map(({ label, look }) => [label.trim(), look])).toEqual(shown.map(({ kind, sentence }) => [heldOnLine(sentence), looks[kind]]));
  shown.forEach(({ kind, source, target }, place) => {
    const { from = "", to = "" } = edges[place] ?? {};
    const [first, second] = kind === "narrower" ? [to, from] : [from, to];
    expect(labels.get(first)).toBe(nameOf(source));
    if (target !== null) expect(labels.get(second)).toBe(nameOf(target));
    else expect(nodes.find(({ id }) => id === second)?.classes).toEqual(["missing"]);
  });
}

describe("a graph as Mermaid", () => {
  it("is parsed with every node, edge and text", async () => {
    const graphs = [sample, gardenGraph(), ...(sharedVaults.missing ? [] : [sharedGraph()])];
    const flows = await parsed(graphs.map((graph) => exportGraph(graph, "mermaid")));
    graphs.forEach((graph, place) => {
      expectSame(graph, flows[place] ?? { nodes: [], edges: [] });
    });
  });

  it("is so for any graph", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyGraph, { minLength: 10, maxLength: 10 }), async (graphs) => {
        const flows = await parsed(graphs.map((graph) => exportGraph(graph, "mermaid")));
        graphs.forEach((graph, place) => {
          expectSame(graph, flows[place] ?? { nodes: [], edges: [] });
        });
      }),
      { numRuns: 30 },
    );
  });

  it("is drawn with the labels and sentences as they are written", async () => {
    const svg = await page.evaluate(async (text) => (await (window as unknown as { mermaid: Mermaid }).mermaid.render("drawn", text)).svg, exportGraph(sample, "mermaid"));
    const other = await browser.newPage();
    await other.setContent(svg);
    const drawn = await other.evaluate(() => {
      const texts = (what: string) => [...document.querySelectorAll(what)].map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());
      return { nodes: texts(".node .nodeLabel"), edges: texts(".edgeLabel .edgeLabel") };
    });
    await other.close();
    for (const text of nasty.map(heldOnLine)) {
      expect(drawn.nodes).toContain(text);
      expect(drawn.edges).toContain(text);
    }
  });

  it("says at its head when it is more than Mermaid draws", () => {
    const titles = Array.from({ length: 23 }, (_, place) => `Mill ${String(place)}`);
    const links = titles.map((title) => `- [[${title}]]: turns it`).join("\n");
    const many = vault(Object.fromEntries(titles.map((title) => [`${title}.md`, `---\ntype: concept\n---\n\n## Related Concepts\n\n${links}\n`]))).graph();
    expect(exportGraph(many, "mermaid")).toMatch(/^%% 506 edges, \d+ characters: Mermaid draws 500 and 50000, unless .*\nflowchart LR\n/);
    expect(exportGraph(sample, "mermaid")).toMatch(/^flowchart LR\n/);
  });
});

describe("a graph as SVG, in a browser", () => {
  const graphs: [name: string, graph: () => ConceptGraph][] = [["the sample", () => sample], ["the garden", gardenGraph], ...(sharedVaults.missing ? [] : [["the shared vault", sharedGraph] as [string, () => ConceptGraph]])];

  it.each(graphs)("has every label of %s within its box, in light and in dark", async (_, graphOf) => {
    await page.setContent(`<!doctype html><body>${exportGraph(graphOf(), "svg")}</body>`);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>("svg text")].flatMap((text) => {
        const box = text.parentElement?.querySelector("rect")?.getBoundingClientRect();
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return box === undefined || (right > left && (left < box.left || right > box.right || top < box.top || bottom > box.bottom)) ? [text.textContent] : [];
      }),
    );
    expect(outside).toEqual([]);
    const colors = async (colorScheme: "light" | "dark") => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate(() => ["svg text", "svg rect"].map((what) => getComputedStyle(document.querySelector(what) ?? document.body).fill));
    };
    expect(await colors("light")).not.toEqual(await colors("dark"));
  });
});
