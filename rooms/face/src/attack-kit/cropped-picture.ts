import type { RgbImage } from '../decoding/rgb-image.ts';

/** A part of an image in whole pixels; must lie inside it. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The crop that is wanted, as far as the image has it. */
export function cropInside(image: RgbImage, x: number, y: number, width: number, height: number): Crop {
  const left = Math.max(0, Math.round(x));
  const top = Math.max(0, Math.round(y));
  return {
    x: left,
    y: top,
    width: Math.min(image.width, Math.round(x + width)) - left,
    height: Math.min(image.height, Math.round(y + height)) - top,
  };
}

/** Cuts a part out and puts a frame of one colour round it, in pixels of the image; `tone` changes each value. */
export function croppedPicture(
  image: RgbImage,
  crop: Crop,
  frame: number,
  frameColour: readonly [number, number, number],
  tone: (value: number) => number,
): RgbImage {
  const width = crop.width + 2 * frame;
  const height = crop.height + 2 * frame;
  const data = new Uint8Array(width * height * 3);
  const tones = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round(tone(v)))));
  for (let i = 0; i < data.length; i += 3) data.set(frameColour, i);
  for (let y = 0; y < crop.height; y++) {
    const from = ((crop.y + y) * image.width + crop.x) * 3;
    const to = ((y + frame) * width + frame) * 3;
    for (let i = 0; i < crop.width * 3; i++) data[to + i] = tones[image.data[from + i] ?? 0] ?? 0;
  }
  return { width, height, data };
}
