/** What plugins do to the page's main thread, out of Chromium's own trace: its tasks, and samples of the stack in them. */

const categories = ["-*", "disabled-by-default-devtools.timeline", "disabled-by-default-v8.cpu_profiler", "__metadata"];

/** The trace of what happens meanwhile. */
export async function trace(page, act) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories });
  let recorded;
  try {
    await act();
  } finally {
    recorded = await browser.stopTracing();
  }
  return JSON.parse(recorded.toString("utf8")).traceEvents;
}

/**
 * The stacks of the thread that ran `host.js` (where the trace has none of it, a script), in order, each with its time in microseconds and the addresses of its
 * scripts. A stack without any is the browser's own work.
 */
function stacksOf(events, script) {
  const threads = new Map();
  for (const { name, pid, tid, id, args } of events) {
    const key = `${pid} ${id}`;
    if (name === "Profile") threads.set(key, { pid, tid, now: args.data.startTime, nodes: new Map(), stacks: [], runsHost: false, runsScript: false });
    const thread = threads.get(key);
    if (name !== "ProfileChunk" || !thread) continue;
    const { cpuProfile = {}, timeDeltas = [] } = args.data;
    for (const { id: node, parent, callFrame } of cpuProfile.nodes ?? []) {
      const above = thread.nodes.get(parent)?.scripts ?? [];
      thread.runsHost ||= callFrame.url?.endsWith("/host.js") === true;
      thread.runsScript ||= callFrame.url === script;
      thread.nodes.set(node, { name: callFrame.functionName, scripts: callFrame.url ? [...new Set([...above, callFrame.url])] : above });
    }
    for (const [index, node] of (cpuProfile.samples ?? []).entries()) {
      thread.now += timeDeltas[index];
      thread.stacks.push({ at: thread.now, ...thread.nodes.get(node) });
    }
  }
  const hosts = [...threads.values()].filter(({ runsHost }) => runsHost);
  const pages = hosts.length > 0 ? hosts : [...threads.values()].filter(({ runsScript }) => runsScript);
  if (pages.length !== 1) throw new Error(`the trace holds ${pages.length} threads that ran the host`);
  return pages[0];
}

/** Whose work each stack is: collecting garbage is laid to whoever ran before, the browser's own work to nobody unless it lies between two stacks of one script. */
function withOwners(stacks, script) {
  const owned = stacks.map(({ scripts }) => scripts.includes(script));
  const isNative = ({ name, scripts }) => scripts.length === 0 && name !== "(idle)";
  for (let at = 1; at < stacks.length; at++) {
    if (!owned[at - 1] || !isNative(stacks[at])) continue;
    let next = at;
    while (next < stacks.length && isNative(stacks[next]) && stacks[next].name !== "(garbage collector)") next++;
    if (stacks[at].name === "(garbage collector)" || owned[next]) owned[at] = true;
  }
  return owned;
}

/**
 * The tasks of the main thread, and how long a script was at work in each.
 * @param script its address
 * @returns {{ began: number, took: number, ours: number, cpu: number, busy: number }[]} for each task, in milliseconds, when it began, how
 * long it took and how long the script was on the stack; `cpu` is the part of the latter in which the thread had a processor, and
 * `busy` that of the whole task
 */
export function tasksOf(events, script) {
  const { pid, tid, stacks } = stacksOf(events, script);
  const owned = withOwners(stacks, script);
  const tasks = events.filter((event) => event.name === "RunTask" && event.ph === "X" && event.pid === pid && event.tid === tid).sort((a, b) => a.ts - b.ts);
  let at = 0;
  return tasks.map(({ ts, dur, tdur = dur }) => {
    const end = ts + dur;
    let ours = 0;
    while (at > 0 && (stacks[at]?.at ?? Infinity) > ts) at--;
    for (; at < stacks.length && stacks[at].at < end; at++) {
      const until = Math.min(stacks[at + 1]?.at ?? end, end);
      if (owned[at]) ours += Math.max(0, until - Math.max(stacks[at].at, ts));
    }
    return { began: ts / 1000, took: dur / 1000, ours: ours / 1000, cpu: dur > 0 ? (ours * Math.min(1, tdur / dur)) / 1000 : 0, busy: Math.min(dur, tdur) / 1000 };
  });
}
