import type { Concept } from "../concepts/concept";
import type { Config } from "../config";
import type { Diagnostic } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import type { Habits } from "../fixes/habits";
import type { NoteSource } from "../markdown/note-source";
import { suppress } from "../suppressions";
import { readSuppressions } from "../suppressions/directive";
import type { Mention } from "./mention";

/** The id of the rule that mentions are reported by. */
export const unlinkedMention = "unlinked-mention";

/** How the mentions are reported. */
export interface MentionManner {
  /** The concept of a note. */
  concept: (path: string) => Concept | undefined;
  /** Writes links as the vault does. */
  link: (...args: Parameters<Habits["link"]>) => ReturnType<Habits["link"]>;
  config: Config;
}

/** The mentions of a note as diagnostics, each with the fix that links it, suppressions applied. */
export function mentionDiagnostics(note: NoteSource, mentions: readonly Mention[], { concept, link, config }: MentionManner): Diagnostic[] {
  const found = mentions.map(({ target, from, to, isInTable }): Diagnostic => {
    const text = note.source.slice(from, to).replace(/\s+/g, " ");
    const written = link(target, text, note.path);
    // The bar of a wiki link would end the cell.
    const isSafe = !isInTable || !written.insert.includes("|");
    return {
      rule: unlinkedMention,
      severity: "hint",
      from,
      to,
      message: `“${text}” names the concept “${concept(target)?.prefLabel ?? text}” (${target}). Link it, so that it can be followed.`,
      question: "",
      evidence: [],
      fixes: isSafe ? [{ title: `Link “${text}”`, kind: "safe", shape: shapeOf("link-mention"), edits: [{ from, to, ...written }] }] : [],
    };
  });
  return suppress(readSuppressions(note), config, found, { run: [unlinkedMention], others: [], isDefault: false });
}
