import type { Relation } from "../concepts/concept";
import { isLeftOut, nameOf, type NoteLink } from "../concepts/read-concept";
import type { Fix } from "../diagnostic";
import { destination } from "../fixes/link-style";
import type { Entry } from "../graph/entry";
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
  (entry, vault) => {
    const stated = new Map(entry.broken.length === 0 ? [] : entry.relations.filter(({ kind }) => kind !== "mention" && kind !== "tag").reverse().map((relation) => [relation.from, relation]));
    return entry.broken.map((link) => {
      const { target: { path }, label, from, to } = link;
      const isOther = (note: string) => note !== entry.path;
      const { nearest: all } = vault.namesakes(link.target, entry.path);
      const namesakes = all.filter(isOther);
      const [nearest] = namesakes;
      // The path may be an alias, or a note that has gone; what it shows still names a concept.
      const called = [nameOf(path), label].map((name) => vault.conceptsCalled(name).filter((note) => isOther(note) && !namesakes.includes(note))).find(({ length }) => length > 0) ?? [];
      const [concept] = called;
      const remedy = nearest !== undefined ? `A note of that name lies at “${nearest}”: link to it there.` : concept === undefined ? "Create the note, or mend the link." : `“${concept}” is called so: is it meant?`;
      // Every folder has its index; that one of them is the only one says little.
      const isSure = namesakes.length === 1 && called.length === 0 && nearest !== undefined && !isLeftOut(nearest, vault.config.concepts.exclude);
      const notes = [...namesakes, ...called].slice(0, 3);
      const fixes = notes.length > 0 ? notes.flatMap((note) => mend(entry.path, link, note, isSure, vault)) : create(entry, link, stated.get(from), vault);
      return { from, to, message: `The link leads to “${path}”, where no note lies. ${remedy}`, fixes };
    });
  },
);

/** Leads a link to another note; what it shows stays as it is. */
function mend(source: string, { path, target, label }: NoteLink, note: string, isSure: boolean, { habits }: VaultView): Fix[] {
  if (!path) return [];
  const to = habits.pathTo(note, source);
  const alias = label === nameOf(target.path) && nameOf(note) !== label && target.fragment === "" ? `|${label}` : "";
  const insert = path.form === "wiki" ? to + alias : path.form === "plain" ? `${to}.md` : destination(to, path.spaces === "angle" ? { spaces: "percent" } : habits.style);
  return [{ title: `Link to “${note}”`, kind: isSure ? "safe" : "choice", edits: [{ from: path.from, to: path.to, insert }] }];
}

function create(entry: Entry, { target }: NoteLink, relation: Relation | undefined, vault: VaultView): Fix[] {
  return relation ? createConcept(entry, relation, vault, target.path) : [];
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
