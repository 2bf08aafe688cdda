/**
 * A text without what no text file should hold and XML 1.0 cannot: control characters and half surrogate pairs become
 * U+FFFD, so that two words do not become one.
 */
export function writable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

/** A writable text on one line, without white space at its ends. */
export function onOneLine(text: string): string {
  return writable(text).replace(/\s+/g, " ").trim();
}
