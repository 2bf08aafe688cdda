import { conventionAmong } from "../distinctions/convention-of";
import { distinctions } from "../distinctions";
import { namesOf } from "../distinctions/spelling";
import { foldLabel } from "../concepts/label";
import { evidenceFor, stands, sumOf, touches } from "../prose/evidence";
import { lexisWith } from "../prose/known-lexis";
import { asRead } from "../prose/own-phrase";
import { type Finding, graphRule, type NoteExamples } from "./note-rule";

/** A definition of one word of a distinction in which all evidence is about the axis of the other. */
export const otherAxisDefinition = graphRule(
  {
    id: "other-axis-definition",
    summary: "A note defines one word of a distinction, and what it says speaks only for the axis of the other word.",
    rationale: "Every note that links here takes the word in the sense of the other one.",
    severity: "warning",
  },
  ({ config }) => {
    const names = distinctions.map(({ terms }) => terms.map((term) => new Set(namesOf(term).map(foldLabel))));
    return ({ path, concept: { prefLabel, altLabels, definition }, reading }) => {
      const labels = [prefLabel, ...altLabels].map(foldLabel);
      return distinctions.flatMap((distinction, index): Finding[] => {
        const sides = ([0, 1] as const).filter((side) => labels.some((label) => names[index]?.[side]?.has(label)));
        const [side] = sides;
        if (side === undefined || sides.length > 1 || definition === "") return [];
        const { label, stands: meanings, levels } = conventionAmong(reading.mending.conventions, path, config, distinction);
        // A convention under which the word may say this silences the rule about its use; so it does for its definition.
        const [, , , secondForFirst, firstForSecond] = levels;
        if ((side === 0 ? firstForSecond : secondForFirst) === "off") return [];
        const text = asRead(definition);
        const lexis = lexisWith(config.words, distinction);
        if (sumOf(evidenceFor(side, text, lexis)) >= touches) return [];
        const other = side === 0 ? 1 : 0;
        const found = evidenceFor(other, text, lexis).filter(({ isOpen }) => !isOpen);
        const [first] = [...found].sort((a, b) => b.weight - a.weight);
        if (!first || sumOf(found) < stands) return [];
        const { terms, axes } = distinction;
        return [{
          ...reading.opening,
          message: `The definition says “${text.slice(first.from, first.to)}”, which is about ${axes[other].label}; by the convention “${label}”, “${terms[side].label}” stands for ${meanings[side]}.`,
          question: `Does the note mean ${meanings[side]}, or ${meanings[other]}?`,
        }];
      });
    };
  },
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "concepts/decentralized.md": "«Copies of the songbook are kept on machines in three towns.»\n" },
    },
    {
      notes: { "concepts/distributed.md": "# «Distributed»\n\nNobody owns it, and every member has a vote.\n" },
    },
  ],
  leftAlone: [
    { "concepts/decentralized.md": "Nobody owns it, and every member has a vote.\n" },
    { "concepts/distributed.md": "Copies of the songbook are kept on machines in three towns.\n" },
    { "concepts/decentralized.md": "Every ward has a vote, and copies are kept on machines in three towns.\n" },
    { "concepts/decentralized.md": "---\ndistinguo-convention: topology\n---\nCopies of the songbook are kept on machines in three towns.\n" },
    { "concepts/songbook.md": "Copies of the songbook are kept on machines in three towns.\n" },
  ],
};
