/**
 * What the parser takes for text and a reader does not: addresses, paths of files, tags, footnote marks, citation keys, block ids,
 * template fields, entities, the backslash of an escape, and the marks of highlights and strike-through.
 */
const noise = [
  /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>]+/gi,
  /\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/g,
  /\b[\w-][\w.-]{0,80}(?:\/[\w-][\w.-]{0,80}){1,20}\.[a-z][a-z\d]{0,4}\b/g,
  /(?:^|[\s(])#[\p{L}\d_/-]+/gu,
  /\[(?=[^[\]\n]{1,300}\]\[)/g,
  /\]\[[^\]\n]{0,200}\]/g,
  /\[\^[^\]\s]{1,80}\]/g,
  /\[-?@[^\]\n]{1,200}\]|(?:^|[\s(])@[\p{L}\d_:.#$%&+?<>~/-]+/gu,
  /(?:^|\s)\^[\da-z-]{1,40}\s*$/gi,
  /\{\{[^{}\n]{0,200}\}\}/g,
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi,
  /\\(?=[!-/:-@[-`{-~])/g,
  /==|~~/g,
];

/** The same text with all of that blanked; as long as before. */
export function blankNoise(text: string): string {
  let result = text;
  if (!/[@#^&\\={~:[/]|www/.test(text)) return text;
  for (const pattern of noise) result = result.replace(pattern, (found) => " ".repeat(found.length));
  return result;
}
