/** Where the line that holds an offset begins. */
export function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line that holds an offset ends, its line break left out. */
export function lineEnd(source: string, offset: number): number {
  const at = source.indexOf("\n", offset);
  const end = at === -1 ? source.length : at;
  return end > offset && source[end - 1] === "\r" ? end - 1 : end;
}
