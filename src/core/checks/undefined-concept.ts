import { isTelling } from "../concepts/concept";
import { createConcept } from "../fixes/create-concept";
import { conceptRule, type NoteExamples } from "./note-rule";

/** A related concept that the vault does not define. */
export const undefinedConcept = conceptRule(
  {
    id: "undefined-concept",
    summary: "A label in a list of related concepts names nothing in the vault.",
    rationale: "The list promises a concept that cannot be looked up, and the map ends there.",
    severity: "info",
  },
  (entry, vault) => {
    const brokenAt = new Set(entry.broken.map(({ from }) => from));
    return entry.relations
      // A link that leads nowhere is the affair of unresolved-link.
      .filter(({ from }) => !brokenAt.has(from))
      .filter(({ kind, target, written, label }) => isTelling(kind) && target === null && written !== "link" && label !== "")
      .map((relation) => ({
        from: relation.from,
        to: relation.to,
        message: `Nothing in the vault is called “${relation.label}”. Write a note for it, or add it to the aliases of the note that covers it.`,
        fixes: createConcept(entry, relation, vault),
      }));
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- «**Slack water**»: comes behind it\n" },
      fixed: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- **[[Slack water]]**: comes behind it\n", "concepts/Slack water.md": "[What “Slack water” is, in one sentence.]\n\n## Related\n\n- **[[ebb]]**: [the other way round: comes behind it]\n" },
    },
    {
      notes: { "concepts/spring-tide.md": "---\ntitle: Spring tide\ntype: concept\n---\n\nThe highest of tides.\n\n## Related\n\n- [Neap tide](neap-tide.md) - its lowest sister\n- «Full moon» - brings it\n", "concepts/neap-tide.md": "---\ntitle: Neap tide\ntype: concept\n---\n\nThe lowest of tides.\n\n## Related\n\n- [Spring tide](spring-tide.md) - its highest sister\n" },
      fixed: { "concepts/spring-tide.md": "---\ntitle: Spring tide\ntype: concept\n---\n\nThe highest of tides.\n\n## Related\n\n- [Neap tide](neap-tide.md) - its lowest sister\n- [Full moon](full-moon.md) - brings it\n", "concepts/full-moon.md": "---\ntitle: Full moon\ntype: concept\n---\n\n[What “Full moon” is, in one sentence.]\n\n## Related\n\n- [Spring tide](spring-tide.md) - [the other way round: brings it]\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- **Floods**: follow it\n", "concepts/flood.md": "The sea coming in.\n" },
    { "log.md": "No concept note.\n\n## Related\n\n- Surge\n" },
  ],
};
