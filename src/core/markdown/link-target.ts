/** Where a link points: a note's path as written there (decoded, without heading or block), and the part after `#`. */
export interface LinkTarget {
  /** Empty where the link stays in its note. */
  path: string;
  fragment: string;
}

const scheme = /^(?:[a-z][a-z0-9+.-]+:|[a-z]:[\\/]|\/\/|www\.)/i;
const attachment = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|tiff?|ico|pdf|mp[34]|m4a|wav|ogg|oga|flac|3gp|mp4|webm|ogv|mov|mkv|canvas|base|csv|tsv|json|ya?ml|toml|txt|html?|css|js|ts|py|sh|zip|docx?|xlsx?|pptx?|excalidraw|bib|epub|xml)$/i;

/** Stands for a space inside a link target that CommonMark would not read; see `prepare`. */
export const heldSpace = "\uE000";

/**
 * Whether a path has the ending of a file that is no note. It may lead to a note all the same: `[[Node.js]]` to `Node.js.md`,
 * `[[map.excalidraw]]` to `map.excalidraw.md`. So this counts only where no note answers.
 */
export function namesFile(path: string): boolean {
  return attachment.test(path);
}

/** The target of a wiki link as written between the brackets, without the alias. */
export function wikiTarget(written: string): LinkTarget {
  const { path, fragment } = splitTarget(written.replace(/\\$/, ""));
  return { path: path.trim(), fragment: fragment.trim() };
}

/** Whether a link's target is a URL, a mail address, or a path that begins with a drive. */
export function isExternal(written: string): boolean {
  return scheme.test(written);
}

/** Whether what is written as a picture (`![x](tide.md#ebb)`) embeds a note. */
export function isNoteEmbed(written: string): boolean {
  return /\.md(?:#|$)/i.test(written) && !isExternal(written);
}

/** The target of a Markdown link as written between the parentheses (its title taken off). Null for URLs, and for Logseq's blocks: `((id))`. */
export function markdownTarget(written: string): LinkTarget | null {
  const bare = written.trim().replaceAll(heldSpace, " ");
  if (scheme.test(bare) || bare.startsWith("((")) return null;
  const { path, fragment } = splitTarget(bare);
  return { path: decode(path), fragment: decode(fragment) };
}

/** `%20` and its kin decoded; the text as it stands where it is not well-formed. */
export function decode(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A target cut at its first `#`. Names may end in a space, as those of some exporters do. */
export function splitTarget(target: string): LinkTarget {
  const hash = target.indexOf("#");
  return hash === -1 ? { path: target, fragment: "" } : { path: target.slice(0, hash), fragment: target.slice(hash + 1) };
}
