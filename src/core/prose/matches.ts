/** All matches of a global expression: what `matchAll` gives, without the copy of the expression that it makes and compiles. The expression may not match nothing at all. */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  if (!first) return none;
  const found = [first];
  for (let next = pattern.exec(text); next; next = pattern.exec(text)) found.push(next);
  return found;
}

const none: readonly RegExpExecArray[] = [];
