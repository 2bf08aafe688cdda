/** How many letters of a name may be mistyped. */
const mostSlips = 2;

/** The name that is likeliest meant by a mistyped one: the first of those that take the fewest letters added, left out or replaced; none where all take more than two. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = mostSlips;
  for (const name of names) {
    const slips = slipsBetween(typed, name);
    if (slips > fewest || (slips === fewest && nearest !== undefined)) continue;
    fewest = slips;
    nearest = name;
  }
  return nearest;
}

function slipsBetween(typed: string, name: string): number {
  if (Math.abs(typed.length - name.length) > mostSlips) return Infinity;
  const letters = [...typed.toLowerCase()];
  let above = [...letters.keys(), letters.length];
  for (const [row, letter] of [...name].entries()) {
    const slips = [row + 1];
    for (const [at, other] of letters.entries()) slips.push(Math.min((above[at] ?? 0) + (letter === other ? 0 : 1), (above[at + 1] ?? 0) + 1, (slips[at] ?? 0) + 1));
    above = slips;
  }
  return above.at(-1) ?? 0;
}
