import { blank } from "./visible";
import { closingParen } from "./plain-text";
import { heldSpace } from "./link-target";
import { tame } from "./tame";

const titled = /^\S+\s+(?:"[^"]*"|'[^']*'|\([^()]*\))$/;
const math = /\$(?=[^\s$])[^$\n]*[^\s$\\]\$(?!\d)/g;

/**
 * A piece of visible text made fit for the parser, as long as before: the `!` of an embed blanked (the wiki link stays),
 * inline math blanked, what would take the parser too long taken out, and spaces inside link targets, which CommonMark does not read and people write, held by a stand-in.
 */
export function prepare(text: string): string {
  let result = text.includes("![[") ? text.replaceAll("![[", " [[") : text;
  if (result.includes("$")) result = result.replace(math, (found) => (found.includes("[") ? blank(found) : found));
  return holdSpaces(tame(result));
}

/** The text with the spaces inside link targets held, which CommonMark does not read and people write. */
export function holdSpaces(text: string): string {
  let at = text.indexOf("](");
  if (at === -1) return text;
  const pieces: string[] = [];
  let done = 0;
  while (at !== -1) {
    const from = at + 2;
    const close = closingParen(text, at + 1);
    if (close !== -1) {
      const target = text.slice(from, close);
      if (isSpaced(target)) {
        const start = from + target.length - target.trimStart().length;
        const trimmed = target.trim();
        pieces.push(text.slice(done, start), trimmed.replace(/\s/g, heldSpace));
        done = start + trimmed.length;
      }
    }
    at = text.indexOf("](", from);
  }
  pieces.push(text.slice(done));
  return pieces.join("");
}

/** Whether a link's target holds spaces and still names a note. */
function isSpaced(target: string): boolean {
  const trimmed = target.trim();
  if (!/\s/.test(trimmed) || trimmed.startsWith("<") || titled.test(trimmed)) return false;
  return /\.md(?:#.*)?$/i.test(trimmed);
}
