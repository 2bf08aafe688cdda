import type { Edit } from "../diagnostic";
import type { Range } from "../range";
import type { Suppressions } from "./directive";
import type { NoteList } from "./note-list";

/** One thing that a note says is not to be reported: an entry of a property, or a comment at `[from, to)`. */
export interface IgnoredEntry extends Range {
  written: NoteList | "comment";
  /** The phrase; or the rules, none for all. */
  text: string;
  /** What a comment gives as its reason; empty where there is none. */
  reason: string;
  /** Takes a comment out; null for an entry of a property, which only a parser takes out for sure. */
  removal: Edit | null;
}

/** All that one note says is not to be reported. */
export interface Ignored {
  path: string;
  entries: IgnoredEntry[];
}

/** What a note's suppressions say, as a list for people. */
export function ignoredIn({ isOff, exceptions, list }: Suppressions): IgnoredEntry[] {
  const whole: IgnoredEntry = { written: "distinguo", text: "false", reason: "", from: 0, to: 0, removal: null };
  return [
    ...(isOff ? [whole] : []),
    ...exceptions.map(({ text, from, to }): IgnoredEntry => ({ written: "distinguo-exceptions", text, reason: "", from, to, removal: null })),
    ...list.filter(({ flaw }) => flaw === undefined).map(({ rules, from, to, written, reason, removal }): IgnoredEntry => {
      const text = rules.map(({ id }) => id).join(", ");
      return written === "comment" ? { written, text, reason, from, to, removal } : { written: "distinguo-ignore", text, reason, from, to, removal: null };
    }),
  ];
}
