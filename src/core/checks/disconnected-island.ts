import { gathered } from "./gathered";
import { graphRule, type NoteExamples } from "./note-rule";

/** Some concepts that are tied to each other and to none of the rest. */
export const disconnectedIsland = graphRule(
  {
    id: "disconnected-island",
    summary: "A group of concepts is tied to none of the others.",
    rationale: "Who walks the map from elsewhere never comes by.",
    severity: "info",
  },
  ({ entries, entryAt }) => {
    /** A step from each concept towards the one that stands for its group. */
    const up = new Map<string, string>();
    const top = (path: string): string => {
      let at = path;
      for (let next = up.get(at); next !== undefined; next = up.get(at)) {
        const further = up.get(next);
        if (further !== undefined) up.set(at, further);
        at = next;
      }
      return at;
    };
    const concepts = entries.filter(({ concept }) => concept);
    for (const { path, relations } of concepts) {
      for (const { target } of relations) {
        if (target === null || !entryAt(target)?.concept) continue;
        const [a, b] = [top(path), top(target)].sort();
        if (a !== undefined && b !== undefined && a !== b) up.set(b, a);
      }
    }
    const groups = gathered<string>();
    for (const { path, concept } of concepts) groups.add(top(path), concept?.prefLabel ?? path);
    let main = "";
    for (const path of groups.keys()) if (groups.of(path).length > groups.of(main).length) main = path;
    // The first of a group stands for it, so the others are silent.
    return ({ path, reading }) => {
      const others = path === main ? [] : groups.of(path).slice(1);
      if (others.length === 0) return [];
      const named = others.slice(0, 5).map((label) => `“${label}”`).join(", ");
      return [{ ...reading.opening, message: `This concept is tied to ${named}${others.length > 5 ? ` and ${others.length - 5} more` : ""}, and none of them to the rest of the map. What ties them to it?` }];
    };
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n", "concepts/tide.md": "Both [[ebb]] and flood.\n", "concepts/mill.md": "Grinds the corn of the [[granary]].\n", "concepts/granary.md": "---\ntitle: «Granary»\n---\nKeeps corn.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n" },
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n", "concepts/mill.md": "Grinds corn.\n" },
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- [[flood]]: follows it\n", "concepts/flood.md": "The sea coming in.\n\n## Related\n\n- [[ebb]]: comes before it\n", "concepts/mill.md": "Grinds corn at [[ebb]].\n", "concepts/granary.md": "Keeps corn for the [[mill]].\n" },
  ],
};
