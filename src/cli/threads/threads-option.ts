import { availableParallelism } from "node:os";
import type { Option, Request } from "../command";
import { Failure } from "../failure";

/** The option that settles how many threads there are. */
export const threadsOption: Option = { value: "N", about: "how many notes are read at once, each in a thread; 1 uses none (default: as many as there are cores). Small vaults need none" };

/** More than this only cost memory. */
const most = 64;

/** How many threads are asked for. @throws Failure where that is no number. */
export function readThreads({ options: { threads } }: Pick<Request, "options">): number {
  if (threads === undefined) return Math.min(most, availableParallelism());
  if (!/^[1-9]\d{0,2}$/.test(threads) || Number(threads) > most) throw new Failure(`--threads: “${threads}” is no number of threads. Give 1 to ${most}.`);
  return Number(threads);
}
