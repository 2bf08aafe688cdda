import type { Concept, RelationKind } from "../../concepts/concept";
import { missingKey, type ConceptGraph } from "../concept-graph";
import { drawAll, type DrawnEdge, type DrawnNode } from "./drawing";
import { kinshipOf } from "./kinship";
import { writable } from "./writable";

/** The vocabularies of the export. `distinguo` holds the few words that SKOS has not. */
export const prefixes = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  distinguo: "urn:distinguo:term:",
} as const;

/** What the export says of a resource: the name in a vocabulary, and whether its values are resources, not texts. */
export const properties = {
  inScheme: { term: "skos:inScheme", isLink: true },
  prefLabel: { term: "skos:prefLabel", isLink: false },
  altLabel: { term: "skos:altLabel", isLink: false },
  definition: { term: "skos:definition", isLink: false },
  scopeNote: { term: "skos:scopeNote", isLink: false },
  title: { term: "dcterms:title", isLink: false },
  source: { term: "dcterms:source", isLink: false },
  broader: { term: "skos:broader", isLink: true },
  narrower: { term: "skos:narrower", isLink: true },
  related: { term: "skos:related", isLink: true },
  contrast: { term: "distinguo:contrast", isLink: true },
  broaderNote: { term: "distinguo:broader", isLink: true },
  narrowerNote: { term: "distinguo:narrower", isLink: true },
  relation: { term: "dcterms:relation", isLink: true },
  references: { term: "dcterms:references", isLink: true },
  subject: { term: "dcterms:subject", isLink: true },
  statedSubject: { term: "rdf:subject", isLink: true },
  statedPredicate: { term: "rdf:predicate", isLink: true },
  statedObject: { term: "rdf:object", isLink: true },
  note: { term: "skos:note", isLink: false },
} as const;

/** One of these properties. */
export type Property = keyof typeof properties;

/** A resource and all that is said of it. */
export interface Resource {
  /** Null for a statement, which needs no name. */
  iri: string | null;
  /** Prefixed. */
  type: string;
  values: Partial<Record<Property, string[]>>;
}

const scheme = "urn:distinguo:vault";

/**
 * A graph as resources with properties, which is what JSON-LD and Turtle write. Concepts, missing ones too, are
 * `skos:Concept`, other notes documents. A relation becomes a property; SKOS has no place for what a note says of it, so each
 * sentence is the `skos:note` of a reified statement. Related items and contrasts are `skos:related` where SKOS allows:
 * between two concepts of which neither is above the other (integrity condition S27), and else `dcterms:relation`.
 */
export function skosModel(graph: ConceptGraph): Resource[] {
  const { nodes, edges } = drawAll(graph);
  const concepts = new Map(graph.concepts.map((concept) => [concept.path, concept]));
  const links = new Map<string, Map<Property, Set<string>>>();
  const statements = new Map<string, Resource>();
  const iris = new Map(nodes.map((node) => [node.id, iriOf(node)]));
  const isKin = kinshipOf(edges.filter(isHierarchy).map(({ source, target, relation }) => (relation.kind === "broader" ? [source.id, target.id] : [target.id, source.id])));
  for (const { source, target, relation } of edges) {
    const [from, to] = [iris.get(source.id) ?? "", iris.get(target.id) ?? ""];
    const mayRelate = isConceptual(source) && isConceptual(target) && source !== target;
    const said = wordsFor(relation.kind, mayRelate, mayRelate && isTie(relation.kind) && isKin(source.id, target.id));
    const own = links.get(from) ?? new Map<Property, Set<string>>();
    for (const property of said) own.set(property, (own.get(property) ?? new Set()).add(to));
    links.set(from, own);
    const note = writable(relation.sentence);
    if (note === "") continue;
    const values = { statedSubject: [from], statedPredicate: [expand(properties[said[0]].term)], statedObject: [to], note: [note] };
    statements.set(JSON.stringify(values), { iri: null, type: "rdf:Statement", values });
  }
  const resources = nodes.map((node): Resource => {
    const iri = iris.get(node.id) ?? "";
    const stated = Object.fromEntries([...(links.get(iri) ?? [])].map(([property, targets]) => [property, [...targets]]));
    if (node.kind === "note") return { iri, type: "foaf:Document", values: { title: [writable(node.label)], source: [writable(node.path ?? "")], ...stated } };
    return { iri, type: "skos:Concept", values: { inScheme: [scheme], ...described(node, concepts.get(node.path ?? "")), ...stated } };
  });
  return [{ iri: scheme, type: "skos:ConceptScheme", values: {} }, ...resources, ...statements.values()];
}

/** A prefixed name in full. */
export function expand(term: string): string {
  const [prefix, name] = term.split(":");
  const base = Object.entries(prefixes).find(([known]) => known === prefix)?.[1] ?? "";
  return `${base}${name ?? ""}`;
}

function described({ label, path }: DrawnNode, concept: Concept | undefined): Resource["values"] {
  const prefLabel = writable(label);
  const values: Resource["values"] = { prefLabel: [prefLabel] };
  if (path !== null) values.source = [writable(path)];
  if (!concept) return values;
  const altLabel = [...new Set(concept.altLabels.map(writable))].filter((other) => other !== prefLabel);
  if (altLabel.length > 0) values.altLabel = altLabel;
  if (concept.definition !== "") values.definition = [writable(concept.definition)];
  if (concept.uses.length > 0) values.scopeNote = [...new Set(concept.uses.map(({ heading }) => writable(heading)))];
  return values;
}

/** The properties that say a relation, the one that says most first. */
function wordsFor(kind: RelationKind, mayRelate: boolean, isKin: boolean): [Property, ...Property[]] {
  const tie = mayRelate && !isKin ? "related" : "relation";
  switch (kind) {
    case "related":
      return [tie];
    case "contrast":
      return ["contrast", tie];
    case "broader":
      return mayRelate ? ["broader"] : ["broaderNote", "relation"];
    case "narrower":
      return mayRelate ? ["narrower"] : ["narrowerNote", "relation"];
    case "mention":
      return ["references"];
    case "tag":
      return ["subject"];
  }
}

function isTie(kind: RelationKind): boolean {
  return kind === "related" || kind === "contrast";
}

function isHierarchy({ source, target, relation: { kind } }: DrawnEdge): boolean {
  return (kind === "broader" || kind === "narrower") && isConceptual(source) && isConceptual(target) && source !== target;
}

function isConceptual({ kind }: DrawnNode): boolean {
  return kind !== "note";
}

function iriOf({ path, label }: DrawnNode): string {
  return path === null ? `urn:distinguo:label:${encode(missingKey(label))}` : `urn:distinguo:note:${path.split("/").map(encode).join("/")}`;
}

function encode(text: string): string {
  return encodeURIComponent(writable(text));
}
