import { describe, expect, it } from 'vitest';
import { alignedSide } from '../engine/face-alignment.ts';
import { occlusionFeatureCount, occlusionFeatures, occlusionGrid } from './occlusion-features.ts';

const plane = alignedSide * alignedSide;
const cells = occlusionGrid * occlusionGrid;

function describeFace(colour: (x: number, y: number) => readonly [number, number, number]): Float32Array {
  const crop = new Float32Array(3 * plane);
  const luma = new Float32Array(plane);
  for (let i = 0; i < plane; i++) {
    const [r, g, b] = colour(i % alignedSide, Math.floor(i / alignedSide));
    crop.set([r], i);
    crop.set([g], plane + i);
    crop.set([b], 2 * plane + i);
    luma[i] = 0.299 * r + 0.587 * g + 0.114 * b;
  }
  const features = new Float32Array(occlusionFeatureCount);
  occlusionFeatures(crop, luma, features);
  return features;
}

const skin = (x: number, y: number) => {
  const v = 1 + 0.2 * Math.sin(x / 7) * Math.cos(y / 9);
  return [150 * v, 110 * v, 90 * v] as const;
};

describe('occlusionFeatures', () => {
  it('hardly changes with exposure and white balance', () => {
    const plain = describeFace(skin);
    const other = describeFace((x, y) => {
      const [r, g, b] = skin(x, y);
      return [r * 1.35, g * 1.25, b * 1.15];
    });
    let most = 0;
    for (let i = 0; i < plain.length; i++) most = Math.max(most, Math.abs((plain[i] ?? 0) - (other[i] ?? 0)));
    expect(most).toBeLessThan(0.12);
  });

  it('changes where something white and blue covers the skin, in light and in colour', () => {
    const plain = describeFace(skin);
    const masked = describeFace((x, y) => (y < 70 ? skin(x, y) : [200, 215, 230]));
    const mouth = 11 * occlusionGrid + 7;
    const brow = 5 * occlusionGrid + 7;
    const change = (at: number) => Math.abs((masked[at] ?? 0) - (plain[at] ?? 0));
    expect(change(mouth)).toBeGreaterThan(change(brow));
    expect((masked[mouth] ?? 0) - (masked[brow] ?? 0)).toBeGreaterThan(0.3);
    expect((masked[4 * cells + mouth] ?? 0) - (masked[4 * cells + brow] ?? 0)).toBeLessThan(-0.2);
  });

  it('sees texture as contrast and edges', () => {
    const striped = describeFace((x, y) => (y > 40 && y < 60 && x % 4 < 2 ? [20, 20, 20] : skin(x, y)));
    const eye = 6 * occlusionGrid + 5;
    const cheek = 10 * occlusionGrid + 5;
    for (const map of [1, 3]) {
      expect(striped[map * cells + eye] ?? 0).toBeGreaterThan((striped[map * cells + cheek] ?? 0) + 0.3);
    }
  });
});
