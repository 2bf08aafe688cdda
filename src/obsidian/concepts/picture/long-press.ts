/** How long a finger rests before it asks for the menu, in ms, and how far it may slip meanwhile, in CSS pixels. */
const long = 500;
const slip = 10;

/**
 * Has a finger that rests ask for a menu, at the point where it rests. Where the system does so itself, it asks once.
 * @returns what lets go of a press that lasts
 */
export function onLongPress(ground: HTMLElement, ask: (target: Node | null, at: { x: number; y: number }) => void): () => void {
  let timer: number | undefined;
  let at = { x: 0, y: 0 };
  let hasAsked = false;
  const cancel = (): void => {
    ground.win.clearTimeout(timer);
    timer = undefined;
  };
  ground.addEventListener(
    "touchstart",
    (event) => {
      cancel();
      hasAsked = false;
      const [touch] = Array.from(event.touches);
      if (!touch || event.touches.length > 1) return;
      at = { x: touch.clientX, y: touch.clientY };
      const { targetNode } = event;
      timer = ground.win.setTimeout(() => {
        hasAsked = true;
        ask(targetNode, at);
      }, long);
    },
    { passive: true },
  );
  ground.addEventListener(
    "touchmove",
    ({ touches }) => {
      const [touch] = Array.from(touches);
      if (touch && Math.hypot(touch.clientX - at.x, touch.clientY - at.y) > slip) cancel();
    },
    { passive: true },
  );
  ground.addEventListener("touchcancel", cancel);
  ground.addEventListener("touchend", (event) => {
    cancel();
    // The finger that has asked for the menu does not press as well.
    if (hasAsked && event.cancelable) event.preventDefault();
  });
  ground.addEventListener(
    "contextmenu",
    (event) => {
      if (timer === undefined && !hasAsked) return;
      // The system has noticed, too.
      if (hasAsked) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      hasAsked = true;
      cancel();
    },
    { capture: true },
  );
  return cancel;
}
