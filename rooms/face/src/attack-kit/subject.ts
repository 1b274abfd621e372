import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeFrame } from '../decoding/decode-frame.ts';
import type { RgbImage } from '../decoding/rgb-image.ts';
import type { FaceEngine } from '../engine/face-engine.ts';

/** A picture with the face that was found in it. */
export interface FacePicture {
  readonly image: RgbImage;
  /** The 68 points as x, y pairs, in pixels. */
  readonly points: Float32Array;
  /** Middle of the face (eyes and mouth) and distance of the eyes, in pixels. */
  readonly centre: { readonly x: number; readonly y: number };
  readonly eyeDistance: number;
}

/** Somebody whose pictures the kit has: a victim, an attacker, or a genuine person. */
export interface Subject {
  readonly id: string;
  /** The chip's photo; a new copy, since a verification wipes it. */
  chipPhoto(): Uint8Array;
  /** Whether there is such a picture (`live/frontal.jpg`, `portrait.jpg`). */
  has(file: string): boolean;
  /** A picture as decoded; kept for the next time. */
  image(file: string): RgbImage;
  /** The same with its face; throws where the engine finds none. */
  face(file: string): Promise<FacePicture>;
}

/**
 * Opens a folder with `chip.jp2`, `portrait.jpg`, `live/frontal.jpg`, `live/yaw-m30.jpg` … `live/yaw-p30.jpg`
 * and other live pictures (the layout of the project's rendered people).
 */
export function openSubject(id: string, folder: string, engine: FaceEngine): Subject {
  const images = new Map<string, RgbImage>();
  const faces = new Map<string, Promise<FacePicture>>();
  const image = (file: string): RgbImage => {
    const known = images.get(file);
    if (known !== undefined) return known;
    const decoded = decodeFrame(new Uint8Array(readFileSync(join(folder, file))));
    if (decoded.status === 'failed') throw new Error(`${id}/${file}: ${decoded.reason.code}`);
    images.set(file, decoded.value);
    return decoded.value;
  };
  return {
    id,
    chipPhoto: () => new Uint8Array(readFileSync(join(folder, 'chip.jp2'))),
    has: (file) => existsSync(join(folder, file)),
    image,
    face(file) {
      const known = faces.get(file);
      if (known !== undefined) return known;
      const found = findFace(engine, image(file), `${id}/${file}`);
      faces.set(file, found);
      return found;
    },
  };
}

/** The live picture at a head turn in degrees, a multiple of five from -30 to 30. */
export function turnFile(yaw: number): string {
  const degrees = String(Math.abs(yaw)).padStart(2, '0');
  return yaw === 0 ? 'live/frontal.jpg' : `live/yaw-${yaw < 0 ? 'm' : 'p'}${degrees}.jpg`;
}

/** The biggest face of a picture and its points. */
export async function findFace(engine: FaceEngine, image: RgbImage, name: string): Promise<FacePicture> {
  const [box] = await engine.findFaces(image);
  if (box === undefined) throw new Error(`no face in ${name}`);
  const { points } = await engine.findLandmarks(image, box);
  const mean = (from: number, to: number, axis: 0 | 1) => {
    let sum = 0;
    for (let i = from; i <= to; i++) sum += points[2 * i + axis] ?? 0;
    return sum / (to - from + 1);
  };
  const [rx, ry, lx, ly] = [mean(36, 41, 0), mean(36, 41, 1), mean(42, 47, 0), mean(42, 47, 1)];
  return {
    image,
    points,
    centre: { x: (rx + lx) / 4 + mean(48, 59, 0) / 2, y: (ry + ly) / 4 + mean(48, 59, 1) / 2 },
    eyeDistance: Math.hypot(lx - rx, ly - ry),
  };
}
