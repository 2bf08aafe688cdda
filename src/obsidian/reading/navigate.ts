/** Moves the focus to the next mark of a rendered note, or the one before; past the last comes the first. */
export function stepReading(el: HTMLElement, by: 1 | -1): boolean {
  const marks = [...el.querySelectorAll<HTMLElement>(".markdown-rendered .distinguo-mark[role=button]")];
  if (marks.length === 0) return false;
  const { activeElement } = el.doc;
  const at = marks.findIndex((mark) => mark === activeElement);
  const target = marks[at === -1 ? (by === 1 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
  return true;
}
