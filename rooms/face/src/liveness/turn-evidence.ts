import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { estimateHomography, project } from './homography.ts';

/** What tells a turned head from a turned picture; lengths in eye distances of the turned face. */
export interface TurnEvidence {
  /** Root mean square of what the best homography leaves over all 68 points; near 0 for any flat picture. */
  readonly residual: number;
  /**
   * How far the nose stands off the plane of eyes, brows and mouth as that plane moves: its way along x
   * beyond what the plane's homography predicts. Positive for a turn to the person's own left.
   */
  readonly parallax: number;
  /**
   * Eye distance over face height (eyes to mouth), against the same of the frontal frame. A head that shows the
   * asked yaw has turned by 20 degrees and keeps 0.8; a sheet must be turned by 55 to look so, and keeps less.
   */
  readonly narrowing: number;
}

const eyesBrowsMouth = [...range(17, 26), ...range(36, 67)];
const noseTip = range(29, 35);

/**
 * Compares the points of a frontal and a turned frame. Two views of a plane are always joined by a
 * homography, whatever the camera does; two views of a head are not. Null when no homography can be fitted.
 */
export function weighTurn(frontal: Landmarks, turned: Landmarks): TurnEvidence | null {
  const whole = estimateHomography(frontal.points, turned.points);
  const plane = estimateHomography(pick(frontal.points, eyesBrowsMouth), pick(turned.points, eyesBrowsMouth));
  if (whole === null || plane === null) return null;
  const unit = eyeDistance(turned.points);
  let squares = 0;
  for (let i = 0; i < 68; i++) {
    const [x, y] = project(whole, frontal.points[2 * i] ?? 0, frontal.points[2 * i + 1] ?? 0);
    squares += (x - (turned.points[2 * i] ?? 0)) ** 2 + (y - (turned.points[2 * i + 1] ?? 0)) ** 2;
  }
  let shift = 0;
  for (const i of noseTip) {
    const [x] = project(plane, frontal.points[2 * i] ?? 0, frontal.points[2 * i + 1] ?? 0);
    shift += ((turned.points[2 * i] ?? 0) - x) / noseTip.length;
  }
  return {
    residual: Math.sqrt(squares / 68) / unit,
    parallax: shift / unit,
    narrowing: proportion(turned) / proportion(frontal),
  };
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function pick(points: Float32Array, indices: readonly number[]): Float64Array {
  const out = new Float64Array(2 * indices.length);
  for (const [slot, i] of indices.entries()) {
    out[2 * slot] = points[2 * i] ?? 0;
    out[2 * slot + 1] = points[2 * i + 1] ?? 0;
  }
  return out;
}

/** Distance of the eye centres over the distance from between them to between the mouth corners. */
function proportion(face: Landmarks): number {
  const [rx = 0, ry = 0, lx = 0, ly = 0, , , ax = 0, ay = 0, bx = 0, by = 0] = fivePoints(face);
  return Math.hypot(lx - rx, ly - ry) / Math.hypot((ax + bx - rx - lx) / 2, (ay + by - ry - ly) / 2);
}

function eyeDistance(points: Float32Array): number {
  let [x, y] = [0, 0];
  for (let i = 0; i < 6; i++) {
    x += ((points[2 * (42 + i)] ?? 0) - (points[2 * (36 + i)] ?? 0)) / 6;
    y += ((points[2 * (42 + i) + 1] ?? 0) - (points[2 * (36 + i) + 1] ?? 0)) / 6;
  }
  return Math.hypot(x, y);
}
