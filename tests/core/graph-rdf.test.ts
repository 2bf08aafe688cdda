import fc from "fast-check";
import jsonld from "jsonld";
import { Parser, Store, Writer, type Quad } from "n3";
import { describe, expect, it } from "vitest";
import { exportGraph, type ConceptGraph } from "../../src/core/index";
import { anyGraph, gardenGraph, held, nodeKeys, sample, sharedGraph } from "./graph-samples";
import { sharedVaults } from "./shared-vaults";

const skos = "http://www.w3.org/2004/02/skos/core#";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const dcterms = "http://purl.org/dc/terms/";
const own = "urn:distinguo:term:";

const turtleOf = (graph: ConceptGraph): Quad[] => new Parser({ format: "text/turtle" }).parse(exportGraph(graph, "turtle"));

/** N-Quads with the names of blank nodes settled, by RDFC-1.0. */
async function canonical(nquads: unknown): Promise<string[]> {
  const settled: string = await jsonld.canonize(nquads as object, { algorithm: "RDFC-1.0", inputFormat: "application/n-quads", format: "application/n-quads" } as object);
  return settled.split("\n");
}

async function expectSame(graph: ConceptGraph): Promise<void> {
  const fromJson = await jsonld.toRDF(JSON.parse(exportGraph(graph, "skos")) as object, { format: "application/n-quads", safe: true } as object);
  const fromTurtle = new Writer({ format: "application/n-quads" }).quadsToString(turtleOf(graph));
  expect(await canonical(fromJson)).toEqual(await canonical(fromTurtle));
}

/** The concepts of a store by name, with the values of a property. */
const values = (store: Store, subject: string, predicate: string) => store.getObjects(subject, predicate, null).map(({ value }) => value);

function expectReadBack(graph: ConceptGraph): void {
  const store = new Store(turtleOf(graph));
  const concepts = store.getSubjects(`${rdf}type`, `${skos}Concept`, null);
  const documents = store.getSubjects(`${rdf}type`, "http://xmlns.com/foaf/0.1/Document", null);
  expect(documents.flatMap(({ value }) => values(store, value, `${dcterms}source`)).sort()).toEqual(graph.notes.map(({ path }) => path).sort());
  const iris = new Map([...concepts, ...documents].flatMap(({ value }) => values(store, value, `${dcterms}source`).map((path) => [path, value] as const)));
  if (graph.missing.every(({ label }) => held(label) === label)) expect(concepts.length + documents.length).toBe(nodeKeys(graph).length);
  for (const { path, prefLabel, altLabels, definition } of graph.concepts) {
    const iri = iris.get(path) ?? "";
    expect(values(store, iri, `${skos}prefLabel`)).toEqual([held(prefLabel)]);
    expect(values(store, iri, `${skos}altLabel`).sort()).toEqual([...new Set(altLabels.map(held))].filter((label) => label !== held(prefLabel)).sort());
    expect(values(store, iri, `${skos}definition`)).toEqual(definition === "" ? [] : [held(definition)]);
  }
  const said = store.getSubjects(`${rdf}type`, `${rdf}Statement`, null).map((statement) => store.getObjects(statement, `${skos}note`, null)[0]?.value ?? "");
  const distinct = new Set(graph.relations.filter(({ sentence }) => sentence !== "").map(({ sentence }) => held(sentence)));
  expect(new Set(said)).toEqual(distinct);
  const conceptual = new Set(graph.concepts.map(({ path }) => path));
  for (const { kind, source, target } of graph.relations) {
    if (target === null) continue;
    const [from, to] = [iris.get(source) ?? "", iris.get(target) ?? ""];
    const mayRelate = conceptual.has(source) && conceptual.has(target) && source !== target;
    const predicates = store.getPredicates(from, to, null).map(({ value }) => value);
    if (kind === "mention" || kind === "tag") expect(predicates).toContain(kind === "tag" ? `${dcterms}subject` : `${dcterms}references`);
    else if (kind === "broader" || kind === "narrower") expect(predicates).toContain(mayRelate ? `${skos}${kind}` : `${own}${kind}`);
    else expect(predicates.some((predicate) => predicate === `${dcterms}relation` || (mayRelate && predicate === `${skos}related`))).toBe(true);
    if (kind === "contrast") expect(predicates).toContain(`${own}contrast`);
  }
}

