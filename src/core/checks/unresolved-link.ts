import { isTelling } from "../concepts/concept";
import { isLeftOut, nameOf, type NoteLink } from "../concepts/read-concept";
import type { Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import { createConcept, pathFrom } from "../fixes/create-concept";
import { leadLink } from "../fixes/lead-link";
import type { Entry } from "../graph/entry";
import { nameKey, nameKeys } from "../graph/path-index";
import type { Meant } from "../fixes/names-tell";
import type { NoteExamples, NoteRule } from "./note-rule";
import type { VaultView } from "./vault-view";

/** A link that opens no note. */
export const unresolvedLink: NoteRule = {
  about: {
    id: "unresolved-link",
    summary: "A link leads to no note of the vault.",
    rationale: "Whoever follows the link finds an empty note, and the relation it states is missing from the map.",
    severity: "warning",
    about: "notes",
  },
  checker(vault) {
    let folders: ReadonlySet<string> | undefined;
    const isFolder = (path: string) => (folders ??= foldersOf(vault.entries)).has(path);
    return (entry) => {
      const { broken } = entry;
      if (broken.length === 0) return [];
      const stated = new Map(entry.relations.filter(({ kind }) => isTelling(kind)).reverse().map((relation) => [relation.from, relation]));
      const meanings = meantIn(entry, broken, isFolder, vault);
      return broken.flatMap((link, at) => {
        const { target: { path }, from, to } = link;
        const meaning = meanings[at];
        if (!meaning) return [];
        const { remedy, leads } = meaning;
        const relation = stated.get(from);
        const fixes = remedy === undefined && relation ? createConcept(entry, relation, vault, link) : [...leads];
        const where = meaning.isFolder ? `“${path}”, which is a folder` : `“${path}”, where no note lies`;
        return [{ from, to, message: `The link leads to ${where}. ${remedy ?? (fixes.length > 0 ? "Create the note, or mend the link." : "Mend the link, or take it out.")}`, fixes }];
      });
    };
  },
};

/** What the broken links of a note mean, by the names of the vault. */
function meantIn({ path: source, brokenAt }: Entry, broken: readonly NoteLink[], isFolder: (path: string) => boolean, vault: VaultView): readonly Meant[] {
  const { form, path: pathStyle, spaces } = vault.habits.style;
  const style = `${form} ${pathStyle} ${spaces}`;
  const told = vault.told.meant.get(brokenAt);
  if (told?.style === style) return told.links;
  const links = broken.map((link): Meant => {
    const { target: { path } } = link;
    const folder = [pathFrom(source, path), pathFrom(source, `./${path}`)].find(isFolder);
    const { remedy, candidates, isSure } = meant(source, link, folder, vault);
    const leads = candidates.flatMap((note, index): Fix[] => {
      const edit = leadLink(source, link, note, vault.habits);
      const isSafe = isSure && index === 0;
      return edit ? [{ title: `Link to “${note}”`, kind: isSafe ? "safe" : "choice", ...(index === 0 && { shape: shapeOf(isSafe ? "mend-path" : "lead-to-likeliest") }), edits: [edit] }] : [];
    });
    return { isFolder: folder !== undefined, remedy, leads };
  });
  vault.told.meant.set(brokenAt, { style, links });
  return links;
}

/** How many notes are offered. */
const few = 3;

/** The notes that a link may mean, the likeliest first, whether that is sure, and what is said of them; nothing where there are none. */
function meant(source: string, { target, label }: NoteLink, folder: string | undefined, { namesakes, conceptsCalled, entryAt, config: { concepts: { exclude } } }: VaultView): { remedy?: string; candidates: string[]; isSure?: boolean } {
  const { nearest, count, folders } = namesakes(target, source);
  const isOwn = nameKeys(target).includes(nameKey(source));
  const others = nearest.filter(({ path }) => path !== source);
  const [best] = others;
  // Every folder has its index: its name alone tells nothing.
  const isTelling = !isLeftOut(nameOf(target.path), exclude);
  const index = ["index", "README", "readme"].map((name) => `${folder ?? ""}/${name}.md`).find(entryAt);
  // The path may be an alias, or a note that has gone; what it shows still names a concept.
  const called = [nameOf(target.path), label].map((name) => conceptsCalled(name).filter((note) => note !== source && !others.some(({ path }) => path === note))).find(({ length }) => length > 0) ?? [];
  const [concept] = called;
  const candidates = [...(index === undefined ? [] : [index]), ...others.filter(({ shared }) => isTelling || shared > 0).map(({ path }) => path), ...called].slice(0, few);
  if (index !== undefined) return { remedy: `Its first page is “${index}”: is it meant?`, candidates };
  if (best) {
    const more = count - (isOwn ? 2 : 1);
    const isWhole = best.shared === folders && folders > 1 && (best.path.split("/").length - 1 === folders || nearest.filter(({ shared }) => shared === folders).length === 1);
    const isOnly = count === 1 && called.length === 0 && !isLeftOut(best.path, exclude) && (folders === 0 || best.shared > 0);
    const remedy = isWhole ? `“${best.path}” differs in how the path begins alone: link to it there.`
      : more > 0 ? `Notes of that name lie at “${best.path}” and ${more} more ${more === 1 ? "place" : "places"}.`
      : `A note of that name lies at “${best.path}”${isOnly ? ": link to it there." : candidates.length > 0 ? ": is it meant?" : "."}`;
    return { remedy, candidates, isSure: isWhole || isOnly };
  }
  return concept !== undefined ? { remedy: `“${concept}” is called so: is it meant?`, candidates } : isOwn ? { remedy: "Only this note itself is called so.", candidates } : { candidates };
}

/** All folders in which notes lie, at whatever depth. */
function foldersOf(entries: readonly Entry[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of entries) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "The sea going out.\n", "log.md": "We waited for the «[ebb](../old/concepts/ebb.md)».\n" },
      fixed: { "log.md": "We waited for the [ebb](ebb.md).\n" },
    },
    {
      notes: { "notes/ebb.md": "We waited.\n", "log.md": "We waited for the «[[concepts/ebb]]».\n" },
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
    },
    {
      notes: { "a/index.md": "", "b/log.md": "See «[all of it](../a)».\n" },
      fixed: { "b/log.md": "See [all of it](index.md).\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "The sea going out.\n", "log.md": "We waited for the [[ebb]], and for [bread](https://example.org).\n" },
    { "log.md": "The chart is ![[chart.png]], and below is [[#more]].\n\n## More\n" },
  ],
};
