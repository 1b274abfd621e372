import { describe, expect, it } from 'vitest';
import { alignedSide } from '../engine/face-alignment.ts';
import { samplePatch } from '../engine/sample-patch.ts';
import { cropFace } from './crop-face.ts';

const plane = alignedSide * alignedSide;

/** Soft waves of colour, as faces have no single bright pixels either. */
function waves(width: number, height: number) {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        data[(y * width + x) * 3 + c] = 128 + 100 * Math.sin(x / (9 + c)) * Math.cos(y / 11);
      }
    }
  }
  return { width, height, data };
}

describe('cropFace', () => {
  const image = waves(400, 300);
  const format = { colour: 'rgb', mean: 0, scale: 1, outside: 'border' } as const;

  it.each([
    ['as large as the crop', { a: 1.1, b: 0.1, tx: 60, ty: 40 }],
    ['twice as large', { a: 2, b: -0.2, tx: 60, ty: 60 }],
    ['cut by the frame', { a: 1.9, b: 0, tx: -60, ty: 150 }],
  ])('shows what the recogniser would be shown of a face %s', (_, toImage) => {
    const [crop, luma, wanted] = [
      new Float32Array(3 * plane),
      new Float32Array(plane),
      new Float32Array(3 * plane),
    ];
    const covered = cropFace(image, toImage, crop, luma);
    const share = samplePatch(image, toImage, alignedSide, alignedSide, format, wanted);
    expect(covered).toBeCloseTo(share, 2);
    let most = 0;
    for (let i = 0; i < wanted.length; i++)
      most = Math.max(most, Math.abs((crop[i] ?? 0) - (wanted[i] ?? 0)));
    expect(most).toBeLessThan(8);
    const [r = 0, g = 0, b = 0] = [crop[5000], crop[plane + 5000], crop[2 * plane + 5000]];
    expect(luma[5000]).toBeCloseTo(0.299 * r + 0.587 * g + 0.114 * b, 3);
  });
});
