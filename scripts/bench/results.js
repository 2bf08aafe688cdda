/** What `npm run bench` keeps of what it measures: rows of figures, each beside its peer and its bar. */
import { cpus, loadavg, release, totalmem, type } from "node:os";

/**
 * @typedef {{ name: string, unit: string, ours: number, peer: number | null, peerName: string | null, ratio: number | null, bar: number | null, pass: boolean | null }} Row
 *   `name` begins with the part that it belongs to and a colon; `ratio` is how many times better than the peer ours is
 * @typedef {{ processor: string, cores: number, memory: number, system: string, node: string, measured: Record<string, { date: string, load: number }> }} Machine
 *   `memory` in GB; `measured` tells of each part when it was measured last and the load of the machine at its end
 * @typedef {{ machine: Machine, rows: Row[] }} Results
 */

/** Units of which more is better; of all others, less. */
const moreIsBetter = new Set(["MB/s", "to 1"]);

/** Whether of a unit more is better. */
export function wantsMore(unit) {
  return moreIsBetter.has(unit);
}

const rounded = (value) => (value === null ? null : Number(value.toPrecision(4)));

/**
 * One row. A figure is held against its bar as it was measured, and rounded after.
 * @param {{ part: string, what: string, unit: string, ours: number, peer?: number | null, peerName?: string | null, bar?: number | null, pass?: boolean | null }} found
 *   without `pass`, a figure may reach its bar
 * @returns {Row}
 */
export function row({ part, what, unit, ours, peer = null, peerName = null, bar = null, pass }) {
  const more = wantsMore(unit);
  const holds = bar === null ? null : more ? ours >= bar : ours <= bar;
  // Beside a peer, what is nothing on one side has no ratio.
  const ratio = peer !== null && ours > 0 && peer > 0 ? (more ? ours / peer : peer / ours) : null;
  return { name: `${part}: ${what}`, unit, ours: rounded(ours), peer: rounded(peer), peerName: peer === null ? null : peerName, ratio: rounded(ratio), bar, pass: pass ?? holds };
}

/** How many times the peer's throughput ours is, as a row of its own, for bars of that kind. */
export function ratioRow({ part, what, ours, peer, peerName, bar }) {
  return row({ part, what, unit: "to 1", ours: ours / peer, peer: 1, peerName, bar });
}

/** The part that a row belongs to. */
export function partOf({ name }) {
  return name.slice(0, name.indexOf(":"));
}

/** @returns {Omit<Machine, "measured">} */
export function thisMachine() {
  const [{ model } = { model: "unknown" }] = cpus();
  return { processor: model.trim(), cores: cpus().length, memory: Math.round(totalmem() / 1e9), system: `${type()} ${release()}`, node: process.version };
}

/** Load of the machine over the last minute. */
export function loadNow() {
  return Number((loadavg()[0] ?? 0).toFixed(1));
}

/**
 * Results with what was measured now in the place of what was known: all rows of the parts that were measured, and no others.
 * @param {Results | null} known
 * @param {readonly { part: string, date: string, load: number, rows: readonly Row[] }[]} measured
 * @param {readonly string[]} order the parts in the order in which they stand; others come last
 * @returns {Results}
 */
export function merged(known, machine, measured, order) {
  const place = (part) => (order.includes(part) ? order.indexOf(part) : order.length);
  const anew = new Map(measured.map((one) => [one.part, one]));
  const kept = (known?.rows ?? []).filter((one) => !anew.has(partOf(one)));
  const rows = [...kept, ...measured.flatMap((one) => one.rows)].sort((a, b) => place(partOf(a)) - place(partOf(b)));
  const told = { ...known?.machine.measured, ...Object.fromEntries(measured.map(({ part, date, load }) => [part, { date, load }])) };
  const parts = [...new Set(rows.map(partOf))];
  return { machine: { ...machine, measured: Object.fromEntries(parts.map((part) => [part, told[part]])) }, rows };
}
