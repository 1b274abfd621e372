import type { Texture } from './texture.ts';

/** Where a sheet is held: its origin in mm from the camera (x right, y down, z away), turned in radians. */
export interface Pose {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Positive as a person turns to their own left: the sheet's right edge, as the camera sees it, goes away. */
  readonly yaw: number;
  /** Positive when the sheet looks up. */
  readonly pitch: number;
  /** In its own plane, clockwise. */
  readonly roll: number;
}

/** What the surface is made of, as far as light goes. */
export interface Material {
  /** 0: lit by the room alone (paper); 1: shines by itself (screen). */
  readonly emission: number;
  /** Strength of the lamp's mirror image, 0 for plain paper. */
  readonly gloss: number;
  /** A screen's pixels: side of one in mm, and the part of the sheet (mm about its origin) that shows them. */
  readonly grid: { readonly pitch: number; readonly area: Rectangle } | null;
}

/** Millimetres about the sheet's origin. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A sheet with a picture, flat or bent round a cylinder. */
export interface Surface {
  readonly texture: Texture;
  /** What part of the sheet's plane, laid flat, the texture covers. */
  readonly area: Rectangle;
  readonly pose: Pose;
  /** 1 / radius in 1/mm; 0 is flat, positive bulges towards the camera. */
  readonly curvature: number;
  /** Direction of the cylinder's axis in the sheet, in radians from upright. */
  readonly axis: number;
  readonly material: Material;
}

/** Curvature of a sheet as far as it counts: what would be a cylinder of more than 100 m is flat. */
export function bendOf({ curvature }: Surface): number {
  return Math.abs(curvature) < 1e-5 ? 0 : curvature;
}

type Vector = readonly [number, number, number];

/** The sheet's right, down and away-from-the-viewer directions in the camera's coordinates. */
export function sheetAxes({ yaw, pitch, roll }: Pose): readonly [Vector, Vector, Vector] {
  const [cy, sy] = [Math.cos(yaw), Math.sin(yaw)];
  const [cp, sp] = [Math.cos(pitch), Math.sin(pitch)];
  const [cr, sr] = [Math.cos(roll), Math.sin(roll)];
  const right: Vector = [cy, 0, sy];
  const down: Vector = [sy * sp, cp, -cy * sp];
  const away: Vector = [-sy * cp, sp, cy * cp];
  return [
    [right[0] * cr + down[0] * sr, right[1] * cr + down[1] * sr, right[2] * cr + down[2] * sr],
    [down[0] * cr - right[0] * sr, down[1] * cr - right[1] * sr, down[2] * cr - right[2] * sr],
    away,
  ];
}

/** Where a point of the sheet (mm, laid flat) is in the camera's coordinates. */
export function pointOnSurface(surface: Surface, s: number, t: number): Vector {
  const [c, i] = [Math.cos(surface.axis), Math.sin(surface.axis)];
  // Across the axis the sheet is bent, along it straight.
  const across = s * c + t * i;
  const along = t * c - s * i;
  const k = bendOf(surface);
  const x = k === 0 ? across : Math.sin(across * k) / k;
  const z = k === 0 ? 0 : (1 - Math.cos(across * k)) / k;
  const [lx, ly] = [x * c - along * i, along * c + x * i];
  const [right, down, away] = sheetAxes(surface.pose);
  const at = (n: 0 | 1 | 2, origin: number) => origin + right[n] * lx + down[n] * ly + away[n] * z;
  return [at(0, surface.pose.x), at(1, surface.pose.y), at(2, surface.pose.z)];
}
