import type { Edit } from "../diagnostic";
import { applyEdits } from "../fix";
import type { ParseYaml } from "../markdown/front-matter";
import { asText } from "../markdown/properties";
import { entryAdded, listIn, wordGiven } from "./yaml-list";

/**
 * The edits that add a text to the list at a path of keys in YAML text; none where it is there. The text is read before
 * and after: where the entry would not be all that changes, or the text can't be read, null.
 */
export function withEntry(yaml: string, path: readonly string[], entry: string, parseYaml: ParseYaml, lineBreak = yaml.includes("\r\n") ? "\r\n" : "\n"): Edit[] | null {
  return changed(yaml, path, parseYaml, (known) => (known.some((one) => asText(one) === entry) ? undefined : { edits: entryAdded(yaml, path, entry, lineBreak), entries: [...known, entry] }));
}

/** The same for taking it out; the keys that hold nothing else go with the last entry. */
export function withoutEntry(yaml: string, path: readonly string[], entry: string, parseYaml: ParseYaml): Edit[] | null {
  return changed(yaml, path, parseYaml, (known) => {
    const at = known.findIndex((one) => asText(one) === entry);
    if (at === -1) return undefined;
    const edit = listIn(yaml, path)?.removal(at);
    return { edits: edit && [edit], entries: known.filter((_, index) => index !== at) };
  });
}

/** The edits that give a key a plain word as its only value; null where more than that would change. */
export function withWord(yaml: string, key: string, word: string, parseYaml: ParseYaml, lineBreak: string): Edit[] | null {
  return changed(yaml, [key], parseYaml, () => {
    const edit = wordGiven(yaml, key, word, lineBreak);
    return { edits: edit && [edit], entries: [word] };
  });
}

interface Plan {
  edits: Edit[] | undefined;
  /** What is to be in the list then. */
  entries: unknown[];
}

function changed(yaml: string, path: readonly string[], parseYaml: ParseYaml, plan: (known: readonly unknown[]) => Plan | undefined): Edit[] | null {
  try {
    const before = partsOf(parseYaml(yaml), path);
    const planned = plan(before.entries);
    if (!planned) return [];
    const { edits, entries } = planned;
    if (!edits) return null;
    const after = partsOf(parseYaml(applyEdits(yaml, edits)), path);
    return JSON.stringify(after) === JSON.stringify({ ...before, entries }) ? edits : null;
  } catch {
    return null;
  }
}

/** A value taken apart at a path, so that two can be compared whatever the order of the keys that are added. A single text or truth value is a list of one. */
function partsOf(value: unknown, path: readonly string[]): { rest: unknown[]; entries: unknown[] } {
  const [key, ...inner] = path;
  if (key === undefined) return { rest: [], entries: Array.isArray(value) ? value : asText(value) === "" ? [] : [value] };
  const { [key]: below, ...rest }: Record<string, unknown> = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  const parts = partsOf(below, inner);
  return { rest: [rest, ...parts.rest], entries: parts.entries };
}
