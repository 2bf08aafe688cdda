import type { Occurrence, Sentence } from "./sentence";

/** Whether a comparing cue stands before the word, in the same sentence, at most 60 UTF-16 units away. */
export function comparesWith({ plain }: Sentence, { from }: Occurrence, comparison: RegExp): boolean {
  return comparison.test(` ${plain.slice(Math.max(0, from - 60), from)}`);
}

/** Whether two words qualify the same noun: "a distributed exchange", "centralized exchanges". */
export function sharesHead(sentence: Sentence, word: Occurrence, other: Sentence, otherWord: Occurrence): boolean {
  const heads = headsOf(sentence, word);
  if (/^ ones?(?!\w)/.test(other.plain.slice(otherWord.to))) return heads.length > 0;
  return headsOf(other, otherWord).some((head) => heads.includes(head));
}

/** Whether a word is what is said of a subject, and ends its clause: "blockchains are distributed." */
export function isPredicate({ plain }: Sentence, { from, to }: Occurrence): boolean {
  return /(?:\bis|\bare|'s|\bwas|\bwere)(?: (?:\w+ly|more|fully|very|also|still|not|highly|then|thus))? $/.test(plain.slice(Math.max(0, from - 24), from)) && /^(?:$|\s*[,.;:!—]| and | but | while | whereas )/.test(plain.slice(to, to + 10));
}

const smallWords = /^(?:a|an|the|of|on|in|at|to|for|and|or|is|are|was|were|by|with|that|which|it|its|as|has|have|be|can|may|will|not|one|ones|across|over|among|between|from|into|via|through|but|so|because|than|if|when|where)$/;

/** Up to three words behind an adjective, up to the first small word; the plural folded. */
export function headsOf({ plain }: Sentence, { to }: Occurrence): string[] {
  const heads: string[] = [];
  for (const word of /^(?: [a-z-]+){0,3}/.exec(plain.slice(to))?.[0].trim().split(" ") ?? []) {
    if (smallWords.test(word)) break;
    if (word !== "") heads.push(word.replace(/ies$/, "y").replace(/s$/, ""));
  }
  return heads;
}
