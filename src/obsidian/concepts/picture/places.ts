import { hashOf } from "../../../core/index";

/** A number from 0 to 1 that a text always gives. */
export function hash(text: string): number {
  let sum = hashOf(text);
  // Texts that differ in their last letter only would be near to each other.
  sum = Math.imul(sum ^ (sum >>> 16), 0x7feb352d);
  sum = Math.imul(sum ^ (sum >>> 15), 0x846ca68b);
  return ((sum ^ (sum >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * Gives each key a place that is free. Every key likes the places in an order of its own, so that it takes the same one among
 * other company, unless one that comes before it likes it, too.
 * @param keys those that come first choose first
 * @param taken grows by what is given away
 * @param likes what is added to how much a key likes a place, which is from 0 to 1
 */
export function givePlaces(keys: readonly string[], places: readonly string[], taken: Set<string>, likes: (key: string, place: string) => number = () => 0): Map<string, string> {
  const given = new Map<string, string>();
  for (const key of keys) {
    let best: string | undefined;
    let most = -Infinity;
    for (const place of places) {
      if (taken.has(place)) continue;
      const liking = hash(`${place}|${key}`) + likes(key, place);
      if (liking > most) [best, most] = [place, liking];
    }
    if (best === undefined) break;
    taken.add(best);
    given.set(key, best);
  }
  return given;
}
