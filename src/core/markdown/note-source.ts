import { readFrontMatter, type FrontMatter, type ParseYaml } from "./front-matter";
import type { NoteMetadata } from "./metadata";

/** A note as a shell hands it over: its path in the vault (with `/`), its text, its front matter, and what else the app has read. */
export interface NoteSource {
  path: string;
  source: string;
  frontMatter: FrontMatter;
  metadata?: NoteMetadata | undefined;
}

/**
 * Makes a `NoteSource` from a path and a text. Never throws.
 * @param metadata what an app has read of this very text; an app that has the properties too lets `parseYaml` return them
 */
export function noteSource(path: string, source: string, parseYaml: ParseYaml, metadata?: NoteMetadata): NoteSource {
  return { path, source, frontMatter: readFrontMatter(source, parseYaml), metadata };
}

/** The value of the property with a key. The front matter is parsed only where the key stands in it as it is. */
export function propertyNamed({ source, frontMatter }: NoteSource, key: string): unknown {
  return source.slice(frontMatter.from, frontMatter.to).includes(key) ? frontMatter.properties[key] : undefined;
}