/** The integrity conditions of SKOS that such a file could break, https://www.w3.org/TR/skos-reference/. */
function expectIntegrity(graph: ConceptGraph): void {
  const store = new Store(turtleOf(graph));
  const isA = (type: string) => new Set(store.getSubjects(`${rdf}type`, `${skos}${type}`, null).map(({ value }) => value));
  const [concepts, schemes] = [isA("Concept"), isA("ConceptScheme")];
  expect([...concepts].filter((iri) => schemes.has(iri)), "S9: concepts are no schemes").toEqual([]);
  for (const iri of concepts) {
    const labels = [...values(store, iri, `${skos}prefLabel`), ...values(store, iri, `${skos}altLabel`)];
    expect(new Set(labels).size, "S13: labels are disjoint").toBe(labels.length);
    expect(values(store, iri, `${skos}prefLabel`), "S14: one prefLabel").toHaveLength(1);
  }
  const above = new Map<string, Set<string>>();
  const add = (low: string, high: string) => above.set(low, (above.get(low) ?? new Set()).add(high));
  for (const { subject, object } of store.getQuads(null, `${skos}broader`, null, null)) add(subject.value, object.value);
  for (const { subject, object } of store.getQuads(null, `${skos}narrower`, null, null)) add(object.value, subject.value);
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const highs of above.values()) for (const high of [...highs]) for (const higher of above.get(high) ?? []) if (!highs.has(higher)) isGrowing = Boolean(highs.add(higher));
  }
  const clashes = store.getQuads(null, `${skos}related`, null, null).filter(({ subject, object }) => above.get(subject.value)?.has(object.value) || above.get(object.value)?.has(subject.value));
  expect(clashes, "S27: related is disjoint with broaderTransitive").toEqual([]);
  for (const name of ["related", "broader", "narrower"]) {
    for (const { subject, object } of store.getQuads(null, `${skos}${name}`, null, null)) expect(concepts.has(subject.value) && concepts.has(object.value), "S19: semantic relations are between concepts").toBe(true);
  }
}

const wholes: [name: string, graph: () => ConceptGraph][] = [["the sample", () => sample], ["the garden", gardenGraph], ...(sharedVaults.missing ? [] : [["the shared vault", sharedGraph] as [string, () => ConceptGraph]])];

describe.each(wholes)("SKOS of %s", (_, graphOf) => {
  const graph = graphOf();

  it("is the same in JSON-LD, in safe mode, and in Turtle", async () => {
    await expectSame(graph);
  });

  it("has the concepts, the notes, the relations and the sentences", () => {
    expectReadBack(graph);
  });

  it("keeps the integrity conditions", () => {
    expectIntegrity(graph);
  });
});

describe("SKOS of any graph", () => {
  it("is the same in JSON-LD and in Turtle", async () => {
    await fc.assert(fc.asyncProperty(anyGraph, expectSame), { numRuns: 60 });
  });

  it("has it all, and keeps the integrity conditions", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expectReadBack(graph);
        expectIntegrity(graph);
      }),
      { numRuns: 300 },
    );
  });
});

describe("SKOS", () => {
  it("says a sentence as the note of a statement", () => {
    const store = new Store(turtleOf(sample));
    const [statement] = store.getSubjects(`${skos}note`, null, null).filter((subject) => store.getObjects(subject, `${skos}note`, null).some(({ value }) => value === "a kind of movement"));
    const of = (name: string) => store.getObjects(statement ?? null, `${rdf}${name}`, null).map(({ value }) => value);
    expect([of("subject"), of("predicate"), of("object")]).toEqual([["urn:distinguo:note:c/tide.md"], [`${skos}broader`], ["urn:distinguo:note:c/sea.md"]]);
  });

  it("says less where a concept is related to one above it", () => {
    const store = new Store(turtleOf(sample));
    const said = store.getPredicates("urn:distinguo:note:c/tide.md", "urn:distinguo:note:c/sea.md", null).map(({ value }) => value);
    expect(said.sort()).toEqual([`${dcterms}relation`, `${skos}broader`].sort());
  });
});
