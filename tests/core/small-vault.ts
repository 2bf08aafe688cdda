import { parse } from "yaml";
import { createVaultIndex, defaultConfig, noteSource, type ConceptConfig, type Config, type NoteSource, type Relation, type VaultIndex } from "../../src/core/index";

/** A note as the command line would read it. */
export function note(path: string, source: string): NoteSource {
  return noteSource(path, source, (yaml) => parse(yaml) as unknown);
}

/** An index of a vault given as path and text. */
export function vault(notes: Readonly<Record<string, string>>, { concepts, ...config }: Partial<Omit<Config, "concepts">> & { concepts?: Partial<ConceptConfig> } = {}): VaultIndex {
  const index = createVaultIndex({ ...defaultConfig, ...config, concepts: { ...defaultConfig.concepts, ...concepts } });
  for (const [path, source] of Object.entries(notes)) index.upsert(note(path, source));
  return index;
}

/** The relations of one kind that a note states. */
export function stated(index: VaultIndex, source: string, kind: Relation["kind"] = "related"): Relation[] {
  return index.graph().relations.filter((relation) => relation.source === source && relation.kind === kind);
}
