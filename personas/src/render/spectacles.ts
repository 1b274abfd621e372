import { numberAt } from './number-at.ts';

/** A thing worn on the head, in the upright body's coordinates. */
export interface WornPart {
  readonly name: string;
  readonly look: 'frame' | 'lens' | 'mask';
  readonly points: Float64Array;
  readonly quads: Uint32Array;
}

type Point = readonly [number, number, number];

/** Plain glasses made for this face: two rims, a bridge, two temples that end at the ears, thin lenses. */
export function spectacles(body: Float64Array, head: Float64Array, left: Point, right: Point): WornPart[] {
  const distance = left[0] - right[0];
  const width = distance * 0.42;
  const height = distance * 0.31;
  const front = nearest(body, head, left) + distance * 0.12;
  const y = (left[1] + right[1]) / 2 - distance * 0.06;
  const parts: WornPart[] = [];
  for (const [side, eye] of [
    ['left', left],
    ['right', right],
  ] as const) {
    const sign = side === 'left' ? 1 : -1;
    const middle = eye[0] + sign * distance * 0.015;
    const rim = Array.from({ length: 40 }, (_, i): Point => {
      const angle = (i / 40) * 2 * Math.PI;
      const power = (value: number) => Math.sign(value) * Math.abs(value) ** 0.62;
      const x = middle + width * power(Math.cos(angle));
      return [x, y + height * power(Math.sin(angle)), front - 0.16 * (x / distance) ** 2 * distance];
    });
    parts.push(tube(`rim-${side}`, [...rim, rim[0] ?? rim[0]] as Point[], 0.018));
    const corner = rim[3] ?? [0, 0, 0];
    const edge: Point = [middle + sign * width, y + height * 0.55, (corner as Point)[2]];
    const ear = earOf(body, head, sign, y);
    parts.push(
      tube(`temple-${side}`, [edge, [ear[0] + sign * 0.03, y + height * 0.5, front - 0.35], ear], 0.017),
    );
    parts.push(disc(`lens-${side}`, rim));
  }
  const inner = left[0] + distance * 0.015 - width;
  parts.push(
    tube(
      'bridge',
      [
        [-inner, y + height * 0.35, front],
        [0, y + height * 0.5, front + 0.03],
        [inner, y + height * 0.35, front],
      ],
      0.017,
    ),
  );
  return parts;
}

/** How far the skin reaches to the front round the eye and on the bridge of the nose. */
function nearest(body: Float64Array, head: Float64Array, eye: Point): number {
  let front = -Infinity;
  for (let v = 0; v < 13380; v++) {
    if (numberAt(head, v) < 0.99) continue;
    const [x, y, z] = [numberAt(body, v * 3), numberAt(body, v * 3 + 1), numberAt(body, v * 3 + 2)];
    if (Math.abs(x) < eye[0] * 1.4 && Math.abs(x) > eye[0] * 0.3 && Math.abs(y - eye[1]) < 0.22)
      front = Math.max(front, z);
  }
  return front;
}

function earOf(body: Float64Array, head: Float64Array, sign: number, y: number): Point {
  let best: Point = [sign * 0.6, y, 0.45];
  for (let v = 0; v < 13380; v++) {
    if (numberAt(head, v) < 0.99) continue;
    const point: Point = [numberAt(body, v * 3), numberAt(body, v * 3 + 1), numberAt(body, v * 3 + 2)];
    const beside = Math.abs(point[1] - y - 0.08) < 0.1 && point[2] < 0.95 && point[2] > 0.62;
    if (beside && point[0] * sign > best[0] * sign) best = point;
  }
  return best;
}

function tube(name: string, path: readonly Point[], radius: number): WornPart {
  const sides = 8;
  const points: number[] = [];
  const quads: number[] = [];
  for (const [i, at] of path.entries()) {
    const before = path[Math.max(0, i - 1)] ?? at;
    const after = path[Math.min(path.length - 1, i + 1)] ?? at;
    const along = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]]);
    const up: Point = Math.abs(along[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0];
    const u = unit(cross(along, up));
    const w = cross(along, u);
    for (let k = 0; k < sides; k++) {
      const [c, s] = [
        Math.cos((k / sides) * 2 * Math.PI) * radius,
        Math.sin((k / sides) * 2 * Math.PI) * radius,
      ];
      points.push(at[0] + u[0] * c + w[0] * s, at[1] + u[1] * c + w[1] * s, at[2] + u[2] * c + w[2] * s);
      const [a, b] = [i * sides + k, i * sides + ((k + 1) % sides)];
      if (i + 1 < path.length) quads.push(a, b, b + sides, a + sides);
    }
  }
  return { name, look: 'frame', points: Float64Array.from(points), quads: Uint32Array.from(quads) };
}

function disc(name: string, rim: readonly Point[]): WornPart {
  const n = rim.length;
  const quads: number[] = [];
  for (let i = 0; i < n / 2 - 1; i++) quads.push(i, i + 1, n - 2 - i, n - 1 - i);
  return { name, look: 'lens', points: Float64Array.from(rim.flat()), quads: Uint32Array.from(quads) };
}

function unit(v: Point): Point {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}

function cross(a: Point, b: Point): Point {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
