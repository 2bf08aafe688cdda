import type { Finding } from "../../core/index";

/** What a diagnostic is about: the prose, or the notes themselves. */
export type FindingAbout = "prose" | "notes";

/** One diagnostic of the vault. The same one stays the same object until its note is judged anew. */
export interface Row {
  /** What tells it from all others, also once its place in the note is another. */
  key: string;
  path: string;
  about: FindingAbout;
  finding: Finding;
}

/** The diagnostics of a note in the order of their places. */
export function rowsOf(path: string, prose: readonly Finding[], notes: readonly Finding[]): Row[] {
  const seen = new Map<string, number>();
  const row = (about: FindingAbout, finding: Finding): Row => {
    const name = [path, finding.rule, finding.words, about === "notes" ? finding.message : ""].join("\n");
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    return { key: `${name}\n${number}`, path, about, finding };
  };
  const rows = [...prose.map((finding) => row("prose", finding)), ...notes.map((finding) => row("notes", finding))];
  return prose.length > 0 && notes.length > 0 ? rows.sort((a, b) => a.finding.from - b.finding.from) : rows;
}

/** The folder of a note; empty for the vault's root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
