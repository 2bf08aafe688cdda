import { shapeTitle, type Finding, type Fix } from "../../core/index";

/** A diagnostic in a list, with the fixes that it had when the list was made. */
export interface FindingRow {
  path: string;
  finding: Finding;
}

/** Places for which one fix can be chosen. */
export interface ShapeGroup {
  title: string;
  rule: string;
  kind: Fix["kind"];
  shape: string;
  rows: FindingRow[];
}

/** Whether a fix is one of a group's. */
export function isOf({ kind, shape }: Pick<ShapeGroup, "kind" | "shape">, fix: Fix): boolean {
  return fix.kind === kind && fix.shape === shape;
}

/** What some places offer that others may offer, too: the safe first, then what most offer. And those that offer nothing of the kind. */
export function shapesOf(rows: readonly FindingRow[]): { groups: ShapeGroup[]; without: FindingRow[] } {
  const groups = new Map<string, ShapeGroup>();
  const without: FindingRow[] = [];
  for (const row of rows) {
    const { rule, fixes } = row.finding;
    const own = new Set<string>();
    for (const { kind, shape } of fixes) {
      const key = `${rule} ${kind} ${shape}`;
      if (shape === undefined || own.has(key)) continue;
      own.add(key);
      const group = groups.get(key);
      if (group) group.rows.push(row);
      else groups.set(key, { title: shapeTitle(shape), rule, kind, shape, rows: [row] });
    }
    if (own.size === 0) without.push(row);
  }
  const isChoice = ({ kind }: ShapeGroup): number => Number(kind === "choice");
  return { groups: [...groups.values()].sort((a, b) => isChoice(a) - isChoice(b) || b.rows.length - a.rows.length), without };
}
