import type { Distinction } from "./distinction";
import { distributedDecentralized } from "./distributed-decentralized";

/** All distinctions that prose is judged by. A new one is a file and a line here. */
export const distinctions: readonly [Distinction, ...Distinction[]] = [distributedDecentralized];
