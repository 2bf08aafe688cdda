import type { ConceptGraph } from "../concept-graph";
import { prefixes, properties, skosModel, type Property, type Resource } from "./skos-model";

const context = {
  ...prefixes,
  ...Object.fromEntries(Object.entries(properties).map(([name, { term, isLink }]) => [name, { "@id": term, ...(isLink ? { "@type": "@id" } : {}) }])),
};

/** The properties that a resource has one of at most; the others are always lists. */
const single: ReadonlySet<string> = new Set<Property>(["inScheme", "prefLabel", "definition", "title", "source", "statedSubject", "statedPredicate", "statedObject", "note"]);

/** A graph as SKOS in JSON-LD 1.1; see `skosModel`. */
export function toSkos(graph: ConceptGraph): string {
  return `${JSON.stringify({ "@context": context, "@graph": skosModel(graph).map(objectOf) }, null, 2)}\n`;
}

function objectOf({ iri, type, values }: Resource): object {
  const entries = Object.entries(values).map(([property, list]) => [property, single.has(property) ? list[0] : list] as const);
  return { ...(iri === null ? {} : { "@id": iri }), "@type": type, ...Object.fromEntries(entries) };
}
