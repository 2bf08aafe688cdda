import type { Diagnostic, Fix } from "../../core/index";

/** Whether a fix may be made in many places at once: it changes something, and does not merely take out what somebody wrote. */
export function isForMany({ kind, edits, elsewhere = [], creates = [] }: Fix): boolean {
  const all = [edits, ...elsewhere.map((note) => note.edits)].flat();
  return all.length + creates.length > 0 && (kind === "safe" || creates.length > 0 || all.some(({ insert }) => insert !== ""));
}

/** Whether a diagnostic is fixed only where its rule is named. */
export function isChoice({ fixes }: Diagnostic): boolean {
  return fixes.every(({ kind }) => kind === "choice") && fixes.some(isForMany);
}
