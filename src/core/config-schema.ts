import { about, type About } from "./about";
import { severities } from "./diagnostic";
import { cueLists } from "./distinctions/with-words";
import { ownPhrase, ownPhraseHelp } from "./prose/own-phrase";

/** A text in a config: its pattern is read with the flag `u`, its description says what fits. */
interface TextSchema {
  pattern: string;
  description: string;
}

/** The part of JSON Schema that a config needs. */
export type Schema =
  | { type: "object"; description?: string; properties: Readonly<Record<string, Schema>>; propertyNames?: TextSchema; additionalProperties: false | Schema }
  | { type: "array"; description?: string; items: TextSchema & { type: "string" }; maxItems: number }
  | { type: "string"; description?: string; enum: readonly string[] };

/** What a config may name. */
export type KnownNames = Pick<About, "rules" | "conventions" | "terms">;

/** Folders and names are plain texts; a `*` would match nothing, so it is refused. */
const plain: TextSchema = { pattern: "^[^*]*[^*/.\\s][^*]*$", description: "Wildcards are not known here: name a folder (all in it is meant) or a note." };
const exception: TextSchema = { pattern: "^[^]{1,300}$", description: "A text of at most 300 characters goes there." };

/** The JSON Schema of a config: what `readConfig` checks by, and what an editor completes from. It knows the rules, conventions and terms given. */
export function configSchema({ rules, conventions, terms }: KnownNames = about()): Schema & { $schema: string; title: string } {
  const list = (description: string, items = plain, maxItems = 1000): Schema => ({ type: "array", description, items: { type: "string", ...items }, maxItems });
  const phrases = (description: string) => list(description, { pattern: ownPhrase, description: ownPhraseHelp }, 200);
  const object = (description: string, properties: Record<string, Schema>) => ({ type: "object", description, properties, additionalProperties: false }) as const;
  const convention: Schema = { type: "string", description: "Whose definitions of the terms are followed.", enum: conventions.map(({ id }) => id) };
  const levels = [...severities, "off"];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "distinguo.yaml",
    ...object("What a vault has settled for Distinguo.", {
      convention,
      conventions: { type: "object", description: "Conventions of single folders or notes; the deepest one holds.", properties: {}, propertyNames: plain, additionalProperties: convention },
      rules: object("How loud each rule is; off silences it.", Object.fromEntries(rules.map(({ id, summary }) => [id, { type: "string", description: summary, enum: levels }]))),
      exclude: list("Folders or notes that are left out, as paths from the vault's root."),
      concepts: object("What counts as a concept note: any one of these suffices.", {
        folders: list("Folders: a path from the root, or a bare name that matches a folder of that name anywhere."),
        types: list("Values of the property type."),
        tags: list("Tags, without #."),
        exclude: list("Basenames, or folders ending in /, that are never concept notes even so."),
      }),
      words: object("Words of your own, beside those that are known.", {
        "terms-of-art": object("What makes a term of art of a word, right behind it.", Object.fromEntries(terms.map(({ label }) => [label, phrases(`“${label} …” is a term of art.`)]))),
        evidence: object("What speaks for an axis.", Object.fromEntries(terms.map(({ axis, axisLabel }) => [axis, phrases(`What tells ${axisLabel}.`)]))),
        cues: object("What relates two claims, whatever they are about.", Object.fromEntries(Object.entries(cueLists).map(([name, { holds }]) => [name, phrases(holds)]))),
        exceptions: list("Passages that are left alone: what is found in one of them is not reported.", exception),
      }),
    }),
  };
}
