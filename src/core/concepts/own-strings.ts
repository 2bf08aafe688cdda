/** Engines copy a shorter slice of a text anyway; a longer one, and a text that is joined of such, holds on to the whole. */
const longestCopied = 12;

/**
 * Gives all strings in a value characters of their own, so that keeping them doesn't keep the text that they were cut out of.
 * Arrays and plain objects are changed in place, which changes nothing that can be seen; a map comes back as a new one.
 */
export function ownStrings<Value>(value: Value): Value {
  return own(value) as Value;
}

function own(value: unknown): unknown {
  // What is joined and then cut is written out in between.
  if (typeof value === "string") return value.length > longestCopied ? ` ${value}`.slice(1) : value;
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Map) return new Map([...value].map((pair) => pair.map(own) as [unknown, unknown]));
  const parts = value as Record<string, unknown>;
  for (const key in parts) {
    const part = parts[key];
    if (typeof part === "string" ? part.length > longestCopied : typeof part === "object") parts[key] = own(part);
  }
  return value;
}
