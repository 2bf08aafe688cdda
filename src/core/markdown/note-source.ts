import { readFrontMatter, type FrontMatter, type ParseYaml } from "./front-matter";

/** A note as a shell hands it over: its path in the vault (with `/`), its text, and its front matter. */
export interface NoteSource {
  path: string;
  source: string;
  frontMatter: FrontMatter;
}

/** Makes a `NoteSource` from a path and a text. Never throws. */
export function noteSource(path: string, source: string, parseYaml: ParseYaml): NoteSource {
  return { path, source, frontMatter: readFrontMatter(source, parseYaml) };
}

/** The value of the property with a key. The front matter is parsed only where the key stands in it as it is. */
export function propertyNamed({ source, frontMatter }: NoteSource, key: string): unknown {
  return source.slice(frontMatter.from, frontMatter.to).includes(key) ? frontMatter.properties[key] : undefined;
}
