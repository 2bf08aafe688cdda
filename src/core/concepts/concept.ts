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

/** What a relation is: an entry of a list of related concepts, a side of "X vs. Y", a link in the text, or a tag. */
export type RelationKind = "related" | "contrast" | "mention" | "tag";

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
}
