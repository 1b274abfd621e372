import { between, type Colour, type FaceCanvas, lit, pick, smoothStep } from './face-canvas.ts';

const cloths: readonly [Colour, ...Colour[]] = [
  [0.85, 0.86, 0.88],
  [0.9, 0.9, 0.88],
  [0.62, 0.76, 0.88],
  [0.55, 0.72, 0.74],
  [0.86, 0.68, 0.72],
  [0.8, 0.72, 0.62],
  [0.45, 0.46, 0.48],
  [0.09, 0.09, 0.1],
  [0.16, 0.2, 0.34],
];

type Point = readonly [number, number];

/** A surgical or cloth mask from the nose to below the chin, with pleats or plain, and its ear loops. */
export function drawMask(canvas: FaceCanvas): void {
  const { random } = canvas;
  const cloth = pick(random, cloths);
  const top = between(random, 0.3, 0.85);
  const out = between(random, 1.01, 1.1);
  const drop = between(random, 0.02, 0.22);
  const jaw = (i: number): readonly [number, number] => {
    const [u, v] = canvas.point(i);
    return [u * out, v + drop * smoothStep(0.6, 1.5, v)];
  };
  const nose = canvas.point(30);
  const bridge: readonly [number, number] = [nose[0] * 0.7, nose[1] * top];
  const first = pick(random, [1, 2, 3]);
  const edge: Point[] = [];
  for (let i = first; i <= 16 - first; i++) edge.push(jaw(i));
  const [a, b] = [edge[0] ?? bridge, edge.at(-1) ?? bridge];
  const dip = between(random, 0.02, 0.16);
  edge.push([(b[0] + bridge[0]) / 2, (b[1] + bridge[1]) / 2 + dip], bridge);
  edge.push([(a[0] + bridge[0]) / 2, (a[1] + bridge[1]) / 2 + dip]);
  const pleats = random() < 0.6 ? between(random, 0.1, 0.24) : 0;
  const phase = random() * 6;
  const weave = between(random, 0, 0.06);
  const side = between(random, 0.25, 0.5);
  const folds = [random() * 6, random() * 6, between(random, 0.02, 0.1)] as const;
  canvas.paint(1.9, (u, v) => {
    for (const [ear, corner] of [
      [canvas.point(0), a],
      [canvas.point(16), b],
    ] as const) {
      if (distance(u, v, ear, corner) < 0.015) return { colour: lit(cloth, canvas.light(u, v)), cover: 0.9 };
    }
    if (!inside(edge, u, v)) return null;
    const round = 1 - side * smoothStep(0.25, 1, Math.abs(u));
    const pleat = pleats === 0 ? 0 : 0.09 * Math.sin((v / pleats) * 6.283 + phase + u * u);
    const fold = folds[2] * Math.sin(5 * u + folds[0]) * Math.sin(6 * v + folds[1]);
    const under = 1 - 0.3 * smoothStep(1.1, 1.7, v);
    const shade = round * under * (1 + pleat + fold + weave * (random() - 0.5));
    return { colour: lit(cloth, canvas.light(u, v), shade), cover: 1 };
  });
}

function inside(edge: readonly Point[], u: number, v: number): boolean {
  let within = false;
  for (const [i, [u1, v1]] of edge.entries()) {
    const [u2, v2] = edge[(i + edge.length - 1) % edge.length] ?? [0, 0];
    if (v1 > v !== v2 > v && u < ((u2 - u1) * (v - v1)) / (v2 - v1) + u1) within = !within;
  }
  return within;
}

function distance(u: number, v: number, [u1, v1]: Point, [u2, v2]: Point): number {
  const [du, dv] = [u2 - u1, v2 - v1];
  const t = Math.min(1, Math.max(0, ((u - u1) * du + (v - v1) * dv) / (du * du + dv * dv || 1)));
  return Math.hypot(u - u1 - t * du, v - v1 - t * dv);
}
