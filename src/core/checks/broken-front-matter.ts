import { noteRule } from "./note-rule";

/** Front matter that does not parse. */
export const brokenFrontMatter = noteRule(
  {
    id: "broken-front-matter",
    summary: "The properties of a note cannot be read.",
    rationale: "Title, aliases, tags and type are lost, so the note may not count as a concept note at all.",
    severity: "warning",
  },
  ({ reading: { frontMatter } }) => {
    const { from, to, problem } = frontMatter;
    if (problem === undefined) return [];
    const reason = (problem.split("\n")[0] ?? "").trim().replace(/[.:]$/, "");
    return [{ from, to, message: `The front matter does not parse: ${reason}. Mend the lines between the two “---”; text with a colon or a “#” wants quotes.` }];
  },
);
