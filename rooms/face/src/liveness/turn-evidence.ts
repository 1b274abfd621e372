import { fivePoints } from '../engine/face-alignment.ts';
import type { Landmarks } from '../engine/landmarks.ts';
import { fitBentSheet } from './bent-sheet.ts';
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
  /**
   * How far the nose stands off the sheet, flat or bent in any direction, that explains all 68 points best; along
   * the eye line, signed as `parallax`. A nose is a hill in the middle, and no sheet can be bent to one.
   */
  readonly noseOffSheet: number;
  /** Root mean square of what that sheet leaves over all 68 points. */
  readonly sheetResidual: number;
}

const eyesBrowsMouth = [...range(17, 26), ...range(36, 67)];
const noseTip = range(29, 35);
const noseEnd = range(30, 35);
const everyPoint = new Float64Array(68).fill(1);

/**
 * Compares the points of a frontal and a turned frame. Two views of a plane are always joined by a
 * homography, whatever the camera does; two views of a head are not. Null when no homography can be fitted.
 */
export function weighTurn(frontal: Landmarks, turned: Landmarks): TurnEvidence | null {
  const whole = estimateHomography(frontal.points, turned.points);
  const plane = estimateHomography(pick(frontal.points, eyesBrowsMouth), pick(turned.points, eyesBrowsMouth));
  const sheet = fitBentSheet(frontal.points, turned.points, everyPoint);
  if (whole === null || plane === null || sheet === null) return null;
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
  const [ux, uy] = eyeLine(turned.points);
  let off = 0;
  for (const i of noseEnd) {
    off += ((sheet.rest[2 * i] ?? 0) * ux + (sheet.rest[2 * i + 1] ?? 0) * uy) / noseEnd.length;
  }
  return {
    noseOffSheet: off / unit,
    sheetResidual: sheet.residual / unit,
    residual: Math.sqrt(squares / 68) / unit,
    parallax: shift / unit,
    narrowing: proportion(turned) / proportion(frontal),
  };
}

/**
 * One number for how much a turned face is a head's, about 1.26 for a head and 1.1 for a bent sheet, at any yaw
 * (in eye distances). A head that shows a yaw has turned a little: it has become narrower by about 1.1 yaw², and
 * leaves the best sheet by about a fifth of the yaw. A sheet has to be turned and bent far to look like that.
 */
export function turnSolidity({ narrowing, sheetResidual }: TurnEvidence, yaw: number): number {
  return narrowing + 1.1 * Math.min(Math.abs(yaw), 0.36) ** 2 + (1.25 * sheetResidual) / Math.abs(yaw);
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

/** Distance of the eye centres. */
function eyeDistance(points: Float32Array): number {
  return Math.hypot(...betweenEyes(points));
}

/** Direction from the right eye to the left one, of length 1. */
function eyeLine(points: Float32Array): readonly [number, number] {
  const [x, y] = betweenEyes(points);
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}

function betweenEyes(points: Float32Array): readonly [number, number] {
  let [x, y] = [0, 0];
  for (let i = 0; i < 6; i++) {
    x += ((points[2 * (42 + i)] ?? 0) - (points[2 * (36 + i)] ?? 0)) / 6;
    y += ((points[2 * (42 + i) + 1] ?? 0) - (points[2 * (36 + i) + 1] ?? 0)) / 6;
  }
  return [x, y];
}
