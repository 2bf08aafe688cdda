import type { ListRoom } from "../concepts/list-room";
import { foldLabel } from "../concepts/label";
import { nameOf } from "../concepts/read-concept";
import { isRelatedHeading } from "../concepts/related";
import type { Entry } from "../graph/entry";
import type { NewNote } from "../diagnostic";
import { mostCommon } from "./most-common";

/** What most of a vault's concept notes have in common. */
export interface ConceptPattern {
  /** The folder that most of them lie in, with a slash at its end. */
  folder: string;
  /** Their file names are small letters with this between the words; null where they are the titles themselves. */
  joint: string | null;
  properties: readonly (readonly [key: string, value: string])[];
  /** Their headings with marks; `{}` stands for the concept's label. */
  headings: readonly string[];
}

const titleKey = /^(?:title|prefLabel)$/i;
/** What a note says of itself alone: labels, links, and what it wants left alone. */
const ownKey = /^(?:alias|altlabel|distinguo)/i;
/** What shows a note to others, and what hides it: a new one is nobody's to read yet. */
const shows = /^(?:dg-?)?(?:publish(?:ed)?|public|shared?)$/i;
const hides = /^(?:draft|private|unlisted)$/i;
/** What a file may not be called on one system or another, and what no link can name. */
const forbidden = /[\\/:*?"<>|#^[\]]+/g;

/** What more than half of some concept notes share. */
export function patternOf(entries: readonly Entry[]): ConceptPattern {
  const half = entries.length / 2;
  const properties = new Map<string, string[]>();
  const headings = new Map<string, number>();
  for (const { concept, reading: { mending: { outline } } } of entries) {
    for (const [key, value] of new Map(outline.properties)) {
      const values = properties.get(key);
      if (values) values.push(value);
      else properties.set(key, [value]);
    }
    const label = concept?.prefLabel ?? "";
    for (const heading of new Set(outline.headings.map((heading) => heading.replaceAll(label, "{}")))) headings.set(heading, (headings.get(heading) ?? 0) + 1);
  }
  const names = entries.map(({ path }) => nameOf(path)).filter((name) => /[\s_-]/.test(name));
  const joint = mostCommon(names.map((name) => (/^[^\p{Lu}\s]+$/u.test(name) ? (/[_-]/.exec(name)?.[0] ?? "") : "")))?.text ?? "";
  return {
    folder: mostCommon(entries.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1)))?.text ?? "",
    joint: joint === "" ? null : joint,
    properties: [...properties].flatMap(([key, values]) => {
      if (values.length <= half) return [];
      const most = mostCommon(values);
      const value = most && most.count > half && !ownKey.test(key) && !/\[\[|\]\(/.test(most.text) ? most.text : "";
      return [[key, shows.test(key) ? " false" : hides.test(key) ? " true" : value] as const];
    }),
    headings: [...headings].flatMap(([heading, count]) => (count > half ? [heading] : [])),
  };
}

/**
 * A new concept note, with gaps in square brackets for the writer.
 * @param given its path without `.md`, or its mere name, where a link gives it already
 * @param related the heading of a list of related concepts
 * @param itemsAt writes the items of that list, by the note's path
 */
export function newConcept({ folder, joint, properties, headings }: ConceptPattern, label: string, given: string | undefined, related: string, itemsAt: (path: string, room: ListRoom) => readonly string[]): NewNote {
  const title = /\s/.test(label) ? label.trim() : label.slice(label.lastIndexOf("/") + 1);
  const name = given === undefined ? fileName(title, joint) : given.split("/").map(allowed).join("/");
  const path = `${name.includes("/") ? "" : folder}${name}.md`;
  const isNamed = foldLabel(nameOf(path)) === foldLabel(title);
  const known = properties.some(([key]) => titleKey.test(key)) || isNamed ? properties : [["title", ""] as const, ...properties];
  const lines = known.map(([key, value]) => `${key}:${titleKey.test(key) ? ` ${quoted(title)}` : value}\n`);
  const body = headings.map((heading) => heading.replaceAll("{}", title));
  const opening = body.filter((heading) => heading === `# ${title}`);
  const sections = body.filter((heading) => !opening.includes(heading) && !isRelatedHeading(heading.replace(/^#+ /, "")));
  const room: ListRoom = { at: 0, before: "", after: "", heading: "", shape: null };
  const items = itemsAt(path, room);
  const list = items.length > 0 ? [related, items.join("\n")] : [];
  const text = [...opening, `[What “${title}” is, in one sentence.]`, ...sections, ...list].join("\n\n");
  return { path, text: `${lines.length > 0 ? `---\n${lines.join("")}---\n\n` : ""}${text}\n` };
}

function fileName(title: string, joint: string | null): string {
  const name = allowed(title);
  return joint === null ? name : name.toLowerCase().replaceAll(" ", joint);
}

/** A name as a file, or a folder, may have it on every system: no dot at either end, either. */
function allowed(name: string): string {
  return name.replace(forbidden, " ").replace(/\s+/g, " ").replace(/^[\s.]+|[\s.]+$/g, "") || "Untitled";
}

/** A text as YAML reads it as one. */
function quoted(text: string): string {
  return /^\p{L}[\p{L}\p{N} _-]*$/u.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
