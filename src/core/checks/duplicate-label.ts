import { fileLabel } from "../concepts/label";
import type { ConceptEntry, VaultView } from "./note-rule";
import { conceptRule } from "./note-rule";

/** A label by which two concepts answer. */
export const duplicateLabel = conceptRule(
  {
    id: "duplicate-label",
    summary: "Two concept notes answer to the same label.",
    rationale: "A label that is not linked then leads to one of them, and which one is not for the reader to see.",
    severity: "warning",
  },
  (entry, vault) =>
    sharedBy(entry, vault).map(({ fold, paths }) => {
      const others = paths.filter((path) => path !== entry.path);
      const label = entry.labels.find((own) => fileLabel(own.label).fold === fold)?.label ?? fold;
      const place = entry.reading.labelPlaces.find(({ text }) => fileLabel(text.trim().replace(/^#/, "")).fold === fold);
      const { from, to } = place ?? { from: entry.reading.frontMatter.to, to: entry.reading.frontMatter.to };
      return { from, to, message: `“${label}” also names ${others.map((path) => `“${path}”`).join(" and ")}. Keep it as title or alias of one of them.` };
    }),
);

function sharedBy(entry: ConceptEntry, { sharedLabels }: VaultView): VaultView["sharedLabels"] {
  return sharedLabels.filter(({ paths }) => paths.includes(entry.path));
}
