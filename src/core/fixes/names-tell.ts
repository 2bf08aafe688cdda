import type { Fix } from "../diagnostic";
import type { Entry } from "../graph/entry";
import type { LinkStyle } from "./link-style";

/** What is said of a link that opens no note, so far as it hangs on the names of others: nothing in it depends on what they say. */
export interface Meant {
  /** It names a folder. */
  isFolder: boolean;
  remedy: string | undefined;
  leads: readonly Fix[];
}

/**
 * What the paths, the labels and the concepts of a vault tell about its notes, kept from one check to the next: an index makes
 * a new one as soon as one of them changes, which most changes of a text do not.
 */
export interface NamesTell {
  /** The concept notes that answer to a label. */
  called: Map<string, readonly string[]>;
  /** How the links of a note that open one are written. */
  written: WeakMap<Entry, readonly LinkStyle["path"][]>;
  /** By the broken links of a note, which are looked up anew where the note changes, and the style of the vault's links: what each of them means. */
  meant: WeakMap<Entry["brokenAt"], { style: string; links: readonly Meant[] }>;
}

/** Nothing is told yet. */
export function namesTell(): NamesTell {
  return { called: new Map(), written: new WeakMap(), meant: new WeakMap() };
}
