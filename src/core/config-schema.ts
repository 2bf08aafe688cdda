import { about, type About } from "./about";
import { mentionAmounts } from "./config";
import { severities } from "./diagnostic";
import { cueLists } from "./distinctions/with-words";
import { longest } from "./suppressions/exception";
import { ownPhrase, ownPhraseHelp } from "./prose/own-phrase";

/** A text in a config: its pattern is read with the flag `u`, its description says what fits. */
interface TextSchema {
  pattern: string;
  description: string;
}

/** The part of JSON Schema that a config needs. */
export type Schema =
  | { type: "object"; properties: Readonly<Record<string, Schema>>; propertyNames?: TextSchema; additionalProperties: false | Schema }
  | { type: "array"; items: TextSchema & { type: "string" }; maxItems: number }
  | { type: "string"; enum: readonly string[] };

/** What a config may name. */
export type KnownNames = Pick<About, "rules" | "conventions" | "terms">;

/** Folders and names are plain texts; a `*` would match nothing, so it is refused. */
const plain: TextSchema = { pattern: "^[^*]*[^*/.\\s][^*]*$", description: "Wildcards are not known here: name a folder (all in it is meant) or a note." };
const name: TextSchema = { pattern: "\\p{L}", description: "A text of letters goes there." };
const phrase: TextSchema = { pattern: ownPhrase, description: ownPhraseHelp };
const exception: TextSchema = { pattern: `^[^]{1,${longest}}$`, description: `A text of at most ${longest} characters goes there.` };

/** The schema of a config, as `readConfig` checks by it. It knows the rules, conventions and terms given. */
export function configSchema({ rules, conventions, terms }: KnownNames = about()): Schema {
  const list = (items = plain, maxItems = 1000): Schema => ({ type: "array", items: { type: "string", ...items }, maxItems });
  const object = (properties: Record<string, Schema>): Schema => ({ type: "object", properties, additionalProperties: false });
  const each = (keys: readonly string[], schema: Schema) => object(Object.fromEntries(keys.map((key) => [key, schema])));
  const convention: Schema = { type: "string", enum: conventions.map(({ id }) => id) };
  const phrases = list(phrase, 200);
  return object({
    convention,
    conventions: { type: "object", properties: {}, propertyNames: plain, additionalProperties: convention },
    rules: each(rules.map(({ id }) => id), { type: "string", enum: [...severities, "off"] }),
    exclude: list(),
    concepts: object({
      ...Object.fromEntries(["folders", "types", "tags", "exclude"].map((key) => [key, list()])),
      headings: list(name),
      properties: each(["related", "broader", "narrower"], list(name)),
    }),
    mentions: object({ amount: { type: "string", enum: mentionAmounts }, exclude: list(name) }),
    words: object({
      "terms-of-art": each(terms.map(({ label }) => label), phrases),
      evidence: each(terms.map(({ axis }) => axis), phrases),
      cues: each(Object.keys(cueLists), phrases),
      exceptions: list(exception),
    }),
  });
}
