import { applyEdits } from "../fix";
import type { ParseYaml } from "../markdown/front-matter";
import { withEntry, withoutEntry } from "./change-list";

const path = ["words", "exceptions"];

/**
 * The text of a `distinguo.yaml` with one more entry in `words.exceptions`; every line that is there stays as it is. The
 * text is read before and after: where the entry would not be all that has changed, or the text can't be read, null.
 */
export function withException(yaml: string, exception: string, parseYaml: ParseYaml): string | null {
  const edits = withEntry(yaml, path, exception, parseYaml);
  return edits && applyEdits(yaml, edits);
}

/** The text of a `distinguo.yaml` without an entry in `words.exceptions`; where that can't be taken out alone, null. */
export function withoutException(yaml: string, exception: string, parseYaml: ParseYaml): string | null {
  const edits = withoutEntry(yaml, path, exception, parseYaml);
  return edits && applyEdits(yaml, edits);
}
