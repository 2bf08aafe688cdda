import { examples as misused } from "../../src/core/distinctions/distributed-decentralized";
import { examples as crossedOpposites } from "../../src/core/rules/crossed-opposites";
import { examples as equated } from "../../src/core/rules/equated";
import { examples as inferred } from "../../src/core/rules/inferred";
import type { Examples } from "../../src/core/rules/rule";

/** The examples of each rule of prose, by its id. They stand in the rule's file, or with the distinction whose words name the rule; one without any fails the tests. */
const all: Readonly<Record<string, Examples>> = {
  equated,
  "crossed-opposites": crossedOpposites,
  inferred,
  ...misused,
};

export function examplesOf(id: string): Examples {
  return all[id] ?? { valid: [], invalid: [] };
}
