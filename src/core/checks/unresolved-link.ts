import { noteRule } from "./note-rule";

/** A link that opens no note. */
export const unresolvedLink = noteRule(
  {
    id: "unresolved-link",
    summary: "A link leads to no note of the vault.",
    rationale: "Whoever follows the link finds an empty note, and the relation it states is missing from the map.",
    severity: "warning",
  },
  ({ broken }) =>
    broken.map(({ link, namesakes }) => {
      const [nearest] = namesakes;
      const remedy = nearest === undefined ? "Create the note, or mend the link." : `A note of that name lies at “${nearest}”: link to it there.`;
      return { from: link.from, to: link.to, message: `The link leads to “${link.target.path}”, where no note lies. ${remedy}` };
    }),
);
