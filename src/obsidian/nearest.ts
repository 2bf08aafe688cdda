/** Where an arrow key points: to the right and down, each -1, 0 or 1; no other key points anywhere. */
export function directionOf(key: string): [number, number] {
  return [Number(key === "ArrowRight") - Number(key === "ArrowLeft"), Number(key === "ArrowDown") - Number(key === "ArrowUp")];
}

/** What is less far on than this, in pixels, is level with where one is. */
const level = 4;

/** Of places, the nearest that lies in a direction from one of them; what lies aside is further away. Undefined where none lies there. */
export function nearest<Place extends { x: number; y: number }>(from: Place, places: Iterable<Place>, [dx, dy]: readonly [number, number]): Place | undefined {
  let best: Place | undefined;
  let least = Infinity;
  for (const place of places) {
    const along = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    if (place === from || along < level) continue;
    const distance = along + 2 * aside;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
