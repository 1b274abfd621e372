import type { Landmarks } from '../src/index.ts';

/** How a drawn face looks; lengths in eye distances of 60 pixels about (320, 220). */
export interface DrawnFace {
  /** Height of the eyes over their width. */
  readonly eyes?: number;
  /** Gap between the inner lips, and corner to corner. */
  readonly lips?: number;
  readonly mouth?: number;
  /** Turn of the whole face in degrees, and its size. */
  readonly tilt?: number;
  readonly size?: number;
}

/** The 68 points of a plain face. */
export function drawnLandmarks(face: DrawnFace = {}): Landmarks {
  const { eyes = 0.3, lips = 0.02, mouth = 0.8, tilt = 0, size = 1 } = face;
  const points = new Float32Array(136);
  const angle = (tilt * Math.PI) / 180;
  const put = (index: number, u: number, v: number) => {
    const [x, y] = [60 * size * u, 60 * size * v];
    points[2 * index] = 320 + x * Math.cos(angle) - y * Math.sin(angle);
    points[2 * index + 1] = 220 + x * Math.sin(angle) + y * Math.cos(angle);
  };
  for (let i = 0; i <= 16; i++)
    put(i, -Math.cos((i * Math.PI) / 16) * 1.1, 0.1 + Math.sin((i * Math.PI) / 16) * 1.6);
  for (let i = 0; i < 5; i++) {
    put(17 + i, -0.8 + 0.14 * i, -0.35);
    put(22 + i, 0.24 + 0.14 * i, -0.35);
  }
  for (let i = 0; i < 4; i++) put(27 + i, 0, 0.18 * i);
  for (let i = 0; i < 5; i++) put(31 + i, -0.2 + 0.1 * i, 0.68);
  const [half, high] = [0.22, 0.22 * eyes];
  for (const [first, middle] of [
    [36, -0.5],
    [42, 0.5],
  ] as const) {
    put(first, middle - half, 0);
    put(first + 1, middle - half / 2, -high);
    put(first + 2, middle + half / 2, -high);
    put(first + 3, middle + half, 0);
    put(first + 4, middle + half / 2, high);
    put(first + 5, middle - half / 2, high);
  }
  const gap = lips / 2;
  for (let i = 0; i <= 6; i++) put(48 + i, (i / 6 - 0.5) * mouth, 1.1 - 0.08 - (i % 6 === 0 ? -0.08 : gap));
  for (let i = 1; i <= 5; i++) put(54 + i, (0.5 - i / 6) * mouth, 1.1 + 0.08 + gap);
  for (let i = 0; i <= 4; i++) put(60 + i, (i / 4 - 0.5) * mouth * 0.8, 1.1 - (i % 4 === 0 ? 0 : gap));
  for (let i = 1; i <= 3; i++) put(64 + i, (0.5 - i / 4) * mouth * 0.8, 1.1 + gap);
  return { points };
}
