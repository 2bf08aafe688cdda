import { type NoteExamples, noteRule } from "./note-rule";

/** Front matter that does not parse. */
export const brokenFrontMatter = noteRule(
  {
    id: "broken-front-matter",
    summary: "The properties of a note cannot be read.",
    rationale: "Title, aliases, tags and type are lost; it may not even count as a concept note.",
    severity: "warning",
  },
  ({ reading: { frontMatter } }) => {
    const { from, to, problem } = frontMatter;
    if (problem === undefined) return [];
    const reason = (problem.split("\n")[0] ?? "").trim().replace(/[.:]$/, "");
    return [{ from, to, message: `The front matter does not parse: ${reason}. Text with a colon or a “#” wants quotes.` }];
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "log.md": "«---\ntitle: Rise: and fall\n---\n»It rained.\n" },
    },
  ],
  leftAlone: [
    { "log.md": "---\ntitle: \"Rise: and fall\"\n---\nIt rained.\n" },
    { "log.md": "It rained.\n\n---\n\nAgain: and again.\n" },
  ],
};
