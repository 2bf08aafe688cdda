import type { NamesTell } from "./names-tell";
import { nameOf } from "../concepts/read-concept";
import type { Entry } from "../graph/entry";
import { mostCommon } from "./most-common";

/** How a vault writes its links. */
export interface LinkStyle {
  form: "wiki" | "markdown";
  /** The shortest path that leads there, the path from the note's own folder, or the path from the root. */
  path: "shortest" | "relative" | "absolute";
  /** How a Markdown link holds spaces: as `%20`, or between angle brackets. */
  spaces: "percent" | "angle";
}

/** The note that a path opens from another note; null where it opens none. */
export type Open = (path: string, source: string) => string | null;

const pathStyles: readonly LinkStyle["path"][] = ["shortest", "relative", "absolute"];

/** How many notes are looked at: enough to tell a habit, and no more in a large vault than in a small one. */
const sample = 500;

/** The style that most links of some notes follow; Obsidian's own where there are none. */
export function linkStyleOf(entries: readonly Entry[], open: Open, told?: NamesTell): LinkStyle {
  const step = Math.ceil(entries.length / sample);
  const looked = entries.filter((_, index) => index % step === 0);
  const links = looked.flatMap(({ reading }) => reading.links);
  const paths = looked.flatMap((entry) => {
    const written = told?.written.get(entry) ?? writtenIn(entry, open);
    told?.written.set(entry, written);
    return written;
  });
  // What stands first is Obsidian's own, where nothing tells.
  return {
    form: mostCommon(["wiki", "markdown", ...links.flatMap(({ path }) => (path && path.form !== "plain" ? [path.form] : []))])?.text ?? "wiki",
    path: mostCommon([...pathStyles, ...paths])?.text ?? "shortest",
    spaces: mostCommon(["percent", "angle", ...links.flatMap(({ path }) => (path?.spaces && path.spaces !== "bare" ? [path.spaces] : []))])?.text ?? "percent",
  };
}

/** The ways in which the links of a note that open one may be meant. */
function writtenIn({ path: source, reading: { links } }: Entry, open: Open): LinkStyle["path"][] {
  return links.flatMap(({ target }) => {
    const note = open(target.path, source);
    const written = target.path.replace(/\.md$/i, "");
    return note === null ? [] : pathStyles.filter((path) => pathBy(path, note, source) === written);
  });
}

/** The path to a note, without `.md`, as a link in `source` gives it: in the vault's style, so far as that leads there. */
export function pathTo(note: string, source: string, style: LinkStyle, open: Open): string {
  const whole = pathBy("absolute", note, source);
  if (style.path === "absolute") return whole;
  const inStyle = pathBy(style.path, note, source);
  // A note that is yet to be created opens from nowhere.
  const there = open(whole, source);
  return [inStyle, style.path === "relative" ? `./${inStyle}` : whole].find((path) => open(path, source) === there) ?? whole;
}

/** A link to a note, as Markdown. */
export function linkTo(path: string, label: string, style: LinkStyle): string {
  // A wiki link has no way to escape these.
  if (style.form === "wiki" && !/[[\]|#^\n]/.test(path + label)) return label === path ? `[[${path}]]` : `[[${path}|${label}]]`;
  return `[${label.replace(/[\\[\]`*_<>]/g, "\\$&")}](${destination(path, style)})`;
}

/** A path as a Markdown link holds it. */
export function destination(path: string, { spaces }: Pick<LinkStyle, "spaces">): string {
  const isAngle = spaces === "angle" && path.includes(" ");
  const written = `${path}.md`.replace(isAngle ? /[%<>?#\\\n&]/g : /[%<>?#\\\s()"&]/g, encode);
  return isAngle ? `<${written}>` : written;
}

function encode(character: string): string {
  return character === "(" || character === ")" ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(character);
}

function pathBy(path: LinkStyle["path"], note: string, source: string): string {
  const whole = note.replace(/\.md$/i, "");
  if (path === "shortest") return nameOf(note);
  return path === "absolute" ? whole : relative(whole, source);
}

function relative(path: string, source: string): string {
  const from = source.split("/").slice(0, -1);
  const to = path.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1;
  return [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
}
