import type { Fix } from "../diagnostic";
import { shapeOf } from "../fix-shape";
import { destination } from "../fixes/link-style";
import { type NoteExamples, noteRule } from "./note-rule";

/** A Markdown link whose path holds a bare space, which Markdown does not read as a link. */
export const spaceInLink = noteRule(
  {
    id: "space-in-link",
    summary: "The path of a Markdown link holds a bare space.",
    rationale: "Markdown ends the path at the space: most programs show brackets and no link.",
    severity: "warning",
  },
  ({ reading: { links } }, { habits }) =>
    links.flatMap(({ from, to, target, path }) => {
      if (path?.spaces !== "bare") return [];
      const insert = destination(target.path.replace(/\.md$/i, ""), habits.style);
      const fixes: Fix[] = target.fragment === "" ? [{ title: `Write “${insert}”`, kind: "safe", shape: shapeOf("write-percent"), edits: [{ from: path.from, to: path.to, insert }] }] : [];
      return [{ from, to, message: "The path holds a bare space, so Markdown reads no link here. Write “%20”, or put the path between “<” and “>”.", fixes }];
    }),
);

/** What it reports and leaves alone: small vaults, text by path. Tests and the page of rules read them; the plugin carries them not. */
export const examples: NoteExamples = {
  reported: [
    {
      notes: { "high water.md": "", "log.md": "We waited for «[high water](high water.md)».\n" },
      fixed: { "log.md": "We waited for [high water](high%20water.md).\n" },
    },
    {
      notes: { "high water.md": "", "low water.md": "See [high water](<high water.md>).\n", "log.md": "From «[low](low water.md)» to [high](<high water.md>).\n" },
      fixed: { "log.md": "From [low](<low water.md>) to [high](<high water.md>).\n" },
    },
  ],
  leftAlone: [
    { "high water.md": "", "log.md": "We waited for [high water](high%20water.md), [again](<high water.md>) and [[high water]].\n" },
    { "log.md": "A remark [in brackets](and more in round ones).\n" },
  ],
};
