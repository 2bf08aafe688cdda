/** A label as it is compared: `fold` without case and separators, `key` without the plural too. */
export interface FoldedLabel {
  fold: string;
  key: string;
}

const capitals = /^(?=(?:[^\p{Lu}]*\p{Lu}){2})[\p{Lu}\p{N}&./+-]+s?$/u;

/** Whether a label is an acronym, which is compared by case: `IT` is not "it". */
export function isAcronym(label: string): boolean {
  return capitals.test(label);
}

/** A label without case, quotes and separators: `peer-to-peer` and "Peer to Peer" are one. */
export function foldLabel(label: string): string {
  if (/^[A-Za-z\d]+(?: [A-Za-z\d]+)*$/.test(label)) return label.toLowerCase();
  const fold = label
    .normalize("NFC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[\s_\-\u2010-\u2015]+/g, " ")
    .replace(/^[\s"'“”‘’«»#]+/, "");
  let end = fold.length;
  while (end > 0 && " \"'“”‘’«»:".includes(fold.charAt(end - 1))) end -= 1;
  return fold.slice(0, end);
}

/** How a note's own label is filed: an acronym by its letters alone, all else folded. */
export function fileLabel(label: string): FoldedLabel {
  const fold = foldLabel(label);
  return isAcronym(label) ? { fold: label, key: acronymKey(label) } : { fold, key: singular(fold) };
}

/** How a label is looked up, the first way before the next: an acronym by its letters, then folded. */
export function lookUps(label: string): FoldedLabel[] {
  const fold = foldLabel(label);
  const folded = { fold, key: singular(fold) };
  return isAcronym(label) ? [{ fold: label, key: acronymKey(label) }, folded] : fold === "" ? [] : [folded];
}

function acronymKey(label: string): string {
  return `=${label.replace(/s$/, "")}`;
}

/** Plurals that no ending tells. */
const irregular = new Map(
  "analyses analysis,children child,crises crisis,criteria criterion,hypotheses hypothesis,indices index,lives life,matrices matrix,men man,people person,phenomena phenomenon,selves self,theses thesis,women woman"
    .split(",").map((pair): [string, string] => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)]),
);

/**
 * The folded label with its last word in the singular, and in one spelling (`organisation`, `organization`): by the regular
 * endings of English and a table. It need not be a word, so long as all forms of one come out the same. No derivations: what
 * is decentralized is not always a case of decentralization, and who means it so has aliases to say it.
 */
function singular(fold: string): string {
  const start = fold.lastIndexOf(" ") + 1;
  const last = fold.slice(start);
  return (fold.slice(0, start) + (irregular.get(last) ?? regular(last))).replace(/is(?=ations?\b)/g, "iz");
}

function regular(word: string): string {
  if (/.[^aeiou]ies?$/.test(word)) return word.replace(/ies?$/, "y");
  // The -e goes in both numbers, since no ending tells "caches" of a cache from "churches" of a church.
  if (/(?:.(?:ss|us|x|z|ch|sh)|..[^aeiou]o)es?$/.test(word)) return word.replace(/es?$/, "");
  return word.length < 4 || !word.endsWith("s") || /(?:ss|us|is|^news|^means)$/.test(word) ? word : word.slice(0, -1);
}
