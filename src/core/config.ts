import type { Severity } from "./diagnostic";
import type { Phrase } from "./prose/phrase";

/** What a vault has settled; read from `distinguo.yaml` or from the plugin's settings, in the same shape. */
export interface Config {
  /** The id of the convention whose definitions are followed, such as `two-axes`. */
  convention: string;
  /** Folder or note (a path from the vault's root) to the id of another convention; the deepest one holds. */
  conventions: Readonly<Record<string, string>>;
  /** Rule id to severity, where it differs from the rule's and the convention's own; `off` silences the rule. */
  rules: Readonly<Record<string, Severity | "off">>;
  /** Folders (or single notes) that are left out, as paths from the vault's root. */
  exclude: readonly string[];
  /** What counts as a concept note, and the names that a vault has for its relations. */
  concepts: ConceptConfig;
  /** Which names of concepts are proposed for linking. */
  mentions: MentionConfig;
  /** The user's own words, beside those that the distinctions bring. */
  words: Words;
}

/** Phrases, by what they are about, as `readConfig` gives them: they can be read, and are written as the prose is read. */
type PhrasesBy = Readonly<Record<string, readonly Phrase[]>>;

/** Words of the user's own. */
export interface Words {
  /** By the term's label: what makes a term of art of it, right behind it. */
  "terms-of-art": PhrasesBy;
  /** By the id of the axis that they speak for. */
  evidence: PhrasesBy;
  /** By the name of the list in `cueLists`. */
  cues: PhrasesBy;
  /** Plain texts: what is found in one of them is not reported. */
  exceptions: readonly string[];
}

/** How many of the mentions of concepts are proposed for linking: those of names that writers mostly link, of names that are no common words, or all. */
export const mentionAmounts = ["few", "some", "all"] as const;

/** Which names of concepts are proposed for linking where they stand unlinked. */
export interface MentionConfig {
  amount: (typeof mentionAmounts)[number];
  /** Labels that are never proposed. */
  exclude: readonly string[];
}

/** What counts as a concept note, and what such notes name their relations by. */
export interface ConceptConfig {
  /** Folders: a path from the root, or a bare name that matches a folder of that name anywhere. */
  folders: readonly string[];
  /** Values of the property `type`. */
  types: readonly string[];
  /** Tags, without `#`. */
  tags: readonly string[];
  /** Basenames, or folders ending in `/`, that are never concept notes even so (index pages, templates). */
  exclude: readonly string[];
  /** Headings, beside those that are known, below which related concepts are listed. */
  headings: readonly string[];
  /** Property keys, beside those that are known, by the kind of relation that they state. */
  properties: Readonly<Record<"related" | "broader" | "narrower", readonly string[]>>;
}

/** The config of a vault that has settled nothing. */
export const defaultConfig: Config = {
  convention: "two-axes",
  conventions: {},
  rules: {},
  exclude: [],
  concepts: {
    folders: ["concepts"],
    types: ["concept"],
    tags: ["concept"],
    exclude: ["index", "readme", "templates/", "archive/"],
    headings: [],
    properties: { related: [], broader: [], narrower: [] },
  },
  mentions: { amount: "some", exclude: [] },
  words: { "terms-of-art": {}, evidence: {}, cues: {}, exceptions: [] },
};

/** Whether a note or folder (a path from the vault's root) is one of those that a config leaves out, or lies in one; a note may be named without `.md`. */
export function isExcluded(path: string, { exclude }: Config): boolean {
  return exclude.some((entry) => isIn(path, bare(entry)));
}

/** The ids of the conventions that a config names for a note, the nearest first: those for it and its folders, each with its entry, and the vault's. */
export function conventionsAt(path: string, { convention, conventions }: Config): { id: string; entry?: string }[] {
  const named = Object.entries(conventions).map(([entry, id]) => ({ entry: bare(entry), id }));
  const around = named.filter(({ entry }) => isIn(path, entry)).sort((a, b) => b.entry.length - a.entry.length);
  return [...around, { id: convention }];
}

/** A path without slashes at its ends. */
function bare(path: string): string {
  return path.replace(/^(?:\.?\/)+|\/+$/g, "");
}

function isIn(path: string, folder: string): boolean {
  return folder !== "" && (path === folder || path === `${folder}.md` || path.startsWith(`${folder}/`));
}
