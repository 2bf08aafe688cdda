/**
 * Whether a text is nothing but one gap in square brackets that waits for its writer: "[What it is, in one sentence.]".
 * It says nothing yet. Of a text as it is read: the brackets of a link are gone by then.
 */
export function isGap(text: string): boolean {
  return /^\[[^[\]]*\][.:]?$/.test(text);
}
