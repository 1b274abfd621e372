import sharp from 'sharp';
import { decodeFrame } from '../src/index.ts';

/** How a flat picture is held before the camera; angles in degrees. */
export interface Holding {
  /** About the upright axis, and about the level one. */
  readonly yaw: number;
  readonly pitch: number;
  /** In its own plane. */
  readonly roll: number;
  /** Shift across the frame in pixels, and size (1 as taken). */
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const focal = 700;
const distance = 700;

/**
 * A camera's view (640x480 JPEG) of a still picture held as a flat sheet: rotated in space and projected, so
 * that perspective is that of a real print.
 */
export async function holdPicture(jpeg: Uint8Array, holding: Holding): Promise<Uint8Array> {
  const decoded = decodeFrame(jpeg);
  if (decoded.status === 'failed') throw new Error(decoded.reason.code);
  const { width, height, data } = decoded.value;
  const [yaw, pitch, roll] = [holding.yaw, holding.pitch, holding.roll].map((d) => (d * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  const right = turn([Math.cos(roll), Math.sin(roll), 0], yaw, pitch);
  const down = turn([-Math.sin(roll), Math.cos(roll), 0], yaw, pitch);
  const normal: Vector = [
    right[1] * down[2] - right[2] * down[1],
    right[2] * down[0] - right[0] * down[2],
    right[0] * down[1] - right[1] * down[0],
  ];
  const out = new Uint8Array(640 * 480 * 3).fill(128);
  const centre: Vector = [(holding.x * distance) / focal, (holding.y * distance) / focal, distance];
  for (let y = 0; y < 480; y++) {
    for (let x = 0; x < 640; x++) {
      const ray: Vector = [(x - 320) / focal, (y - 240) / focal, 1];
      const reach = dot(centre, normal) / dot(ray, normal);
      const hit: Vector = [ray[0] * reach - centre[0], ray[1] * reach - centre[1], reach - centre[2]];
      const u = Math.round(dot(hit, right) / holding.size + width / 2);
      const v = Math.round(dot(hit, down) / holding.size + height / 2);
      if (reach <= 0 || u < 0 || v < 0 || u >= width || v >= height) continue;
      for (let c = 0; c < 3; c++) out[(y * 640 + x) * 3 + c] = data[(v * width + u) * 3 + c] ?? 0;
    }
  }
  return new Uint8Array(
    await sharp(out, { raw: { width: 640, height: 480, channels: 3 } })
      .jpeg({ quality: 92 })
      .toBuffer(),
  );
}

type Vector = readonly [number, number, number];

function dot(p: Vector, q: Vector): number {
  return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
}

function turn([x, y, z]: Vector, yaw: number, pitch: number): Vector {
  const [py, pz] = [y * Math.cos(pitch) - z * Math.sin(pitch), y * Math.sin(pitch) + z * Math.cos(pitch)];
  return [x * Math.cos(yaw) + pz * Math.sin(yaw), py, -x * Math.sin(yaw) + pz * Math.cos(yaw)];
}
