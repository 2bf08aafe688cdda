import type { RelationKind } from "../../concepts/concept";
import type { ConceptGraph } from "../concept-graph";
import { drawAll, type DrawnNode } from "./drawing";

const context = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dcterms: "http://purl.org/dc/terms/",
  prefLabel: "skos:prefLabel",
  altLabel: { "@id": "skos:altLabel", "@container": "@set" },
  definition: "skos:definition",
  scopeNote: { "@id": "skos:scopeNote", "@container": "@set" },
  note: "skos:note",
  inScheme: { "@id": "skos:inScheme", "@type": "@id" },
  broader: { "@id": "skos:broader", "@type": "@id", "@container": "@set" },
  narrower: { "@id": "skos:narrower", "@type": "@id", "@container": "@set" },
  related: { "@id": "skos:related", "@type": "@id", "@container": "@set" },
  references: { "@id": "dcterms:references", "@type": "@id", "@container": "@set" },
  subject: { "@id": "dcterms:subject", "@type": "@id", "@container": "@set" },
  title: "dcterms:title",
  source: "dcterms:source",
  statedSubject: { "@id": "rdf:subject", "@type": "@id" },
  statedPredicate: { "@id": "rdf:predicate", "@type": "@id" },
  statedObject: { "@id": "rdf:object", "@type": "@id" },
} as const;

const properties: Readonly<Record<RelationKind, "related" | "broader" | "narrower" | "references" | "subject">> = {
  related: "related",
  contrast: "related",
  broader: "broader",
  narrower: "narrower",
  mention: "references",
  tag: "subject",
};

const predicates = { related: "skos:related", broader: "skos:broader", narrower: "skos:narrower", references: "dcterms:references", subject: "dcterms:subject" } as const;

const scheme = "urn:distinguo:vault";

/**
 * The graph as SKOS in JSON-LD. Related items and contrasts are `skos:related`; SKOS has no place for what a note says of
 * a relation, so each sentence is the `skos:note` of a reified statement.
 */
export function toSkos(graph: ConceptGraph): string {
  const { nodes, edges } = drawAll(graph);
  const concepts = new Map(graph.concepts.map((concept) => [concept.path, concept]));
  const links = new Map<string, Map<string, Set<string>>>();
  const statements: object[] = [];
  for (const { source, target, relation } of edges) {
    const [from, to] = [iriOf(source), iriOf(target)];
    const isConceptPair = source.kind !== "note" && target.kind !== "note";
    const property = properties[relation.kind] === "related" && !isConceptPair ? "references" : properties[relation.kind];
    if (from === to) continue;
    const own = links.get(from) ?? new Map<string, Set<string>>();
    links.set(from, own.set(property, (own.get(property) ?? new Set()).add(to)));
    if (relation.sentence === "") continue;
    statements.push({ "@type": "rdf:Statement", statedSubject: from, statedPredicate: predicates[property], statedObject: to, note: relation.sentence });
  }
  const resources = nodes.map((node) => {
    const concept = node.path === null ? undefined : concepts.get(node.path);
    const iri = iriOf(node);
    const stated = Object.fromEntries([...(links.get(iri) ?? [])].map(([property, targets]) => [property, [...targets]]));
    if (node.kind === "note") return { "@id": iri, title: node.label, source: node.path, ...stated };
    return {
      "@id": iri,
      "@type": "skos:Concept",
      inScheme: scheme,
      prefLabel: node.label,
      ...(concept && concept.altLabels.length > 0 ? { altLabel: concept.altLabels } : {}),
      ...(concept && concept.definition !== "" ? { definition: concept.definition } : {}),
      ...(concept && concept.uses.length > 0 ? { scopeNote: concept.uses.map(({ heading }) => heading) } : {}),
      ...(node.path === null ? {} : { source: node.path }),
      ...stated,
    };
  });
  return `${JSON.stringify({ "@context": context, "@graph": [{ "@id": scheme, "@type": "skos:ConceptScheme" }, ...resources, ...statements] }, null, 2)}\n`;
}

function iriOf({ path, label }: DrawnNode): string {
  return path === null ? `urn:distinguo:label:${encode(label)}` : `urn:distinguo:note:${path.split("/").map(encode).join("/")}`;
}

/** A half surrogate pair, which cannot be encoded, becomes U+FFFD. */
function encode(text: string): string {
  return encodeURIComponent([...text].map((character) => (/[\uD800-\uDFFF]/u.test(character) ? "\uFFFD" : character)).join(""));
}
