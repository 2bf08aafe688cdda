import { fileLabel } from "../concepts/label";
import { gathered } from "./gathered";
import { graphRule } from "./note-rule";

/** A label by which two concepts answer. */
export const duplicateLabel = graphRule(
  {
    id: "duplicate-label",
    summary: "Two concept notes answer to the same label.",
    rationale: "A label that is not linked then leads to one of them, and which one is not for the reader to see.",
    severity: "warning",
  },
  ({ sharedLabels }) => {
    const byPath = gathered<(typeof sharedLabels)[number]>();
    for (const shared of sharedLabels) for (const path of shared.paths) byPath.add(path, shared);
    return (entry) =>
      byPath.of(entry.path).map(({ fold, paths }) => {
        const others = paths.filter((path) => path !== entry.path);
        const label = entry.labels.find((own) => fileLabel(own.label).fold === fold)?.label ?? fold;
        const place = entry.reading.labelPlaces.find(({ text }) => fileLabel(text.trim().replace(/^#/, "")).fold === fold);
        const { from, to } = place ?? { from: entry.reading.frontMatter.to, to: entry.reading.frontMatter.to };
        const named = others.slice(0, 3).map((path) => `“${path}”`).join(" and ");
        return { from, to, message: `“${label}” also names ${named}${others.length > 3 ? ` and ${others.length - 3} more` : ""}. Keep it as title or alias of one of them.` };
      });
  },
);
