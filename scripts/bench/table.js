/** The page about speed, as far as it is made of bench/results.json. */
import { growthWords } from "./growth/chart.js";
import { partOf, wantsMore } from "./results.js";

/** A number as people read it: three figures, thousands apart. */
export function plain(value) {
  if (Math.abs(value) < 0.005) return "0";
  return Number(value.toPrecision(Math.abs(value) >= 1000 ? 4 : 3)).toLocaleString("en", { maximumFractionDigits: 3 });
}

function figure(value, unit) {
  return unit === "" ? plain(value) : `${plain(value)} ${unit}`;
}

function cells(one) {
  const { name, unit, ours, peer, peerName, ratio, bar, pass } = one;
  return [
    name.slice(partOf(one).length + 2),
    figure(ours, unit),
    peer === null ? "none" : unit === "to 1" ? peerName : `${figure(peer, unit)}, ${peerName}`,
    ratio === null || unit === "to 1" ? "" : `${plain(ratio)} to 1`,
    bar === null ? "" : `${wantsMore(unit) ? "at least" : "at most"} ${figure(bar, unit)}`,
    pass === null ? "" : pass ? "holds" : "**missed**",
  ];
}

/** The tables of all parts, with the machine that they were measured on. */
export function tables({ machine, rows }) {
  const { processor, cores, memory, system, node, measured } = machine;
  const parts = [...new Set(rows.map(partOf))];
  const table = (part) => [
    `**${part}** (${measured[part].date}, load of the machine ${measured[part].load})`,
    "",
    "| | Distinguo | peer | ratio | bar | |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.filter((one) => partOf(one) === part).map((one) => `| ${cells(one).join(" | ")} |`),
  ].join("\n");
  const held = rows.filter(({ pass }) => pass === true).length;
  const missed = rows.filter(({ pass }) => pass === false).length;
  return [`${processor}, ${cores} cores, ${memory} GB, ${system}, Node ${node.slice(1)}. Of ${held + missed} bars ${held} hold and ${missed} ${missed === 1 ? "is" : "are"} missed.`, ...parts.map(table)].join("\n\n");
}

function between(text, name, content) {
  const [from, to] = [`<!-- bench: ${name}; written by npm run bench, not by hand -->`, `<!-- bench: end of ${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`the page has no place for ${name}: it lacks "${from}" or "${to}"`);
  return `${text.slice(0, start + from.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** The page with what its marked places hold made anew from results. Throws where it lacks a place. */
export function pageWith(page, results) {
  return between(between(page, "tables", tables(results)), "growth", growthWords(results.rows));
}
