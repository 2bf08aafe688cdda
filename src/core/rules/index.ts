import { crossedOpposites } from "./crossed-opposites";
import { decentralizedForDistributed } from "./decentralized-for-distributed";
import { distributedForDecentralized } from "./distributed-for-decentralized";
import { equated } from "./equated";
import { inferred } from "./inferred";
import type { Rule } from "./rule";

/** The rules that judge prose. Where several fit, the first in this order speaks. */
export const proseRules: readonly Rule[] = [equated, crossedOpposites, inferred, decentralizedForDistributed, distributedForDecentralized];
