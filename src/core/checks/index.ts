import type { RuleAbout } from "../diagnostic";
import { brokenFrontMatter } from "./broken-front-matter";
import { duplicateLabel } from "./duplicate-label";
import { missingDefinition } from "./missing-definition";
import type { NoteRule } from "./note-rule";
import { oneWayRelation } from "./one-way-relation";
import { orphanConcept } from "./orphan-concept";
import { paragraphAsHeading } from "./paragraph-as-heading";
import { selfRelation } from "./self-relation";
import { undefinedConcept } from "./undefined-concept";
import { unresolvedLink } from "./unresolved-link";

/** The rules about notes and their graph, in the order in which they are listed. */
export const checks: readonly NoteRule[] = [
  unresolvedLink,
  undefinedConcept,
  missingDefinition,
  orphanConcept,
  oneWayRelation,
  duplicateLabel,
  selfRelation,
  brokenFrontMatter,
  paragraphAsHeading,
];

/** What the shells show of them. */
export const noteRules: RuleAbout[] = checks.map(({ about }) => about);
