import type { RgbImage } from '../decoding/rgb-image.ts';
import type { Canvas } from './canvas.ts';
import { paintPerson } from './person-background.ts';

/** A live picture with the person `zoom` times as large, about a point; the edges of the frame stay. */
export function zoomedImage(
  image: RgbImage,
  centre: { readonly x: number; readonly y: number },
  zoom: number,
): RgbImage {
  const { width, height } = image;
  const canvas: Canvas = { width, height, data: new Float32Array(width * height * 3) };
  paintPerson(canvas, image, centre, { x: 0, y: 0, roll: 0, scale: zoom }, { left: 1, right: 1 });
  return { width, height, data: Uint8Array.from(canvas.data) };
}
