import type { Edit } from "../diagnostic";
import { applyEdits } from "../fix";
import { fencesOf, readFrontMatter, type Fences, type ParseYaml } from "../markdown/front-matter";
import { propertyNamed, type NoteSource } from "../markdown/note-source";
import { asText, foldKey } from "../markdown/properties";
import type { Range } from "../range";
import { withEntry, withoutEntry, withWord } from "./change-list";
import { listIn } from "./yaml-list";

/** The properties by which a note says what is not to be reported in it: all (false), rules, and phrases in which nothing is. The latter two are a text or a list of texts. */
export type NoteList = "distinguo" | "distinguo-ignore" | "distinguo-exceptions";

/** How many entries are read. */
const most = 1000;

/** An entry of such a list. `[from, to)` is where it stands in the note, or the opening fence where that can't be told. */
export interface NoteListEntry extends Range {
  text: string;
  /** Takes the entry out; null where it can't be told for sure how, or a remark would go too. */
  removal: Edit | null;
}

/** The entries of a note's list; the front matter is looked at only where it names the property. */
export function entriesOf(note: NoteSource, key: NoteList): NoteListEntry[] {
  const value = propertyNamed(note, key);
  if (value === undefined) return [];
  const { source } = note;
  const fences = fencesOf(source);
  const yaml = fences?.yaml ?? { from: 0, to: 0 };
  const written = source.slice(yaml.from, yaml.to);
  const list = listIn(written, [key]);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  // What the lines tell must be what the parser has read.
  const entries = list?.entries.length === values.length ? list.entries : [];
  return values.slice(0, most).flatMap((one, index) => {
    const text = asText(one);
    const entry = entries[index];
    if (text === "") return [];
    const [from, to] = entry ? [yaml.from + entry.from, yaml.from + entry.to] : [start(source), start(source) + "---".length];
    const edit = entry?.text === text ? list?.removal(index) : undefined;
    const isRemarked = edit && entry && (written.slice(edit.from, entry.from) + written.slice(entry.to, edit.to)).includes("#");
    return [{ from, to, text, removal: edit && fences && !isRemarked ? inNote(source, fences, edit, entries.length) : null }];
  });
}

/**
 * The edits by which a note says that nothing is to be reported in a phrase (as `exceptionFor` gives it): one more entry
 * of its property, in front matter that is made where there is none. None where it says so already; null where its
 * front matter can't be read, or more than the entry would change.
 */
export function withNoteException(source: string, phrase: string, parseYaml: ParseYaml): Edit[] | null {
  return inProperties(source, (yaml, lineBreak) => withEntry(yaml, ["distinguo-exceptions"], phrase, parseYaml, lineBreak));
}

/**
 * The edits that give a property of a note a plain word as its only value, in front matter that is made where there is
 * none. Null where its front matter can't be read, or more than the value would change.
 */
export function withNoteWord(source: string, key: string, word: string, parseYaml: ParseYaml): Edit[] | null {
  const known = Object.keys(readFrontMatter(source, parseYaml).properties).find((one) => foldKey(one) === foldKey(key));
  return inProperties(source, (yaml, lineBreak) => withWord(yaml, known ?? key, word, parseYaml, lineBreak));
}

/** The edits of a note that those of its properties come to; where it has none, fences are made for them. */
function inProperties(source: string, change: (yaml: string, lineBreak: string) => Edit[] | null): Edit[] | null {
  const lineBreak = source.includes("\r\n") ? "\r\n" : "\n";
  const yaml = fencesOf(source)?.yaml;
  const edits = change(source.slice(yaml?.from ?? 0, yaml?.to ?? 0), lineBreak);
  if (yaml || !edits) return edits && edits.map((edit) => shifted(edit, yaml?.from ?? 0));
  return edits.map(({ insert }) => ({ from: start(source), to: start(source), insert: `---${lineBreak}${insert}---${lineBreak}` }));
}

/**
 * The edits that take an entry out of a note's list: with the last one the property goes, and front matter that would be
 * left empty. None where there is no such entry; null where more than it would change.
 */
export function withoutNoteEntry(source: string, key: NoteList, entry: string, parseYaml: ParseYaml): Edit[] | null {
  const fences = fencesOf(source);
  if (!fences) return [];
  const { yaml } = fences;
  const edits = withoutEntry(source.slice(yaml.from, yaml.to), [key], entry, parseYaml);
  return edits && edits.map((edit) => inNote(source, fences, edit, 1));
}

/** The edit of a note that taking out one of the entries of a list in its front matter comes to: where nothing would be left of that, the fences go too. */
function inNote(source: string, { yaml, to }: Fences, edit: Edit, count: number): Edit {
  const isEmptied = count === 1 && applyEdits(source.slice(yaml.from, yaml.to), [edit]).trim() === "";
  // What follows may look like front matter, and must not become it.
  if (!isEmptied || fencesOf(source.slice(to))) return shifted(edit, yaml.from);
  return { from: start(source), to, insert: "" };
}

/** Where a note begins, behind the byte order mark. */
function start(source: string): number {
  return source.startsWith("\uFEFF") ? 1 : 0;
}

function shifted({ from, to, insert }: Edit, by: number): Edit {
  return { from: from + by, to: to + by, insert };
}
