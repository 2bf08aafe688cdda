import type { RuleAbout } from "../diagnostic";
import { brokenFrontMatter } from "./broken-front-matter";
import { disconnectedIsland } from "./disconnected-island";
import { duplicateLabel } from "./duplicate-label";
import { duplicateRelation } from "./duplicate-relation";
import { hierarchyCycle } from "./hierarchy-cycle";
import { hierarchyShortcut } from "./hierarchy-shortcut";
import { missingDefinition } from "./missing-definition";
import type { NoteRule } from "./note-rule";
import { oneWayRelation } from "./one-way-relation";
import { orphanConcept } from "./orphan-concept";
import { otherAxisDefinition } from "./other-axis-definition";
import { paragraphAsHeading } from "./paragraph-as-heading";
import { selfRelation } from "./self-relation";
import { spaceInLink } from "./space-in-link";
import { tagWithoutConcept } from "./tag-without-concept";
import { undefinedConcept } from "./undefined-concept";
import { unlinkedLabel } from "./unlinked-label";
import { unresolvedLink } from "./unresolved-link";

/** The rules about notes and their graph, in the order in which they are listed. */
export const checks: readonly NoteRule[] = [
  unresolvedLink,
  spaceInLink,
  undefinedConcept,
  unlinkedLabel,
  tagWithoutConcept,
  missingDefinition,
  otherAxisDefinition,
  orphanConcept,
  disconnectedIsland,
  oneWayRelation,
  selfRelation,
  duplicateRelation,
  duplicateLabel,
  hierarchyCycle,
  hierarchyShortcut,
  brokenFrontMatter,
  paragraphAsHeading,
];

/** What the shells show of them. */
export const noteRules: RuleAbout[] = checks.map(({ about }) => about);
