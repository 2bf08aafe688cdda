import type { App } from "obsidian";
import { Slices } from "../reading/slices";
import { isAsBefore, writeAll, type Change } from "./change";
import type { Work } from "./find";
import { changesOf, touches, type Plan, type Texts } from "./plan";

/** What has become of many fixes. */
export interface Outcome {
  /** What takes the changes back, the last first. */
  done: Change[];
  /** How many fixes were made. */
  made: number;
  /** The notes that were left alone, since they had changed. */
  changed: string[];
  /** The notes that could not be read or written. */
  failed: string[];
  /** Fixes that share notes with one that could not be made. */
  held: Plan[];
  /** Fixes that another one got in the way of. */
  waiting: Plan[];
  /** How many fixes were not come to, since it was stopped. */
  unmade: number;
}

/** Fixes that share notes: each is made in all its notes or in none, and what they make of a note is one change. */
function groupsOf(plans: readonly Plan[], texts: Texts): Plan[][] {
  const groupOf = new Map<string, Plan[]>();
  const groups = new Set<Plan[]>();
  for (const plan of plans) {
    const paths = touches(plan, texts).map(({ path }) => path);
    const known = new Set<Plan[]>();
    for (const path of paths) {
      const sharing = groupOf.get(path);
      if (sharing) known.add(sharing);
    }
    const [group = [], ...others] = known;
    for (const other of others) {
      groups.delete(other);
      for (const one of other) {
        group.push(one);
        for (const { path } of touches(one, texts)) groupOf.set(path, group);
      }
    }
    group.push(plan);
    groups.add(group);
    for (const path of paths) groupOf.set(path, group);
  }
  return [...groups];
}

export function noOutcome(): Outcome {
  return { done: [], made: 0, changed: [], failed: [], held: [], waiting: [], unmade: 0 };
}

/** Makes fixes, note by note, and adds to an outcome what has become of them. One whose notes are no longer as they were is left, and so is one that an earlier one gets in the way of. */
export async function applyMany(app: App, plans: readonly Plan[], texts: Texts, work: Work, outcome: Outcome): Promise<void> {
  const order = new Map(plans.map((plan, index) => [plan, index]));
  const slices = new Slices();
  let come = 0;
  for (const group of groupsOf(plans, texts)) {
    if (work.isStopped) {
      outcome.unmade += group.length;
      continue;
    }
    const left = new Set<string>();
    const leave = (path: string, isChanged: boolean): void => void (left.add(path), outcome[isChanged ? "changed" : "failed"].push(path));
    for (const path of new Set(group.flatMap((plan) => touches(plan, texts).map((touched) => touched.path)))) {
      const isChanged = await isAsBefore(app, { path, before: texts.get(path) ?? null }).then((isSame) => !isSame, () => undefined);
      if (isChanged !== false) leave(path, isChanged ?? false);
    }
    const isLeft = (plan: Plan): boolean => touches(plan, texts).some(({ path }) => left.has(path));
    const sound = group.filter((plan) => !isLeft(plan)).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const { changes, waiting } = changesOf(app, sound, texts);
    const { done, failed } = await writeAll(app, changes);
    outcome.done.unshift(...done);
    if (failed) {
      leave(failed.path, failed.isChanged);
      outcome.held.push(...sound.filter((plan) => !isLeft(plan)));
    } else {
      outcome.made += sound.length - waiting.length;
      outcome.waiting.push(...waiting);
    }
    work.tell((come += group.length), plans.length);
    await slices.pause();
  }
}
