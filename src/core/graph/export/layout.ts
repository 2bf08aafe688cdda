/** The size of a box to be placed. */
export interface Box {
  width: number;
  height: number;
}

/** Where the middle of a box lies. */
export interface Point {
  x: number;
  y: number;
}

/** More boxes than this are laid out as a spiral: forces between all pairs would take seconds. */
const mostForced = 500;

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

/**
 * Places boxes so that none overlaps and what is tied lies close: springs along the ties and forces between all pairs
 * (Fruchterman and Reingold, 1991), from a start that depends on the order of the boxes alone. The same boxes and ties
 * always give the same picture, in whole numbers.
 */
export function layout(boxes: readonly Box[], ties: readonly (readonly [number, number])[]): Point[] {
  const spacing = Math.max(1, boxes.reduce((sum, { width, height }) => sum + (width + height) / 2, 0) / Math.max(1, boxes.length)) * 1.1;
  const points = spiral(boxes.length, spacing, ties);
  if (boxes.length <= mostForced) relax(points, ties, spacing * 1.7);
  // Where there is no room to push a crowd apart, all move outwards and try again.
  for (let tries = 0; tries < 40 && !separate(points, boxes); tries += 1) {
    for (const point of points) {
      point.x *= 1.12;
      point.y *= 1.12;
    }
  }
  return points.map(({ x, y }) => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 }));
}

/** A sunflower's spiral, the most tied boxes in the middle. */
function spiral(count: number, spacing: number, ties: readonly (readonly [number, number])[]): Point[] {
  const degrees = degreesOf(count, ties);
  const order = degrees.map((degree, index) => ({ degree, index })).sort((a, b) => b.degree - a.degree || a.index - b.index);
  const points: Point[] = degrees.map(() => ({ x: 0, y: 0 }));
  order.forEach(({ index }, rank) => {
    const radius = spacing * Math.sqrt(rank);
    points[index] = { x: radius * Math.cos(rank * goldenAngle), y: radius * Math.sin(rank * goldenAngle) };
  });
  return points;
}

function degreesOf(count: number, ties: readonly (readonly [number, number])[]): number[] {
  const degrees = new Array<number>(count).fill(0);
  for (const ends of ties) for (const end of ends) degrees[end] = (degrees[end] ?? 0) + 1;
  return degrees;
}

/**
 * The more a box is tied to, the harder it pushes: so hubs find room, and what hangs on one tie stays close to it.
 */
function relax(points: readonly Point[], ties: readonly (readonly [number, number])[], length: number): void {
  const rounds = 300;
  const weights = degreesOf(points.length, ties).map((degree) => degree + 1);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  for (let round = 0; round < rounds; round += 1) {
    const forces = points.map(({ x, y }) => ({ x: -x * 0.02, y: -y * 0.03 }));
    points.forEach((a, i) => {
      for (let j = i + 1; j < points.length; j += 1) {
        const b = points[j];
        const [p, q] = [forces[i], forces[j]];
        if (!b || !p || !q) continue;
        const [dx, dy] = [a.x - b.x, a.y - b.y];
        const push = (length * length * (weights[i] ?? 1) * (weights[j] ?? 1)) / (mean * mean) / Math.max(1, dx * dx + dy * dy);
        p.x += dx * push;
        p.y += dy * push;
        q.x -= dx * push;
        q.y -= dy * push;
      }
    });
    for (const [i, j] of ties) {
      const [a, b, p, q] = [points[i], points[j], forces[i], forces[j]];
      if (!a || !b || !p || !q) continue;
      const [dx, dy] = [a.x - b.x, a.y - b.y];
      const pull = Math.sqrt(dx * dx + dy * dy) / length / 2;
      p.x -= dx * pull;
      p.y -= dy * pull;
      q.x += dx * pull;
      q.y += dy * pull;
    }
    const step = length * (1 - round / rounds);
    points.forEach((point, i) => {
      const force = forces[i] ?? { x: 0, y: 0 };
      const size = Math.max(1e-9, Math.sqrt(force.x * force.x + force.y * force.y));
      point.x += (force.x / size) * Math.min(size, step);
      point.y += (force.y / size) * Math.min(size, step);
    });
  }
}

/** Pushes overlapping boxes apart along the way that is shorter. Whether none is left. */
function separate(points: readonly Point[], boxes: readonly Box[]): boolean {
  const gap = 12;
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0) + gap;
  for (let round = 0; round < 100; round += 1) {
    let isMoved = false;
    const order = points.map((point, index) => ({ point, index })).sort((a, b) => a.point.x - b.point.x || a.index - b.index);
    order.forEach(({ point: a, index: i }, rank) => {
      for (let next = rank + 1; next < order.length; next += 1) {
        const other = order[next];
        const [box, otherBox] = [boxes[i], other && boxes[other.index]];
        if (!other || !box || !otherBox || other.point.x - a.x > widest) break;
        const b = other.point;
        const overX = (box.width + otherBox.width) / 2 + gap - Math.abs(a.x - b.x);
        const overY = (box.height + otherBox.height) / 2 + gap - Math.abs(a.y - b.y);
        if (overX <= 0.01 || overY <= 0.01) continue;
        isMoved = true;
        if (overX < overY) {
          const sign = a.x <= b.x ? 1 : -1;
          a.x -= (sign * overX) / 2;
          b.x += (sign * overX) / 2;
        } else {
          const sign = a.y < b.y || (a.y === b.y && i < other.index) ? 1 : -1;
          a.y -= (sign * overY) / 2;
          b.y += (sign * overY) / 2;
        }
      }
    });
    if (!isMoved) return true;
  }
  return false;
}
