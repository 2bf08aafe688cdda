import type { Concept, Relation } from "../concepts/concept";
import type { ItemDraft } from "./habits";

/** The relation back to a concept that states one, its sentence kept in a gap for the writer to turn round. */
export function wayBack({ path, prefLabel }: Concept, { sentence }: Pick<Relation, "sentence">): ItemDraft {
  // What is quoted must neither close the gap nor be read as Markdown of its own.
  const said = sentence.replace(/[[\]`*_<>#$%=~\\|]+/g, " ").replace(/\s+/g, " ").trim();
  return { path, label: prefLabel, sentence: said === "" ? "" : `[the other way round: ${said}]` };
}
