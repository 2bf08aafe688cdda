import path from "node:path";
import { diffChars } from "diff";
import type { ConceptGraph, VaultIndex } from "../core/index";
import { Failure } from "./failure";
import { withinVault } from "./vault";

/** How many labels an error names. */
const few = 3;

/**
 * The note of a graph that somebody means by a path (from where they are, or from the vault's root; `.md` may be missing) or
 * by a label.
 * @throws Failure that names the nearest labels
 */
export function findNote(given: string, graph: ConceptGraph, index: VaultIndex, vault: string, cwd: string): string {
  const labels = new Map([
    ...graph.notes.map(({ path: at, label }) => [at, [label]] as const),
    ...graph.concepts.map(({ path: at, prefLabel, altLabels }) => [at, [prefLabel, ...altLabels]] as const),
  ]);
  const asPath = [withinVault(vault, path.resolve(cwd, given)), path.posix.normalize(given)].flatMap((at) => [at, `${at}.md`]);
  const found = asPath.find((at) => labels.has(at)) ?? index.resolveLabel(given);
  if (found !== null) return found;
  const near = nearest(given, [...labels.values()].flat());
  throw new Failure(`--around: no note is at “${given}” or called so.${near.length === 0 ? "" : ` Near to it: ${near.map((label) => `“${label}”`).join(", ")}.`}`);
}

/** The labels that take the fewest characters to be made into a text; none that shares less than half with it. */
function nearest(text: string, labels: readonly string[]): string[] {
  const wanted = text.toLowerCase();
  return [...new Set(labels)]
    .flatMap((label) => {
      const most = Math.ceil((wanted.length + label.length) / 2);
      const parts = diffChars(wanted, label.toLowerCase(), { maxEditLength: most });
      return parts ? [{ label, far: parts.filter(({ added, removed }) => added || removed).reduce((sum, { count = 0 }) => sum + count, 0) }] : [];
    })
    .sort((a, b) => a.far - b.far || (a.label < b.label ? -1 : 1))
    .slice(0, few)
    .map(({ label }) => label);
}
