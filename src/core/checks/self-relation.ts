import { takeOut } from "../fixes/take-out";
import { conceptRule } from "./note-rule";

/** A concept that lists itself, or links to itself. */
export const selfRelation = conceptRule(
  {
    id: "self-relation",
    summary: "A concept lists itself as related, or links to its own note.",
    rationale: "It tells a reader nothing; often another concept was meant.",
    severity: "warning",
  },
  ({ path, concept: { prefLabel }, relations, reading }, { open }) => {
    const listed = relations.filter(({ kind, target }) => kind === "related" && target === path);
    const seen = new Set(listed.map(({ from }) => from));
    // A link to one of its own sections leads somewhere.
    const linked = reading.links.filter(({ from, target }) => !seen.has(from) && target.fragment === "" && open(target.path, path) === path);
    return [
      ...listed.map(({ from, to, label }) => ({ from, to, message: `“${label}” is “${prefLabel}” itself. Name the concept that is meant, or take the entry out.`, fixes: takeOut(reading.mending.items.get(from)) })),
      ...linked.map(({ from, to, label }) => ({ from, to, message: `The link “${label}” leads to its own note, “${prefLabel}”. Which note is meant?` })),
    ];
  },
);
