import { conceptRule } from "./note-rule";

/** A relation that the other concept does not state in return. */
export const oneWayRelation = conceptRule(
  {
    id: "one-way-relation",
    summary: "A concept lists another as related, which does not list it.",
    rationale: "“Related” holds both ways; a reader who starts at the other end does not learn of it.",
    severity: "hint",
  },
  ({ path, concept, relations }, { entryAt }) =>
    relations.flatMap(({ kind, target, from, to }) => {
      const other = target === null || target === path || kind !== "related" ? undefined : entryAt(target);
      if (!other?.concept) return [];
      const isReturned = other.relations.some((back) => (back.kind === "related" || back.kind === "contrast") && back.target === path);
      return isReturned ? [] : [{ from, to, message: `“${other.concept.prefLabel}” (${other.path}) does not list “${concept.prefLabel}” in return. Add it there if the relation holds both ways.` }];
    }),
);
