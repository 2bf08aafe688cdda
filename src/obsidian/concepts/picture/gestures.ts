/** What moves the picture on its ground. Points are in CSS pixels of the ground. */
export interface Moves {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: { x: number; y: number }): void;
  /** Whether there is more than is in sight; else one finger scrolls what the picture stands in. */
  isLoose(): boolean;
  /** The ground itself was pressed, and not dragged. */
  press(): void;
}

/** How far a pointer goes before it drags, in CSS pixels. */
const slack = 4;

/** Lets the mouse, a pen and fingers move the picture. All listeners are on the ground, and go with it. */
export function onGestures(ground: HTMLElement, moves: Moves): void {
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } => {
    const { left, top } = ground.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  ground.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        // A notch of a wheel is about 100; pinching on a trackpad comes in single digits.
        moves.zoom(Math.exp(-Math.max(-50, Math.min(50, event.deltaY)) / 120), at(event));
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) && moves.isLoose()) {
        event.preventDefault();
        moves.pan(-event.deltaX, 0);
      }
    },
    { passive: false },
  );

  let from: { x: number; y: number; dragging: boolean } | undefined;
  const isGround = (target: Node | null): boolean => target?.instanceOf(Element) === true && target.closest("button, .distinguo-edge, .distinguo-map-count") === null;
  ground.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0 || !isGround(event.targetNode)) return;
    from = { x: event.clientX, y: event.clientY, dragging: false };
    ground.setPointerCapture(event.pointerId);
  });
  ground.addEventListener("pointermove", (event) => {
    if (!from) return;
    if (!from.dragging && Math.hypot(event.clientX - from.x, event.clientY - from.y) < slack) return;
    from.dragging = true;
    moves.pan(event.clientX - from.x, event.clientY - from.y);
    from.x = event.clientX;
    from.y = event.clientY;
  });
  const release = (event: PointerEvent): void => {
    if (from && !from.dragging && event.type === "pointerup") moves.press();
    from = undefined;
  };
  ground.addEventListener("pointerup", release);
  ground.addEventListener("pointercancel", release);
  onFingers(ground, moves, at);
}

function onFingers(ground: HTMLElement, moves: Moves, at: (touch: Touch) => { x: number; y: number }): void {
  let fingers: { x: number; y: number }[] = [];
  const read = (event: TouchEvent): { x: number; y: number }[] => Array.from(event.touches).slice(0, 2).map(at);
  const start = (event: TouchEvent): void => {
    fingers = read(event);
  };
  ground.addEventListener("touchstart", start, { passive: true });
  ground.addEventListener("touchend", start, { passive: true });
  ground.addEventListener("touchcancel", start, { passive: true });
  ground.addEventListener(
    "touchmove",
    (event) => {
      const now = read(event);
      const [a, b] = now;
      const [a0, b0] = fingers;
      fingers = now;
      if (!a || !a0 || !event.cancelable) return;
      if (b && b0) {
        event.preventDefault();
        const [centre, before] = [{ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, { x: (a0.x + b0.x) / 2, y: (a0.y + b0.y) / 2 }];
        moves.pan(centre.x - before.x, centre.y - before.y);
        moves.zoom(Math.hypot(a.x - b.x, a.y - b.y) / Math.max(1, Math.hypot(a0.x - b0.x, a0.y - b0.y)), centre);
      } else if (!b && moves.isLoose()) {
        event.preventDefault();
        moves.pan(a.x - a0.x, a.y - a0.y);
      }
    },
    { passive: false },
  );
}
