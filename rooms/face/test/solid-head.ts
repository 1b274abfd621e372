import type { Landmarks } from '../src/index.ts';

/** x to the right of the frame, y down, z towards the camera; in eye distances, the middle of the eyes at 0. */
export type HeadPoint = readonly [x: number, y: number, z: number];

const deg = Math.PI / 180;

function arc(count: number, point: (t: number) => HeadPoint): HeadPoint[] {
  return Array.from({ length: count }, (_, i) => point(count === 1 ? 0 : i / (count - 1)));
}

/** Sixty-eight points of a plain head: jaw on a rounded shell, a nose that stands out, shallow eyes and mouth. */
export const solidHead: readonly HeadPoint[] = [
  ...arc(17, (t) => {
    const a = (180 - 180 * t) * deg;
    return [1.15 * Math.cos(a), 0.1 + 1.75 * Math.sin(a), -1.1 + 0.9 * Math.sin(a)] as const;
  }),
  ...arc(5, (t) => [-0.9 + 0.7 * t, -0.4 - 0.12 * Math.sin(Math.PI * t), 0.02 * t] as const),
  ...arc(5, (t) => [0.2 + 0.7 * t, -0.4 - 0.12 * Math.sin(Math.PI * t), 0.02 * (1 - t)] as const),
  ...arc(4, (t) => [0, 0.02 + 0.5 * t, 0.15 + 0.35 * t] as const),
  ...arc(
    5,
    (t) =>
      [-0.22 + 0.44 * t, 0.65 + 0.05 * Math.sin(Math.PI * t), 0.2 + 0.15 * Math.sin(Math.PI * t)] as const,
  ),
  ...eye(-0.5),
  ...eye(0.5),
  ...ring(12, 0.42, 0.16),
  ...ring(8, 0.32, 0.08),
];

function eye(x: number): HeadPoint[] {
  return [180, 240, 300, 0, 60, 120].map(
    (a) => [x + 0.2 * Math.cos(a * deg), 0.08 * Math.sin(a * deg), -0.05] as const,
  );
}

function ring(count: number, width: number, height: number): HeadPoint[] {
  return Array.from({ length: count }, (_, i) => {
    const a = (180 + (360 * i) / count) * deg;
    return [width * Math.cos(a), 1.15 + height * Math.sin(a), 0.12] as const;
  });
}

/** What a camera ten eye distances away sees; positive degrees turn the head to its own left. */
export function viewOfHead(head: readonly HeadPoint[], degrees: number, pitch = 0): Landmarks {
  const points = new Float32Array(136);
  const [c, s] = [Math.cos(degrees * deg), Math.sin(degrees * deg)];
  const [cp, sp] = [Math.cos(pitch * deg), Math.sin(pitch * deg)];
  for (const [i, [x, y, z]] of head.entries()) {
    const [y1, z1] = [y * cp - z * sp, y * sp + z * cp];
    const [x2, z2] = [x * c + z1 * s, z1 * c - x * s];
    const depth = 10 - z2;
    points[2 * i] = 320 + (600 * x2) / depth;
    points[2 * i + 1] = 200 + (600 * y1) / depth;
  }
  return { points };
}
