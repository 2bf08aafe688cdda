import type { Group } from "./arrange";
import type { Row } from "./rows";

/** One line of the list: the title of a group, or a diagnostic in one that is open. */
export type Line = GroupLine | RowLine;

interface Placed {
  key: string;
  /** Where it stands among those of its level in its group, from 1, and how many they are. */
  place: number;
  of: number;
}

export interface GroupLine extends Placed {
  is: "group";
  group: Group;
  isOpen: boolean;
}

export interface RowLine extends Placed {
  is: "row";
  row: Row;
  /** The line above it that it belongs to. */
  parent: string;
}

/** The lines of some groups. */
export function linesOf(groups: readonly Group[], isOpen: (group: Group) => boolean): Line[] {
  const lines: Line[] = [];
  groups.forEach((group, index) => {
    const parent = `group ${group.key}`;
    const open = isOpen(group);
    lines.push({ is: "group", key: parent, group, isOpen: open, place: index + 1, of: groups.length });
    if (!open) return;
    const { rows } = group;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      if (row) lines.push({ is: "row", key: row.key, row, parent, place: at + 1, of: rows.length });
    }
  });
  return lines;
}
