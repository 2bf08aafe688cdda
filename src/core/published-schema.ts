import { about } from "./about";
import { configSchema, type KnownNames, type Schema } from "./config-schema";

/** What each key of a config is about, for those who write one; the plugin carries it not. */
const descriptions: Readonly<Record<string, string>> = {
  "": "What a vault has settled for Distinguo.",
  "convention": "Whose definitions of the terms are followed.",
  "conventions": "Conventions of single folders or notes; the deepest one holds.",
  "rules": "How loud each rule is; off silences it.",
  "exclude": "Folders or notes that are left out, as paths from the vault's root.",
  "concepts": "What counts as a concept note (any one of folders, types and tags suffices), and what its relations stand under.",
  "concepts.folders": "Folders: a path from the root, or a bare name that matches a folder of that name anywhere.",
  "concepts.types": "Values of the property type.",
  "concepts.tags": "Tags, without #.",
  "concepts.exclude": "Basenames, or folders ending in /, that are never concept notes even so.",
  "concepts.headings": "Headings below which related concepts are listed, beside “Related Concepts”, “See also” and their kin.",
  "concepts.properties": "Properties that name other concepts, beside related, broader, narrower and their kin; fields in the text (key:: value) too.",
  "concepts.properties.related": "Those that name related concepts.",
  "concepts.properties.broader": "Those that name wider concepts.",
  "concepts.properties.narrower": "Those that name narrower concepts.",
  "mentions": "Which names of concepts are proposed for linking.",
  "mentions.amount": "few: of names that are linked as often as not; some: not of common words, which are rarely linked; all.",
  "mentions.exclude": "Labels that are never proposed.",
  "words": "Words of your own, beside those that are known.",
  "words.terms-of-art": "What makes a term of art of a word, right behind it.",
  "words.evidence": "What speaks for an axis.",
  "words.cues": "What relates two claims, whatever they are about.",
  "words.cues.equate": "Between two words that are offered as one: “which we also call”.",
  "words.cues.oppose": "Between two words that are set against each other: “in spite of anything”.",
  "words.cues.infer": "Between a reason and its result: “from which we gather that”.",
  "words.cues.define": "Between a word and its definition: “spells”.",
  "words.cues.hedge": "What is only supposed, wished or asked: “by some stroke of luck”.",
  "words.cues.quote": "What others say: “the brochure has it that”.",
  "words.exceptions": "Passages that are left alone: what is found in one of them is not reported.",
};

/** The JSON Schema of `distinguo.yaml`, as it is published: an editor completes and explains keys by it. It knows the rules, conventions and terms given. */
export function publishedSchema(known: KnownNames = about()): object {
  const { rules, terms } = known;
  const told: Readonly<Record<string, string>> = {
    ...descriptions,
    ...Object.fromEntries(rules.map(({ id, summary }) => [`rules.${id}`, summary])),
    ...Object.fromEntries(terms.flatMap(({ label, axis, axisLabel }) => [[`words.terms-of-art.${label}`, `“${label} …” is a term of art.`], [`words.evidence.${axis}`, `What tells ${axisLabel}.`]])),
  };
  const explain = (schema: Schema, path: readonly string[]): object => {
    const { type, ...rest } = schema;
    const properties = schema.type === "object" && Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => [key, explain(inner, [...path, key])]));
    return { type, description: told[path.join(".")], ...rest, ...(properties && { properties }) };
  };
  return { $schema: "https://json-schema.org/draft/2020-12/schema", title: "distinguo.yaml", ...explain(configSchema(known), []) };
}
