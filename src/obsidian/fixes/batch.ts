import type { App } from "obsidian";
import { Slices } from "../reading/slices";
import { isAsBefore, write, type Change } from "./change";
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

/** Makes fixes, note by note. One whose notes are no longer as they were is left, and so is one that an earlier one gets in the way of. */
export async function applyMany(app: App, plans: readonly Plan[], texts: Texts, work: Work): Promise<Outcome> {
  const outcome: Outcome = { done: [], made: 0, changed: [], waiting: [], unmade: 0 };
  const order = new Map(plans.map((plan, index) => [plan, index]));
  const slices = new Slices();
  let done = 0;
  for (const group of groupsOf(plans, texts)) {
    if (work.isStopped) {
      outcome.unmade += group.length;
      continue;
    }
    const changed = new Set<string>();
    for (const path of new Set(group.flatMap((plan) => touches(plan, texts).map((touched) => touched.path)))) {
      if (!(await isAsBefore(app, { path, before: texts.get(path) ?? null }))) changed.add(path);
    }
    const sound = group.filter((plan) => touches(plan, texts).every(({ path }) => !changed.has(path))).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const { changes, waiting } = changesOf(app, sound, texts);
    for (const change of changes) {
      const back = await write(app, change).catch(() => undefined);
      if (back) outcome.done.unshift(back);
      else changed.add(change.path);
      await slices.pause();
    }
    outcome.waiting.push(...waiting);
    outcome.changed.push(...changed);
    const isWaiting = new Set(waiting);
    outcome.made += sound.filter((plan) => !isWaiting.has(plan) && touches(plan, texts).every(({ path }) => !changed.has(path))).length;
    work.tell((done += group.length), plans.length);
    await slices.pause();
  }
  return outcome;
}
