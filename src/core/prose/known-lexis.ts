import type { Words } from "../config";
import { cues } from "../distinctions/cues";
import type { Distinction } from "../distinctions/distinction";
import { withWords } from "../distinctions/with-words";
import { lexisOf, type Lexis } from "./lexis";

const known = new WeakMap<Words, Map<Distinction, Lexis>>();

/** A distinction's expressions, the user's own words among them. They are made once for each set of words: making them takes longer than most notes. */
export function lexisWith(words: Words, original: Distinction): Lexis {
  const made = known.get(words) ?? new Map<Distinction, Lexis>();
  known.set(words, made);
  let lexis = made.get(original);
  if (!lexis) {
    const { distinction, cues: allCues } = withWords(original, cues, words);
    lexis = lexisOf(distinction, allCues);
    made.set(original, lexis);
  }
  return lexis;
}
