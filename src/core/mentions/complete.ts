import type { Concept } from "../concepts/concept";
import { isAcronym } from "../concepts/label";
import { labelTree, mostLabels, type LabelEnd, type LabelNode } from "./label-tree";
import { gap } from "./matches";
import { isOfWord, wordsOf, type Word } from "./words";

/** A label that a writer may be about to write. */
export interface Completion {
  /** Path of the concept's note. */
  target: string;
  /** As the concept's note gives it. */
  label: string;
  /** Where in what was typed the label begins, in UTF-16 units. */
  from: number;
  /** The label as it would go on from what was typed, small and large letters included. */
  shown: string;
}

/** Who is asked, and what is known of the note that is being written. */
export interface CompletionWish {
  /** Path of the note; its own concept is not offered. */
  path: string;
  /** Concepts that the note links already: they come last. */
  linked: ReadonlySet<string>;
  /** How many are wanted at most. */
  limit: number;
}

/** Letters of a label that are to be typed before it is offered. */
const fewestLetters = 3;

/** Words that texts are held together by: who types one of them has not begun the label of "The post" yet. */
const small = new Set(
  "the and for but nor yet not are was were has had have this that these those with from they them their there then than what when where which who whom whose how why all any its his her our you your can may more most some such will would should could into over also only very each both because".split(" "),
);

/** A label has no more words. */
const mostWords = 12;

/**
 * Makes what completes the labels of concepts. The labels are filed once. For each concept the best label is offered; the
 * longest beginning first, then what is typed in full, a title before an alias, the shorter label.
 * Its time is that of one look at all first words of labels.
 */
export function createCompleter(concepts: readonly Concept[]): (typed: string, wish: CompletionWish) => Completion[] {
  const { root, signs } = labelTree(concepts);
  return (typed, { path, linked, limit }) => {
    const words = wordsOf([{ from: 0, text: typed }], signs);
    if (words.at(-1)?.to !== typed.length) return [];
    const found = new Map<string, Completion & { order: number[] }>();
    for (let start = Math.max(0, words.length - mostWords); start < words.length; start += 1) {
      const from = words[start]?.from ?? 0;
      const written = typed.slice(from);
      if (isTied(typed, from) || (written.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) continue;
      if (start === words.length - 1 && small.has(words[start]?.fold ?? "") && written !== written.toUpperCase()) continue;
      for (const { end, isWhole } of endsBehind(root, words.slice(start), typed)) {
        const { target, label, rank, letters } = end;
        if (target === path || (letters !== null && !label.startsWith(written.slice(0, label.length)))) continue;
        const shown = isWhole ? written : completed(written, label);
        if (shown === null) continue;
        const order = [Number(linked.has(target)), from, Number(!isWhole), rank % mostLabels, label.length];
        const before = found.get(target);
        if (!before || compare(order, before.order) < 0) found.set(target, { target, label, from, shown, order });
      }
    }
    return [...found.values()]
      .sort((a, b) => compare(a.order, b.order) || (a.target < b.target ? -1 : 1))
      .slice(0, limit)
      .map(({ target, label, from, shown }) => ({ target, label, from, shown }));
  };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing === -1 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** Whether a word is only the end of another: "self-governance", `node.js`. */
function isTied(typed: string, from: number): boolean {
  return /[-\u2010\u2011_.@#\\]/.test(typed.charAt(from - 1)) && isOfWord(typed.charAt(from - 2));
}

/** The labels that begin with some words, the last of them perhaps not written to its end. */
function endsBehind(root: LabelNode, words: readonly Word[], typed: string): { end: LabelEnd; isWhole: boolean }[] {
  let node: LabelNode | undefined = root;
  for (const [index, { fold, to }] of words.entries()) {
    const next: Word | undefined = words[index + 1];
    if (!node) return [];
    if (next) {
      node = gap.test(typed.slice(to, next.from)) ? node.next.get(fold) : undefined;
      continue;
    }
    const whole = node.next.get(fold)?.ends.map((end) => ({ end, isWhole: true })) ?? [];
    const below = new Set<LabelNode>();
    for (const [word, child] of node.next) if (word.startsWith(fold)) gather(child, below);
    return [...whole, ...[...below].flatMap(({ ends }) => ends.map((end) => ({ end, isWhole: false })))];
  }
  return [];
}

function gather(node: LabelNode, into: Set<LabelNode>): void {
  if (into.has(node)) return;
  into.add(node);
  for (const child of node.next.values()) gather(child, into);
}

/** A label that goes on from its beginning as it was written; null where it doesn't begin so. */
function completed(written: string, label: string): string | null {
  if (written.length > label.length) return null;
  for (let at = 0; at < written.length; at += 1) {
    const [one, other] = [written.charAt(at), label.charAt(at)];
    if (one.toLowerCase() !== other.toLowerCase() && !(isGap(one) && isGap(other))) return null;
  }
  // Who begins a name in small letters goes on so.
  const isSmall = written.charAt(0) !== label.charAt(0) && written.charAt(0).toLowerCase() === written.charAt(0);
  const rest = label.slice(written.length);
  if (!isSmall) return written + rest;
  return written + label.replace(/[^\s_-]+/g, (word) => (isAcronym(word) ? word : word.charAt(0).toLowerCase() + word.slice(1))).slice(written.length);
}

function isGap(character: string): boolean {
  return /[\s_\-\u2010-\u2015]/.test(character);
}
