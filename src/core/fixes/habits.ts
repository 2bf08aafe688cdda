import type { NamesTell } from "./names-tell";
import type { ItemShape, ListRoom } from "../concepts/list-room";
import type { Edit, LinkDraft } from "../diagnostic";
import type { Entry } from "../graph/entry";
import { linkStyleOf, linkTo, pathTo, type LinkStyle, type Open } from "./link-style";
import { mostCommon } from "./most-common";
import { newConcept, patternOf, type ConceptPattern } from "./new-concept";

/** A relation to be written down, seen from the note that is to state it. */
export interface ItemDraft {
  /** The path of the note that it leads to, and what it is called. */
  path: string;
  label: string;
  /** What is to be finished by the writer; empty where the item says nothing. */
  sentence: string;
}

/** How a vault writes: each is found out when it is first asked for. */
export interface Habits {
  readonly style: LinkStyle;
  /** The path to a note as a link in another gives it, without `.md`. */
  pathTo(note: string, source: string): string;
  /** A link in the vault's style, and what it is made of. */
  link(path: string, label: string, source: string): { insert: string; links: LinkDraft[] };
  /** The edit that adds an item to a note's list of related concepts, as that list, or else the vault, has them. */
  addItem(source: string, room: ListRoom, item: ItemDraft): Edit;
  /**
   * The text and the path of a new concept note, as most of the vault's own are. `path` is where a link wants it; a folder
   * in which no concept note lies counts for nothing. `itemsFor` says what it is related to, by its path.
   */
  newConcept(label: string, path: string | undefined, itemsFor: (path: string) => readonly ItemDraft[]): { path: string; text: string };
}

/** The habits of a vault, by its notes. `given` is what is known of its links, `told` what its names have told already. */
export function habitsOf(entries: readonly Entry[], open: Open, given: Partial<LinkStyle> = {}, told?: NamesTell): Habits {
  const once = <Value>(find: () => Value): (() => Value) => {
    let found: { value: Value } | undefined;
    return () => (found ??= { value: find() }).value;
  };
  const style = once((): LinkStyle => ({ ...linkStyleOf(entries, open, told), ...given }));
  const concepts = once(() => entries.filter(({ concept }) => concept));
  const folders = once(() => new Set(concepts().map(({ path }) => folderOf(path))));
  const list = once(() => listOf(concepts()));
  const pattern = once((): ConceptPattern => patternOf(concepts()));
  const link: Habits["link"] = (path, label, source) => {
    const insert = linkTo(pathTo(path, source, style(), open), label, style());
    return { insert, links: [{ path, label, from: 0, to: insert.length }] };
  };
  const addItem: Habits["addItem"] = (source, { at, before, after, heading, shape }, { path, label, sentence }) => {
    const { marker, isBold, separator } = shape ?? list().shape;
    const lineBreak = before.includes("\r\n") ? "\r\n" : "\n";
    const mark = isBold ? "**" : "";
    const opening = heading === null ? `${before}${list().heading}${lineBreak}${lineBreak}` : "";
    const lead = `${opening === "" ? before : opening}${marker} ${mark}`;
    const { insert, links } = link(path, label, source);
    const said = sentence === "" ? "" : separator + sentence;
    return { from: at, to: at, insert: lead + insert + mark + said + after, links: links.map((draft) => ({ ...draft, from: draft.from + lead.length, to: draft.to + lead.length })), item: { lead: opening.length, joined: opening === "" || after !== "" ? "" : lineBreak } };
  };
  return {
    get style() {
      return style();
    },
    pathTo: (note, source) => pathTo(note, source, style(), open),
    link,
    addItem,
    newConcept(label, path, itemsFor) {
      const given = path?.includes("/") && !folders().has(folderOf(path)) ? undefined : path;
      const itemsAt = (at: string, room: ListRoom) => itemsFor(at).map((item) => addItem(at, room, item).insert);
      return newConcept(pattern(), label, given, list().heading, itemsAt);
    },
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The heading over the related concepts, and how their items are written, in most of some notes. */
function listOf(entries: readonly Entry[]): { heading: string; shape: ItemShape } {
  const rooms = entries.flatMap(({ reading: { mending: { room } } }) => room ?? []);
  const shapes = rooms.flatMap(({ shape }) => shape ?? []);
  return {
    heading: mostCommon(rooms.flatMap(({ heading }) => (heading && heading.length < 40 ? [heading] : [])))?.text ?? "## Related",
    shape: {
      marker: mostCommon(shapes.map(({ marker }) => (/^[-*+]/.test(marker) ? marker.charAt(0) : "-")))?.text ?? "-",
      isBold: shapes.filter(({ isBold }) => isBold).length * 2 > shapes.length,
      separator: mostCommon(shapes.map(({ separator }) => separator))?.text ?? ": ",
    },
  };
}
