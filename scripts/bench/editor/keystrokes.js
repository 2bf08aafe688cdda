/** What a plugin adds to a keystroke: blocks of keys in one page, with the plugins in turn. */

const keys = 30;
/** The first keys of a block, which pay for what the change of plugins has left undone. */
const warm = 5;

/** Arms that type in every second round alone, since they take seconds to come to rest. */
const seldom = ["peer"];

/** Runs in the page: gets it ready for a block. */
async function prepare({ name, cursor }) {
  const { bench } = window;
  const view = bench.editor();
  view.dispatch({ selection: { anchor: cursor }, scrollIntoView: true });
  view.focus();
  if (name === null) return;
  await bench.load(name);
  await bench.settled(name);
}

/** Runs in the page: types a block of keys at the cursor, times each, and takes them back. */
async function typeBlock({ name, cursor, typed }) {
  const { bench } = window;
  const view = bench.editor();
  const painted = () => new Promise((resolve) => window.requestAnimationFrame(() => window.setTimeout(resolve)));
  const times = [];
  for (const character of typed) {
    await painted();
    const { head } = view.state.selection.main;
    const began = performance.now();
    view.dispatch({ changes: { from: head, insert: character }, selection: { anchor: head + 1 }, scrollIntoView: true, userEvent: "input.type" });
    // Asking where the cursor is now makes the browser lay out, and CodeMirror do what it has put off until then.
    view.coordsAtPos(head + 1);
    times.push(performance.now() - began);
  }
  if (name !== null) await bench.unload(name);
  view.dispatch({ changes: { from: cursor, to: cursor + typed.length }, userEvent: "delete" });
  return times;
}

/**
 * One run: all arms in alternation, each round beginning with another one.
 * @param arms names of plugins; null for none
 * @returns the milliseconds of each key, by arm
 */
export async function runKeystrokes({ page, quiet }, { cursor, typed, arms, rounds }) {
  const times = new Map(arms.map((arm) => [arm, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < arms.length; turn++) {
      const name = arms[(round + turn) % arms.length];
      if (seldom.includes(name) && round % 2 === 1) continue;
      await page.evaluate(prepare, { name, cursor });
      await quiet();
      const from = (round * keys) % typed.length;
      const block = await page.evaluate(typeBlock, { name, cursor, typed: (typed + typed).slice(from, from + keys) });
      times.get(name).push(...block.slice(warm));
    }
  }
  return times;
}
