import type { Range } from "../range";

/** Where the path stands in a link as written, without its heading, and how: what it takes to mend the link, and to write others like it. */
export interface LinkPath extends Range {
  form: "wiki" | "markdown" | "plain";
  /** How a Markdown link holds the spaces of its path; absent where it has none. */
  spaces?: "bare" | "angle" | "percent";
}

const wiki = /^!?\[\[\s*([^\]|#\n]*)/;
const destination = /^\s*(?:<([^<>\n]*)>|([^\n]*?))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/;

/** The path of the link at a range of a note's source; undefined for a reference, whose path stands elsewhere. */
export function linkPath(source: string, { from, to }: Range): LinkPath | undefined {
  const text = source.slice(from, to);
  const inWiki = wiki.exec(text);
  if (inWiki?.[1] !== undefined) {
    const start = from + inWiki[0].length - inWiki[1].length;
    return { from: start, to: start + inWiki[1].replace(/[\s\\]+$/, "").length, form: "wiki" };
  }
  const open = text.lastIndexOf("](");
  const inside = open === -1 ? null : destination.exec(text.slice(open + 2, -1));
  const written = inside?.[1] ?? inside?.[2];
  if (inside && written !== undefined) {
    const start = from + open + 2 + inside[0].indexOf(written);
    const path = written.split(/[#?]/, 1)[0] ?? "";
    const spaces = inside[1] === undefined ? (/\s/.test(path) ? "bare" : /%20/.test(path) ? "percent" : undefined) : "angle";
    return { from: start, to: start + path.length, form: "markdown", ...(spaces && { spaces }) };
  }
  const plain = /^[^[\]#]+\.md(?=#|$)/i.exec(text);
  return plain ? { from, to: from + plain[0].length, form: "plain" } : undefined;
}
