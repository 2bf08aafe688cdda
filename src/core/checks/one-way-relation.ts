import type { Fix } from "../diagnostic";
import { wayBack } from "../fixes/way-back";
import { graphRule } from "./note-rule";

/** A relation that the other concept does not state in return. */
export const oneWayRelation = graphRule(
  {
    id: "one-way-relation",
    summary: "A concept lists another as related, which does not list it.",
    rationale: "“Related” holds both ways; a reader who starts at the other end does not learn of it.",
    severity: "hint",
  },
  ({ entryAt, habits }) => {
    /** What each concept relates itself to, in whatever way but in passing. */
    const listed = new Map<string, Set<string>>();
    const listedBy = (path: string): Set<string> => {
      let targets = listed.get(path);
      if (!targets) {
        targets = new Set(entryAt(path)?.relations.flatMap(({ kind, target }) => (kind === "mention" || kind === "tag" ? [] : target ?? [])));
        listed.set(path, targets);
      }
      return targets;
    };
    return ({ path, concept, relations }) =>
      relations.flatMap((relation) => {
        const { kind, target, from, to } = relation;
        const other = target === null || target === path || kind !== "related" ? undefined : entryAt(target);
        if (!other?.concept || listedBy(other.path).has(path)) return [];
        const { concept: { prefLabel }, reading: { mending: { room } } } = other;
        const fixes: Fix[] = room ? [{ title: `List “${concept.prefLabel}” in “${prefLabel}”`, kind: "choice", edits: [], elsewhere: [{ path: other.path, edits: [habits.addItem(other.path, room, wayBack(concept, relation))] }] }] : [];
        return { from, to, message: `“${prefLabel}” (${other.path}) does not list “${concept.prefLabel}” in return. Add it there if the relation holds both ways.`, fixes };
      });
  },
);
