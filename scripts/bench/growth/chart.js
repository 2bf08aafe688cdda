/** How time and memory grow, as a chart and in words, from the rows of the results. */

export const part = "Growth";

/** An exponent of 1 is linear: twice the notes, twice the time. What is more than this is not near it. */
export const exponentBar = 1.1;

/** What is drawn, each as one line; `key` is what main.js calls it. */
export const curves = [
  { key: "lint", what: "lint, by the clock", unit: "s", mark: "lint", colour: 0 },
  { key: "check", what: "check, by the clock", unit: "s", mark: "check", colour: 1 },
  { key: "index", what: "reading into the index, of the processor", unit: "s", mark: "index", colour: 2 },
  { key: "lintPeak", what: "lint, the most memory at once", unit: "MB", mark: "lint", colour: 0 },
  { key: "checkPeak", what: "check, the most memory at once", unit: "MB", mark: "check", colour: 1 },
  { key: "heap", what: "the index, memory", unit: "MB", mark: "index alone", colour: 2 },
];

/** The points of a curve: how many notes, and the figure. */
export function notesOf(rows, { what }) {
  const start = `${part}: ${what}, `;
  return rows.flatMap(({ name, ours }) => (name.startsWith(start) && name.endsWith(" notes") ? [{ notes: Number(name.slice(start.length, -" notes".length).replaceAll(",", "")), value: ours }] : []));
}

/** The power of the number of notes that a curve grows with: the slope of the line that lies best among its points, both axes logarithmic. */
export function exponent(points) {
  const logs = points.map(({ notes, value }) => [Math.log(notes), Math.log(value)]);
  const mean = (at) => logs.reduce((sum, one) => sum + one[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, one) => sum + (one[0] - x) * (one[1] - y), 0) / logs.reduce((sum, one) => sum + (one[0] - x) ** 2, 0);
}

const drawn = (rows) => curves.map((curve) => ({ ...curve, points: notesOf(rows, curve) })).filter(({ points }) => points.length > 1);

function growsLike(power) {
  if (power > exponentBar) return "faster than the vault";
  return power < 0.9 ? "more slowly than the vault" : "in step with the vault";
}

/** Words on the growth, for the page; they say so where nothing has been measured. */
export function growthWords(rows) {
  const lines = drawn(rows).map(({ what, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const power = exponent(points);
    const times = (a, b) => Number((b / a).toPrecision(2)).toLocaleString("en");
    return `- ${what}: ${growsLike(power)}. ${times(first.notes, last.notes)} times the notes take ${times(first.value, last.value)} times as much (exponent ${power.toFixed(2)}).`;
  });
  if (lines.length === 0) return "How it grows has not been measured yet: `npm run bench -- --growth`.";
  return ["![Time and memory from 1,250 to 20,000 notes, both axes logarithmic](images/growth.svg)", "", ...lines].join("\n");
}

const panel = { width: 310, height: 260, top: 40, between: 460, left: 64 };
const powers = (from, to) => Array.from({ length: Math.ceil(Math.log10(to)) - Math.floor(Math.log10(from)) + 1 }, (_, at) => 10 ** (Math.floor(Math.log10(from)) + at));

function drawPanel(lines, { title, unit, at }) {
  const all = lines.flatMap(({ points }) => points);
  const sizes = lines[0].points.map(({ notes }) => notes);
  const ticks = powers(Math.min(...all.map(({ value }) => value)), Math.max(...all.map(({ value }) => value)));
  const share = (value, from, to) => Math.log(value / from) / Math.log(to / from);
  const left = panel.left + at * panel.between;
  const x = (notes) => (left + share(notes, sizes[0], sizes.at(-1)) * panel.width).toFixed(1);
  const y = (value) => (panel.top + (1 - share(value, ticks[0], ticks.at(-1))) * panel.height).toFixed(1);
  const bottom = panel.top + panel.height;
  // Names stand beside the ends of their lines, at least a line of text apart.
  const ends = [...lines].sort((a, b) => b.points.at(-1).value - a.points.at(-1).value);
  let above = -Infinity;
  const names = ends.map(({ mark, colour, points }) => {
    above = Math.max(Number(y(points.at(-1).value)) + 4, above + 15);
    return `<text class="name c${colour}" x="${left + panel.width + 10}" y="${above.toFixed(1)}">${mark}</text>`;
  });
  return [
    `<text class="title" x="${left}" y="22">${title}</text>`,
    ...ticks.map((tick) => `<line class="grid" x1="${left}" x2="${left + panel.width}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick.toLocaleString("en")} ${unit}</text>`),
    ...sizes.map((size) => `<line class="grid" x1="${x(size)}" x2="${x(size)}" y1="${panel.top}" y2="${bottom}"/><text x="${x(size)}" y="${bottom + 18}" text-anchor="middle">${size.toLocaleString("en")}</text>`),
    `<text x="${left + panel.width / 2}" y="${bottom + 38}" text-anchor="middle">notes</text>`,
    ...lines.map(({ colour, points }) => `<polyline class="line c${colour}" points="${points.map(({ notes, value }) => `${x(notes)},${y(value)}`).join(" ")}"/>${points.map(({ notes, value }) => `<circle class="dot c${colour}" cx="${x(notes)}" cy="${y(value)}" r="3"/>`).join("")}`),
    ...names,
  ].join("\n");
}

/** The chart as SVG, for light and dark pages; null where nothing has been measured. Both axes are logarithmic: a straight line at 45 degrees of the axes is linear growth. */
export function chart(rows) {
  const lines = drawn(rows);
  if (lines.length === 0) return null;
  const panels = [["Time", "s"], ["Memory", "MB"]].map(([title, unit], at) => drawPanel(lines.filter((line) => line.unit === unit), { title, unit, at }));
  const width = panel.left + panel.between + panel.width + 90;
  const height = panel.top + panel.height + 50;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Time and memory by the number of notes, both axes logarithmic">
<style>
svg { background: #ffffff; --ink: #1f2328; --grid: #d1d9e0; --c0: #0550ae; --c1: #a04100; --c2: #116329; }
@media (prefers-color-scheme: dark) { svg { background: #0d1117; --ink: #e6edf3; --grid: #3d444d; --c0: #79c0ff; --c1: #ffa657; --c2: #7ee787; } }
text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.title { font-size: 14px; font-weight: 600; }
.grid { stroke: var(--grid); }
.line { fill: none; stroke-width: 2; }
.c0 { --own: var(--c0); } .c1 { --own: var(--c1); } .c2 { --own: var(--c2); }
.line { stroke: var(--own); } .dot, .name { fill: var(--own); }
.name { font-weight: 600; }
</style>
${panels.join("\n")}
</svg>
`;
}
