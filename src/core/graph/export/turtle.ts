import type { ConceptGraph } from "../concept-graph";
import { prefixes, properties, skosModel, type Resource } from "./skos-model";

const escapes = new Map([['"', '\\"'], ["\\", "\\\\"], ["\n", "\\n"], ["\r", "\\r"], ["\t", "\\t"]]);

/** A graph as SKOS in Turtle; see `skosModel`. */
export function toTurtle(graph: ConceptGraph): string {
  const heads = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  return `${heads.join("")}\n${skosModel(graph).map(blockOf).join("\n")}`;
}

function blockOf({ iri, type, values }: Resource): string {
  const said = Object.entries(properties).flatMap(([property, { term, isLink }]) => {
    const list = values[property as keyof typeof properties] ?? [];
    return list.length === 0 ? [] : [`${term} ${list.map((value) => (isLink ? `<${value}>` : quoted(value))).join(", ")}`];
  });
  return `${iri === null ? "[]" : `<${iri}>`} ${[`a ${type}`, ...said].join(" ;\n  ")} .\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => escapes.get(character) ?? character)}"`;
}
