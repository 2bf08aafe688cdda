/** Words in -s that are no plurals, or whose singular is another word: the commons are not what is common. */
const noPlural = new Set(["always", "arms", "civics", "commons", "customs", "ethics", "goods", "means", "news", "optics", "perhaps", "physics", "rights", "savings", "series", "species", "terms", "thanks"]);

const irregular = new Map([["child", "children"], ["criterion", "criteria"], ["datum", "data"], ["medium", "media"], ["phenomenon", "phenomena"]]);
const singulars = new Map([...irregular].map(([one, many]) => [many, one]));

/** What is left of nouns whose verb is said of anything: most of what is "associated" has no association. */
const farFromVerb = new Set(["associat", "civiliz", "generat", "organiz", "populat", "realiz"]);

/**
 * The forms in which a text may write the last word of a label, the word itself first. The word is folded; see `wordsOf`.
 * Spellings are left to `spellingsOf`.
 *
 * Number, both ways, by the regular endings of English and a few others. And where a word in the singular ends in -ation
 * behind five letters or more, the verb that it is made of: "federation" is also "federated", "tokenization" also
 * "tokenizing", and back. Not taken: -ed and -ing of other words, since to "meet" is no "meeting" and what is "stated" has
 * no "state"; -ate, which is an adjective as often ("appropriate"); adjectives that no ending tells ("autonomous"); verbs of
 * a plural, since that names things. Who wants one of these gives it as an alias.
 */
export function formsOf(word: string): string[] {
  if (!/^\p{Script=Latin}{3,}$/u.test(word)) return [word];
  const one = singularOf(word);
  return [...new Set([word, one, pluralOf(one), ...(word === one ? verbal(word) : [])])];
}

/** A folded word as it stands and, where English has two, in its other spelling: -ize and -ise, -or and -our, -ter and -tre. */
export function spellingsOf(word: string): string[] {
  const other = word
    .replace(/^([a-z]{3,}[iy])([sz])(e[ds]?|ers?|ing|ations?|ational)$/, (_, stem: string, middle: string, ending: string) => stem + (middle === "s" ? "z" : "s") + ending)
    .replace(/^([a-z]{3,}o)(u?)r(s|al|ed|ing|ful)?$/, (_, stem: string, middle: string, ending = "") => `${stem}${middle === "" ? "u" : ""}r${ending}`)
    .replace(/^([a-z]{3,}t)(er|re)(s?)$/, (_, stem: string, middle: string, ending: string) => stem + (middle === "er" ? "re" : "er") + ending);
  return other === word ? [word] : [word, other];
}

function verbal(word: string): string[] {
  const found = /^(\p{L}{5,}at)(?:ed|ing|ion)$|^(\p{L}{5,}i[sz])(?:e|ed|es|ing|ation)$/u.exec(word);
  const [stem = "", endings] = found?.[1] === undefined ? [found?.[2], ["e", "ed", "es", "ing", "ation", "ations"]] : [found[1], ["ed", "ing", "ion", "ions"]];
  return stem === "" || farFromVerb.has(stem.replace(/is$/, "iz")) ? [] : endings.map((ending) => stem + ending);
}

function singularOf(word: string): string {
  const known = singulars.get(word);
  if (known !== undefined) return known;
  if (word.length < 4 || !word.endsWith("s") || isNoPlural(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

function pluralOf(word: string): string {
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (isNoPlural(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:sis|axis)$/.test(word)) return `${word.slice(0, -2)}es`;
  return /(?:s|x|z|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`;
}

function isNoPlural(word: string): boolean {
  return noPlural.has(word) || /\p{L}{5}ics$/u.test(word);
}
