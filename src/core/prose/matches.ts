/**
 * All matches of a global expression. Most expressions match nothing in most sentences, and a search that fails costs
 * far less than the copy of the expression that `matchAll` makes.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) === -1 ? none : [...text.matchAll(pattern)];
}

const none: readonly RegExpExecArray[] = [];
