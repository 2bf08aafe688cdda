import type { Range } from "../range";

/** One use-domain of a concept: `### Distributed in Economic Systems` under a "Uses of" heading. */
export interface Use {
  domain: string;
  heading: string;
}

/** What a concept note says about its concept, in SKOS terms. */
export interface Concept {
  /** Path of the note in the vault. */
  path: string;
  prefLabel: string;
  /** Aliases without `#`, and the bracket of the title. */
  altLabels: string[];
  /** Tags without `#`. */
  tags: string[];
  /** The italic lead, else the first paragraph, else the property `description`; empty where there is none. Plain text. */
  definition: string;
  uses: Use[];
  /** How many entries stand under "References". */
  references: number;
}

/** All kinds of relations; see `RelationKind`. */
export const relationKinds = ["related", "contrast", "broader", "narrower", "mention", "tag"] as const;

/**
 * What a relation is: an entry of a list of related concepts, a side of "X vs. Y", a wider or a narrower concept named by
 * a property, a link in the text, or a tag.
 */
export type RelationKind = (typeof relationKinds)[number];

/** Whether a relation of a kind says that its two ends belong together; a mention or a tag only says that they meet. */
export function isTelling(kind: RelationKind): boolean {
  return kind !== "mention" && kind !== "tag";
}

/**
 * How the far end of a relation was found. A link: by the path as it stands (from the root), by the path from its own note,
 * by the name or the end of the path, or by the path decoded once more. A label: by a title, by an alias or a note's name, or
 * by either in another number or inflection.
 */
export type Resolution = "path" | "relative" | "name" | "decoded" | "title" | "alias" | "inflected";

/** One relation that a note states. `[from, to)` is where it stands in the source note. */
export interface Relation extends Range {
  kind: RelationKind;
  /** Path of the note that states it. */
  source: string;
  /** Path of the note it reaches; null where nothing in the vault answers to the label. */
  target: string | null;
  label: string;
  /** What the note says about it; plain text, empty where it says nothing. */
  sentence: string;
  written: "link" | "label" | "property";
  /** The heading of the section that it stands in, or the key of its property; empty above the first heading. */
  section: string;
  /** The line of the source note that it begins in, from 1. */
  line: number;
  /** Null where there is no target. */
  found: Resolution | null;
}
