/** Which mark of a note was gone to last: one that has been mended is not there to go on from. */
const lastAt = new WeakMap<HTMLElement, number>();

/** Moves the focus to the next mark of a rendered note, or the one before; past the last comes the first. */
export function stepReading(el: HTMLElement, by: 1 | -1): boolean {
  // What live preview has rendered is still there while the note is read, and can't be gone to.
  const marks = [...el.querySelectorAll<HTMLElement>(".markdown-rendered .distinguo-mark[role=button]")].filter((mark) => mark.getClientRects().length > 0);
  if (marks.length === 0) return false;
  const { activeElement } = el.doc;
  const focused = marks.findIndex((mark) => mark === activeElement);
  const last = lastAt.get(el);
  const from = focused !== -1 ? focused : last !== undefined ? last - (by === 1 ? 1 : 0) : by === 1 ? -1 : 0;
  const to = (from + by + marks.length) % marks.length;
  lastAt.set(el, to);
  marks[to]?.focus({ preventScroll: true });
  marks[to]?.scrollIntoView({ block: "center" });
  return true;
}
