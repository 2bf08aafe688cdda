import { isLeftOut } from "../concepts/read-concept";
import type { Fix } from "../diagnostic";
import { destination } from "../fixes/link-style";
import type { BrokenLink, Entry } from "../graph/entry";
import { createConcept } from "../fixes/create-concept";
import { type NoteExamples, noteRule, type VaultView } from "./note-rule";

/** A link that opens no note. */
export const unresolvedLink = noteRule(
  {
    id: "unresolved-link",
    summary: "A link leads to no note of the vault.",
    rationale: "Whoever follows the link finds an empty note, and the relation it states is missing from the map.",
    severity: "warning",
  },
  (entry, vault) =>
    entry.broken.map((broken) => {
      const { link, namesakes } = broken;
      const [nearest] = namesakes;
      const remedy = nearest === undefined ? "Create the note, or mend the link." : `A note of that name lies at “${nearest}”: link to it there.`;
      return { from: link.from, to: link.to, message: `The link leads to “${link.target.path}”, where no note lies. ${remedy}`, fixes: nearest === undefined ? create(entry, broken, vault) : mend(entry, broken, vault) };
    }),
);

/** A link to the note of that name, or to the concept that is called so. */
function mend({ path: source }: Entry, { link: { path }, namesakes }: BrokenLink, { habits, config }: VaultView): Fix[] {
  if (!path) return [];
  return namesakes.slice(0, 3).map((note) => {
    const to = habits.pathTo(note, source);
    const insert = path.form === "wiki" ? to : path.form === "plain" ? `${to}.md` : destination(to, path.spaces === "angle" ? { spaces: "percent" } : habits.style);
    // Every folder has its index; that one of them is the only one says little.
    const isSure = namesakes.length === 1 && !isLeftOut(note, config.concepts.exclude);
    return { title: `Link to “${note}”`, kind: isSure ? "safe" : "choice", edits: [{ from: path.from, to: path.to, insert }] };
  });
}

function create(entry: Entry, { link }: BrokenLink, vault: VaultView): Fix[] {
  const relation = entry.relations.find(({ kind, from }) => from === link.from && (kind === "related" || kind === "contrast"));
  return relation ? createConcept(entry, relation, vault, link.target.path) : [];
}

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n", "log.md": "We waited for the «[[notes/ebb]]».\n" },
      fixed: { "log.md": "We waited for the [[ebb]].\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out, seen from the «[pier](pier.md)».\n" },
    },
    {
      notes: { "concepts/ebb.md": "The sea going out.\n\n## Related\n\n- «[[slack]]»: comes behind it\n" },
      fixed: { "concepts/slack.md": "[What “slack” is, in one sentence.]\n\n## Related\n\n- [[ebb]]: [the other way round: comes behind it]\n" },
    },
    {
      notes: { "a/index.md": "", "b/log.md": "See the «[[c/index]]».\n" },
      fixed: { "b/log.md": "See the [[index]].\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n", "log.md": "We waited for the [[ebb]], and for [bread](https://example.org).\n" },
    { "log.md": "The chart is ![[chart.png]], and below is [[#more]].\n\n## More\n" },
  ],
};
