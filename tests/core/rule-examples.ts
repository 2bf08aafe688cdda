import { examples as crossedOpposites } from "../../src/core/rules/crossed-opposites";
import { examples as decentralizedForDistributed } from "../../src/core/rules/decentralized-for-distributed";
import { examples as distributedForDecentralized } from "../../src/core/rules/distributed-for-decentralized";
import { examples as equated } from "../../src/core/rules/equated";
import { examples as inferred } from "../../src/core/rules/inferred";
import type { Examples } from "../../src/core/rules/rule";

/** The examples of each rule of prose, by its id. Each stands in the rule's own file; a rule without any fails the tests. */
const all: Readonly<Record<string, Examples>> = {
  equated,
  "crossed-opposites": crossedOpposites,
  inferred,
  "decentralized-for-distributed": decentralizedForDistributed,
  "distributed-for-decentralized": distributedForDecentralized,
};

export function examplesOf(id: string): Examples {
  return all[id] ?? { valid: [], invalid: [] };
}
