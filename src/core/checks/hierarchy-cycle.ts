import { gathered } from "./gathered";
import { hierarchyOf, type Hierarchy, type Step } from "./hierarchy";
import { type Finding, graphRule, type NoteExamples } from "./note-rule";

/** Concepts each of which is broader than the one before, round in a circle. */
export const hierarchyCycle = graphRule(
  {
    id: "hierarchy-cycle",
    summary: "Broader concepts lead round in a circle.",
    rationale: "Each would be wider than itself, and a walk up would never end.",
    severity: "warning",
  },
  ({ entries, entryAt }) => {
    const found = gathered<Finding>();
    const labelOf = (path: string) => `“${entryAt(path)?.concept?.prefLabel ?? path}”`;
    for (const { last, way } of circlesIn(hierarchyOf(entries))) {
      const { source, from, to } = last.relation;
      const round = [last.narrow, ...way.map(({ narrow }) => narrow)].map(labelOf);
      found.add(source, { from, to, message: `The way up leads round: ${round.join(" → ")}${way.length < mostNamed ? "" : " → …"} → ${round[0] ?? ""}. Which of these steps does not hold?` });
    }
    return ({ path }) => found.of(path);
  },
);

/** How many concepts of a circle are named. */
const mostNamed = 6;

/** The steps that close a circle, each with the way (its first steps) that it closes. Without them there would be none. Linear: no step is taken twice. */
function circlesIn({ up, heights }: Hierarchy): { last: Step; way: Step[] }[] {
  const circles: { last: Step; way: Step[] }[] = [];
  const done = new Set<string>();
  for (const start of up.keys()) {
    if (heights.has(start) || done.has(start)) continue;
    /** The steps from `start` to where the walk is, what is left to try at each place, and the places' own. */
    const way: Step[] = [];
    const left = [[...up.of(start)].reverse()];
    const on = new Map([[start, 0]]);
    while (left.length > 0) {
      const step = left.at(-1)?.pop();
      if (!step) {
        left.pop();
        const at = way.pop()?.wide ?? start;
        on.delete(at);
        done.add(at);
        continue;
      }
      const since = on.get(step.wide);
      if (since !== undefined) circles.push({ last: step, way: way.slice(since, since + mostNamed) });
      else if (!done.has(step.wide)) {
        way.push(step);
        left.push([...up.of(step.wide)].reverse());
        on.set(step.wide, way.length);
      }
    }
  }
  return circles;
}

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/ebb.md": "---\nbroader: \"[[tide]]\"\n---\nThe sea going out.\n", "concepts/tide.md": "---\nbroader: \"«[[ebb]]»\"\n---\nThe sea on its way.\n" },
    },
  ],
  leftAlone: [
    { "concepts/ebb.md": "---\nbroader: \"[[tide]]\"\n---\nThe sea going out.\n", "concepts/tide.md": "---\nnarrower: \"[[ebb]]\"\n---\nThe sea on its way.\n" },
  ],
};
