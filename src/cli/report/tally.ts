import { isChoice } from "../fix/for-many";
import { type Diagnostic, printLine, type Result, severities } from "../../core/index";
import type { Look } from "./look";
import { styles } from "./paint";
import { wrap } from "./wrap";

/** From how many diagnostics on one wants to see them counted. */
const many = 10;

/** From how many on one wants to know where they lie. */
const veryMany = 200;

/** How often each rule spoke, loudest first, where a reader has lost count, where they lie if they are very many, and which of it can be fixed; else nothing. */
export function tally({ notes, canFix = false }: Result, look: Look): string {
  const rules = new Map<string, Diagnostic[]>();
  for (const { diagnostics } of notes) {
    for (const diagnostic of diagnostics) {
      const key = `${severities.indexOf(diagnostic.severity)} ${diagnostic.rule}`;
      const group = rules.get(key);
      if (group) group.push(diagnostic);
      else rules.set(key, [diagnostic]);
    }
  }
  const groups = [...rules].sort(([a, m], [b, n]) => Number(a[0]) - Number(b[0]) || n.length - m.length || (a < b ? -1 : 1)).map(([, group]) => group);
  const all = groups.flat();
  const columns = all.length.toLocaleString("en").length + 2;
  const rows = all.length < many ? [] : [...groups.map((group) => row(group, columns, look)), ""];
  return [...rows, ...(all.length < veryMany ? [] : folders(notes, columns)), ...(canFix ? whatCanBeFixed(all, look) : [])].map((line) => `${line}\n`).join("");
}

function row(group: readonly Diagnostic[], columns: number, { paint }: Look): string {
  const [{ severity, rule } = { severity: "hint" as const, rule: "" }] = group;
  return `${group.length.toLocaleString("en").padStart(columns)}  ${paint(styles[severity], severity)}${" ".repeat(9 - severity.length)}${rule}`;
}

/** How many lie in each folder of the vault's top, most first. */
function folders(notes: Result["notes"], columns: number): string[] {
  const counts = new Map<string, number>();
  for (const { path, diagnostics } of notes) {
    const folder = path.slice(0, path.indexOf("/") + 1) || "./";
    counts.set(folder, (counts.get(folder) ?? 0) + diagnostics.length);
  }
  const rows = [...counts].filter(([, number]) => number > 0).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return rows.length < 2 ? [] : [...rows.map(([folder, number]) => `${number.toLocaleString("en").padStart(columns)}  ${printLine(folder)}`), ""];
}

/** Says how to have fixes made; nothing where there are none. */
function whatCanBeFixed(all: readonly Diagnostic[], look: Look): string[] {
  const safe = all.filter(({ fixes }) => fixes.some(({ kind }) => kind === "safe"));
  const choices = all.filter(isChoice);
  const rules = [...new Set(choices.map(({ rule }) => rule))].sort();
  return [
    ...(safe.length > 0 ? wrap(`${safe.length.toLocaleString("en")} can be fixed: check --fix, or --fix --dry-run to see how.`, look.columns) : []),
    ...(rules.length > 0 ? wrap(`${choices.length.toLocaleString("en")}${safe.length > 0 ? " more" : ""} ${choices.length === 1 ? "has" : "have"} a choice to make; --fix --rule ID takes the first one: ${rules.join(", ")}.`, look.columns) : []),
  ];
}
