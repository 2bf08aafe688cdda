import { gathered } from "./gathered";
import { hierarchyOf, type Hierarchy, type Step } from "./hierarchy";
import { type Finding, graphRule, type NoteExamples } from "./note-rule";

/** A broader concept that a concept lies under already, by way of another. */
export const hierarchyShortcut = graphRule(
  {
    id: "hierarchy-shortcut",
    summary: "A concept names a broader one that it lies under by way of another.",
    rationale: "What is said twice must be changed twice.",
    severity: "hint",
  },
  ({ entries, entryAt }) => {
    const hierarchy = hierarchyOf(entries);
    const labelOf = (path: string) => `“${entryAt(path)?.concept?.prefLabel ?? path}”`;
    const found = gathered<Finding>();
    for (const narrow of hierarchy.up.keys()) {
      for (const { step: { wide, relation: { source, from, to } }, by } of shortcuts(hierarchy.up.of(narrow), hierarchy)) {
        found.add(source, { from, to, message: `${labelOf(narrow)} lies under ${labelOf(wide)} by way of ${labelOf(by)} already. Is the direct step meant as well?` });
      }
    }
    return ({ path }) => found.of(path);
  },
);

/** The steps of one concept that lead where another of them leads too. What lies on a circle is left to its own rule. */
function shortcuts(steps: readonly Step[], { up, heights }: Hierarchy): { step: Step; by: string }[] {
  const known = steps.flatMap((step) => {
    const height = heights.get(step.wide);
    return height === undefined ? [] : [{ step, height }];
  });
  if (known.length < 2) return [];
  const highest = known.reduce((most, { height }) => Math.max(most, height), 0);
  /** What lies above one of the steps, and above which. Nothing beyond the highest end needs a look. */
  const above = new Map<string, string>();
  for (const { step: { wide: by }, height } of known) {
    if (height === highest) continue;
    const ready = [by];
    for (const at of ready) {
      for (const { wide } of up.of(at)) {
        if (above.has(wide) || (heights.get(wide) ?? Infinity) > highest) continue;
        above.set(wide, by);
        ready.push(wide);
      }
    }
  }
  return known.flatMap(({ step }) => {
    const by = above.get(step.wide);
    return by === undefined ? [] : [{ step, by }];
  });
}

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "---\nbroader: [\"[[tide]]\", \"«[[sea]]»\"]\n---\nThe sea going out.\n", "concepts/tide.md": "---\nbroader: \"[[sea]]\"\n---\nThe sea on its way.\n", "concepts/sea.md": "All of the water.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "---\nbroader: [\"[[tide]]\", \"[[coast]]\"]\n---\nThe sea going out.\n", "concepts/tide.md": "---\nbroader: \"[[sea]]\"\n---\nThe sea on its way.\n", "concepts/sea.md": "All of the water.\n", "concepts/coast.md": "Where it ends.\n" },
  ],
};
