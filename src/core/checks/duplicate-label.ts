import { fileLabel } from "../concepts/label";
import { gathered } from "./gathered";
import { graphRule, type NoteExamples } from "./note-rule";

/** A label by which two concepts answer. */
export const duplicateLabel = graphRule(
  {
    id: "duplicate-label",
    summary: "Two concept notes answer to the same label.",
    rationale: "Where the label stands unlinked, no reader can tell which of them is meant.",
    severity: "warning",
  },
  ({ sharedLabels }) => {
    const byPath = gathered<(typeof sharedLabels)[number]>();
    for (const shared of sharedLabels) for (const path of shared.paths) byPath.add(path, shared);
    return (entry) =>
      byPath.of(entry.path).map(({ fold, paths }) => {
        const others = paths.slice(0, 4).filter((path) => path !== entry.path).slice(0, 3);
        const label = entry.labels.find((own) => fileLabel(own.label).fold === fold)?.label ?? fold;
        const place = entry.reading.labelPlaces.find(({ text }) => fileLabel(text.trim().replace(/^#/, "")).fold === fold);
        const { from, to } = place ?? entry.reading.opening;
        const more = paths.length - 1 - others.length;
        return { from, to, message: `“${label}” also names ${others.map((path) => `“${path}”`).join(" and ")}${more > 0 ? ` and ${more} more` : ""}. Keep it for one of them.` };
      });
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "---\naliases: [«Race»]\n---\nThe sea going out.\n", "concepts/flood.md": "---\naliases: [«race»]\n---\nThe sea coming in.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "---\naliases: [Ebb, \"#ebb\"]\n---\nThe sea going out.\n" },
    { "concepts/ebb.md": "---\naliases: [race]\n---\nThe sea going out.\n", "race.md": "Rowing.\n" },
    { "concepts/sea/ebb.md": "# Ebb\n\nThe sea going out.\n", "concepts/heart/ebb.md": "# Low spirits\n\nThe heart going out.\n" },
  ],
};
