import type { Concept } from "../concepts/concept";
import { isAcronym } from "../concepts/label";
import { bracketOf, nameOf } from "../concepts/read-concept";
import { formsOf, spellingsOf } from "./inflections";
import { signsOf, wordsOf } from "./words";

/** A label that ends at a node of the tree. */
export interface LabelEnd {
  target: string;
  label: string;
  /** For an acronym its letters as they must stand, without the -s of its plural; else null. */
  letters: string | null;
  /** What settles which concept is meant where several answer: the lower goes first. */
  rank: number;
}

/** The labels of a vault word by word: what may follow, and the labels that end here, the best first. */
export interface LabelNode {
  next: Map<string, LabelNode>;
  ends: LabelEnd[];
}

/** The labels of concepts, for finding them in texts. */
export interface LabelTree {
  root: LabelNode;
  /** The signs that count as words; see `wordsOf`. */
  signs: ReadonlySet<string>;
}

/** A label of more words is no name that a text would bear; and a text is read in linear time. */
const mostWords = 12;

/** Ranks from here on are those of inflected labels. */
export const mostLabels = 1_000_000;

/** Files the labels of concepts (title, aliases, the note's name) by their words. The last word is filed in all its forms. */
export function labelTree(concepts: readonly Concept[]): LabelTree {
  const root: LabelNode = { next: new Map(), ends: [] };
  const labels = concepts.flatMap((concept) => labelsOf(concept).map((label, rank) => ({ label, rank, target: concept.path })));
  const signs = new Set(labels.flatMap(({ label }) => signsOf(label)));
  for (const { label, rank, target } of labels) {
    const words = wordsOf([{ from: 0, text: label }], signs).map(({ fold }) => fold);
    const last = words.pop();
    if (last === undefined || !isName(label) || words.length >= mostWords) continue;
    let node = root;
    for (const word of words) node = child(node, word);
    const letters = isAcronym(label) ? singularLetters(label) : null;
    const forms = letters === null ? formsOf(last) : [last.replace(/s$/, ""), `${last.replace(/s$/, "")}s`];
    const asWritten = child(node, last);
    for (const end of new Set(forms.map((form) => child(node, form)))) end.ends.push({ target, label, letters, rank: end === asWritten ? rank : rank + mostLabels });
  }
  sortEnds(root);
  return { root, signs };
}

/** An acronym without the -s of its plural. */
export function singularLetters(label: string): string {
  return label.replace(/s$/, "");
}

/** The labels of a concept, the one that counts most first. What stands in brackets at the end of a title is an alias, so that the rest is one too. */
function labelsOf({ path, prefLabel, altLabels }: Concept): string[] {
  const short = bracketOf(prefLabel).length > 0 ? [prefLabel.slice(0, prefLabel.lastIndexOf("("))] : [];
  return [...new Set([prefLabel, ...short, ...altLabels, nameOf(path)].map((label) => label.trim()))];
}

/** Whether a label can be found in a text: it has a letter, and is more than one character. */
function isName(label: string): boolean {
  return /\p{L}/u.test(label) && [...label].length > 1;
}

/** The node behind a word, which is the same for both its spellings. */
function child({ next }: LabelNode, word: string): LabelNode {
  const found = next.get(word) ?? { next: new Map(), ends: [] };
  for (const spelling of spellingsOf(word)) next.set(spelling, found);
  return found;
}

function sortEnds({ next, ends }: LabelNode): void {
  ends.sort((a, b) => a.rank - b.rank || a.target.length - b.target.length || (a.target < b.target ? -1 : a.target > b.target ? 1 : 0));
  for (const node of next.values()) sortEnds(node);
}
