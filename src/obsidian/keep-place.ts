/** Where the focus can be in a view. */
function stopsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("a, button, summary")];
}

/** What tells one stop from the others, also once it has been drawn anew: its row, what it says and what it is called. */
function nameOf(stop: HTMLElement): string {
  return stop.className + (stop.ariaLabel ?? "") + (stop.closest("li") ?? stop).textContent;
}

/** Remembers a stop of a view. What is returned gives the focus to it, or, where it has gone, to what has taken its place. */
export function wayBack(root: HTMLElement, stop: HTMLElement): () => void {
  const at = stopsOf(root).indexOf(stop);
  const name = nameOf(stop);
  return () => {
    const now = stopsOf(root);
    (now.find((one) => nameOf(one) === name) ?? now[Math.min(at, now.length - 1)])?.focus({ preventScroll: true });
  };
}

/** Draws a view anew without losing the place: neither what is scrolled to nor what has the focus. */
export function keepPlace(root: HTMLElement, draw: () => void): void {
  // Where nothing is, there is no place; to ask for it would have the browser lay out all that is new.
  if (!root.firstChild) {
    draw();
    return;
  }
  const { scrollTop } = root;
  const focused = stopsOf(root).find((stop) => stop.isActiveElement());
  const back = focused && wayBack(root, focused);
  draw();
  root.scrollTop = scrollTop;
  back?.();
}
