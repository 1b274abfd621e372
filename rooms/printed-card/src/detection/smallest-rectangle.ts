import type { Point } from './text-line.ts';

/** A rectangle in any direction; `angle` in radians is the direction of its longer side, -π/2 < angle <= π/2. */
export interface Rectangle {
  readonly middle: Point;
  readonly halfLength: number;
  readonly halfHeight: number;
  readonly angle: number;
}

/** The rectangle of least area around points; one of its sides lies along a side of their hull. */
export function smallestRectangle(points: readonly Point[]): Rectangle | null {
  const hull = convexHull(points);
  const [first] = hull;
  if (first === undefined) return null;
  let best: Rectangle | null = null;
  let leastArea = Number.POSITIVE_INFINITY;
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of hull) {
      const along = x * c + y * s;
      const across = y * c - x * s;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    const area = (right - left) * (bottom - top);
    if (area >= leastArea) continue;
    leastArea = area;
    const [along, across] = [(left + right) / 2, (top + bottom) / 2];
    const [length, height] = [(right - left) / 2, (bottom - top) / 2];
    const lies = length >= height;
    best = {
      middle: { x: along * c - across * s, y: along * s + across * c },
      halfLength: lies ? length : height,
      halfHeight: lies ? height : length,
      angle: uprightAngle(lies ? angle : angle + Math.PI / 2),
    };
  }
  return best;
}

/** A line's direction without a sense: the same angle for both ways along it. */
function uprightAngle(angle: number): number {
  const turned = angle - Math.PI * Math.round(angle / Math.PI);
  return turned <= -Math.PI / 2 ? turned + Math.PI : turned;
}

/** Andrew's monotone chain: the hull's corners in order, none of them on a side. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (row: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of row) {
      for (;;) {
        const [before, last] = chain.slice(-2);
        if (before === undefined || last === undefined || turn(before, last, point) > 0) break;
        chain.pop();
      }
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  const hull = [...half(sorted), ...half(sorted.reverse())];
  return hull.length === 0 ? sorted.slice(0, 1) : hull;
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
