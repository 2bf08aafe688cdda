import { nameOf, type NoteLink } from "../concepts/read-concept";
import type { Edit } from "../diagnostic";
import type { Habits } from "./habits";
import { destination } from "./link-style";

/** The edit that leads a link to another note; what it shows stays as it is. Null for a reference, whose path stands elsewhere. */
export function leadLink(source: string, { path, target, label }: NoteLink, note: string, habits: Habits): Edit | null {
  if (!path) return null;
  const to = habits.pathTo(note, source);
  const alias = label === nameOf(target.path) && nameOf(note) !== label && target.fragment === "" ? `|${label}` : "";
  const insert = path.form === "wiki" ? to + alias : path.form === "plain" ? `${to}.md` : destination(to, path.spaces === "angle" ? { spaces: "percent" } : habits.style);
  return { from: path.from, to: path.to, insert };
}
