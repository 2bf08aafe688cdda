import type { NoteExamples } from "../../src/core/checks/note-rule";
import { examples as brokenFrontMatter } from "../../src/core/checks/broken-front-matter";
import { examples as disconnectedIsland } from "../../src/core/checks/disconnected-island";
import { examples as duplicateLabel } from "../../src/core/checks/duplicate-label";
import { examples as duplicateRelation } from "../../src/core/checks/duplicate-relation";
import { examples as hierarchyCycle } from "../../src/core/checks/hierarchy-cycle";
import { examples as hierarchyShortcut } from "../../src/core/checks/hierarchy-shortcut";
import { examples as missingDefinition } from "../../src/core/checks/missing-definition";
import { examples as oneWayRelation } from "../../src/core/checks/one-way-relation";
import { examples as orphanConcept } from "../../src/core/checks/orphan-concept";
import { examples as otherAxisDefinition } from "../../src/core/checks/other-axis-definition";
import { examples as paragraphAsHeading } from "../../src/core/checks/paragraph-as-heading";
import { examples as selfRelation } from "../../src/core/checks/self-relation";
import { examples as spaceInLink } from "../../src/core/checks/space-in-link";
import { examples as tagWithoutConcept } from "../../src/core/checks/tag-without-concept";
import { examples as undefinedConcept } from "../../src/core/checks/undefined-concept";
import { examples as unlinkedLabel } from "../../src/core/checks/unlinked-label";
import { examples as unresolvedLink } from "../../src/core/checks/unresolved-link";

/** The examples of each rule about notes, by its id. They stand in the rule's file; one without any fails the tests. */
const all: Readonly<Record<string, NoteExamples>> = {
  "unresolved-link": unresolvedLink,
  "space-in-link": spaceInLink,
  "undefined-concept": undefinedConcept,
  "unlinked-label": unlinkedLabel,
  "tag-without-concept": tagWithoutConcept,
  "missing-definition": missingDefinition,
  "other-axis-definition": otherAxisDefinition,
  "orphan-concept": orphanConcept,
  "disconnected-island": disconnectedIsland,
  "one-way-relation": oneWayRelation,
  "self-relation": selfRelation,
  "duplicate-relation": duplicateRelation,
  "duplicate-label": duplicateLabel,
  "hierarchy-cycle": hierarchyCycle,
  "hierarchy-shortcut": hierarchyShortcut,
  "broken-front-matter": brokenFrontMatter,
  "paragraph-as-heading": paragraphAsHeading,
};

export function noteExamplesOf(id: string): NoteExamples {
  return all[id] ?? { reported: [], leftAlone: [] };
}
