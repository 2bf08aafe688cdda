import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import type { Change } from "./change";

/** The changes as a unified diff that `patch -p1` and `git apply`, run in the vault's folder, turn into the same texts. */
export function unifiedDiff(changes: readonly Change[]): string {
  return changes.map(diffOf).join("");
}

function diffOf({ path, before, after }: Change): string {
  const patch = structuredPatch(before === null ? "/dev/null" : `a/${path}`, `b/${path}`, before ?? "", after, undefined, undefined, { context: 3 });
  const [head, ...hunks] = formatPatch(patch, FILE_HEADERS_ONLY).split(/^(?=@@ )/m);
  // As git does: without a tab behind it, `patch` takes a name with a space to end there.
  return [head?.replace(/^((?:---|\+\+\+) [^"\n]* [^\n]*)$/gm, "$1\t"), ...hunks].join("");
}
