import type { Concept } from "../concepts/concept";
import type { NoteSource } from "../markdown/note-source";
import { labelTree } from "./label-tree";
import { linkableBlocks } from "./linkable";
import { matches } from "./matches";
import type { Mention } from "./mention";
import { wordsOf } from "./words";

/** Finds in notes the names of a vault's concepts that stand in the prose unlinked. */
export interface MentionFinder {
  /**
   * All mentions in a note, in document order, not overlapping, the longest name first ("data commons" before "commons").
   * A note's own concept is none. Never throws; its time is linear in the note's length, whatever the number of concepts.
   * @param isWanted which names count; where none of these stands, nothing is parsed
   */
  mentionsIn(note: NoteSource, isWanted?: (name: Pick<Mention, "target" | "label">) => boolean): Mention[];
}

/** Makes a finder of all concepts of a vault, whose labels it files once. */
export function createMentionFinder(concepts: readonly Concept[]): MentionFinder {
  const tree = labelTree(concepts);
  return {
    mentionsIn(note, isWanted = () => true) {
      return linkableBlocks(note).flatMap(({ kind, lines, readLinkable }) => {
        const found = matches(tree, wordsOf(lines, tree.signs), note.source).filter(({ end }) => end.target !== note.path && isWanted(end));
        if (found.length === 0) return [];
        const isLinkable = readLinkable();
        return found.flatMap(({ from, to, end: { target, label } }) => (isLinkable({ from, to }) ? [{ target, label, from, to, isInTable: kind === "cell" }] : []));
      });
    },
  };
}
