import type { Range } from "../range";
import { singularLetters, type LabelEnd, type LabelNode, type LabelTree } from "./label-tree";
import { isOfWord, type Word } from "./words";

/** A label found in a text. */
export interface Match extends Range {
  end: LabelEnd;
}

/** What may stand between two words of a name: nothing, a hyphen, or space with at most one line break. */
export const gap = /^(?:[-_\u2010-\u2015]|[^\S\n]*\n?[^\S\n]*)$/;

/** What ties a word to the next one so that the two are another word: "self-governance", `node.js`, `#tag`. */
const ties = "-\u2010\u2011_.@#\\";

/**
 * The labels among the words of a text, in order, not overlapping; of two that begin at one word the longer.
 * Linear: each word is looked at no more than a label has words.
 * @param words their offsets are those of `source`
 */
export function matches({ root }: LabelTree, words: readonly Word[], source: string): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < words.length; ) {
    const longest = longestAt(root, words, at, source);
    if (longest) {
      // A word within another name is not that name's word: neither "self-governance" nor "governance" is meant.
      if (!isTied(longest.match, source)) found.push(longest.match);
      at = longest.next;
    } else at += 1;
  }
  return found;
}

function longestAt(root: LabelNode, words: readonly Word[], start: number, source: string): { match: Match; next: number } | null {
  const first = words[start];
  let best: { match: Match; next: number } | null = null;
  let node = first && root.next.get(first.fold);
  let last = first;
  for (let at = start; first && last && node; ) {
    const range = { from: first.from, to: last.to };
    const written = node.ends.length > 0 ? source.slice(range.from, range.to) : "";
    const end = node.ends.find(({ letters }) => letters === null || letters === singularLetters(written));
    at += 1;
    if (end) best = { match: { ...range, end }, next: at };
    const word: Word | undefined = words[at];
    node = word && node.next.size > 0 && gap.test(source.slice(last.to, word.from)) ? node.next.get(word.fold) : undefined;
    last = word;
  }
  return best;
}

function isTied({ from, to }: Range, source: string): boolean {
  const before = characterBefore(source, from);
  const after = characterAt(source, to);
  if (/\p{M}/u.test(after)) return true;
  if (/\p{Script=Hangul}/u.test(before) && /\p{Script=Hangul}/u.test(characterAt(source, from))) return true;
  if (before !== "" && ties.includes(before) && (before === "#" || before === "@" || isOfWord(characterBefore(source, from - 1)))) return true;
  return after !== "" && ties.includes(after) && isOfWord(characterAt(source, to + 1));
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
  const low = at > 1 && /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return text.slice(low ? at - 2 : at - 1, at);
}
