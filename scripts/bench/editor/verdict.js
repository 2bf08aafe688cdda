/** What the measurements say: the figures beside their bars, and whether the measurement itself can be believed. */
import { median, quantile } from "../statistics.js";

/** What is measured, and its bar in milliseconds: figures must be below it or, where it says so, may reach it. */
const rows = [
  { what: "a key, median", key: "median", bar: 1 },
  { what: "a key, 95th percentile", key: "p95", bar: 4 },
  { what: "longest task after a burst of keys", key: "burst", bar: 50, reached: true },
  { what: "longest task while a note is opened", key: "opening", bar: 50, reached: true },
];

/**
 * What an arm adds to the keys of another in the median and the 95th percentile, each of them the median of the runs.
 * @param {string} arm
 * @param {string | null} base
 * @param {readonly Map<string | null, number[]>[]} runs milliseconds of each key, by arm
 * @returns {{ median: number, p95: number }}
 */
export function addedBy(arm, base, runs) {
  const over = (share) => median(runs.map((times) => quantile(times.get(arm), share) - quantile(times.get(base), share)));
  return { median: over(0.5), p95: over(0.95) };
}

export function milliseconds(value) {
  return `${value.toFixed(value < 100 ? 2 : 0)} ms`;
}

/**
 * Why the measurement can't be believed; empty where it can.
 * @param nothing the figures of a plugin that does nothing
 * @param slow those of one that takes 6 ms for each key
 * @param blocking the worst tasks of one that takes 60 ms at once after a burst, and while a note is opened
 */
export function doubts({ nothing, slow, blocking }) {
  const found = [];
  const expect = (value, from, to, text) => {
    if (!(value >= from && value <= to)) found.push(`${text} ${milliseconds(value)}, which should lie between ${from} and ${to}`);
  };
  expect(nothing.median, -0.5, 0.5, "a plugin that does nothing adds to a key, in the median,");
  expect(nothing.p95, -2.5, 2.5, "a plugin that does nothing adds to a key, in the 95th percentile,");
  expect(slow.median, 5, 8, "6 ms that were put into each key show as");
  expect(nothing.burst, 0, 5, "a plugin that does nothing is blamed, after a burst of keys, for");
  expect(nothing.opening, 0, 5, "a plugin that does nothing is blamed, while a note is opened, for");
  expect(blocking.burst.cpu, 50, 75, "60 ms that were put into a task after a burst show as");
  expect(blocking.opening.cpu, 50, 75, "60 ms that were put into a task while a note is opened show as");
  if (!blocking.burst.told || !blocking.opening.told) found.push("of a task that took 60 ms the browser told nothing");
  return found;
}

/** The lines of the table, each with whether its bar holds. */
export function judged(ours, peer) {
  return rows.map(({ what, key, bar, reached = false }) => ({ what, ours: ours[key], peer: peer[key], bar, reached, holds: reached ? ours[key] <= bar : ours[key] < bar }));
}

/** The table as it is printed. */
export function table(lines) {
  const ratio = ({ ours, peer }) => (ours >= 0.01 && peer >= 0.01 ? `${Number((peer / ours).toPrecision(2))} to 1` : "");
  const cells = [
    ["what the plugin adds", "ours", "peer", "ratio", "bar", ""],
    ...lines.map((line) => [line.what, milliseconds(line.ours), milliseconds(line.peer), ratio(line), `${line.reached ? "up to" : "under"} ${line.bar} ms`, line.holds ? "holds" : "MISSED"]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("   ").trimEnd()).join("\n");
}
