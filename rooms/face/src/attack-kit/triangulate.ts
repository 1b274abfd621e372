/** Three corners, as indices of points. */
export type Triangle = readonly [number, number, number];

/**
 * Delaunay triangles of points (x, y pairs), by adding one point after the other and turning over the triangles
 * whose circle holds it (Bowyer and Watson, 1981). Answers indices of the given points.
 */
export function triangulate(points: ArrayLike<number>): readonly Triangle[] {
  const count = points.length / 2;
  // Three corners far outside hold everything at first.
  const far = 1e5;
  const all = [...Array.from(points), -far, -far, far, -far, 0, far];
  let triangles: Triangle[] = [[count, count + 1, count + 2]];
  for (let p = 0; p < count; p++) {
    const edges = new Map<string, readonly [number, number]>();
    const kept: Triangle[] = [];
    for (const triangle of triangles) {
      if (!circleHolds(all, triangle, p)) {
        kept.push(triangle);
        continue;
      }
      const [a, b, c] = triangle;
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        // An edge of two turned-over triangles lies inside the hole.
        const key = from < to ? `${from} ${to}` : `${to} ${from}`;
        if (!edges.delete(key)) edges.set(key, [from, to]);
      }
    }
    triangles = [...kept, ...[...edges.values()].map(([from, to]): Triangle => [from, to, p])];
  }
  return triangles.filter((triangle) => triangle.every((corner) => corner < count));
}

function circleHolds(points: readonly number[], [a, b, c]: Triangle, p: number): boolean {
  const at = (i: number) => [points[2 * i] ?? 0, points[2 * i + 1] ?? 0] as const;
  const [px, py] = at(p);
  const [[ax, ay], [bx, by], [cx, cy]] = [at(a), at(b), at(c)].map(([x, y]) => [x - px, y - py] as const) as [
    readonly [number, number],
    readonly [number, number],
    readonly [number, number],
  ];
  const [aa, bb, cc] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  const inside = ax * (by * cc - bb * cy) - ay * (bx * cc - bb * cx) + aa * (bx * cy - by * cx);
  const turn = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  return turn > 0 ? inside > 0 : inside < 0;
}
