import { readFrontMatter, type FrontMatter, type ParseYaml } from "./front-matter";

/** A note as a shell hands it over: its path in the vault (with `/`), its text, and its front matter already read. */
export interface NoteSource {
  path: string;
  source: string;
  frontMatter: FrontMatter;
}

/** Makes a `NoteSource` from a path and a text. Never throws. */
export function noteSource(path: string, source: string, parseYaml: ParseYaml): NoteSource {
  return { path, source, frontMatter: readFrontMatter(source, parseYaml) };
}
