import { describe, expect, it } from 'vitest';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { screenPattern } from './screen-pattern.ts';

const face = { x: 80, y: 60, width: 120, height: 160, score: 1 };

/** Noise on a smooth slope, and a grid of pixels of this strength on it. */
function picture(grid: number) {
  const data = new Uint8Array(320 * 280 * 3);
  let state = 7;
  for (let i = 0; i < 320 * 280; i++) {
    const [x, y] = [i % 320, Math.floor(i / 320)];
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const light =
      120 + 0.1 * x + (state / 2 ** 32 - 0.5) * 8 + grid * Math.cos(2 * Math.PI * (0.31 * x + 0.02 * y));
    data.fill(Math.round(light), 3 * i, 3 * i + 3);
  }
  return { width: 320, height: 280, data };
}

describe('screenPattern', () => {
  it('finds none in noise', () => {
    expect(screenPattern(picture(0), face)).toBeLessThan(defaultFacePolicy.maximumScreenPattern / 2);
  });

  it('screen: finds a faint grid of pixels', () => {
    expect(screenPattern(picture(1.5), face)).toBeGreaterThan(defaultFacePolicy.maximumScreenPattern);
  });

  it('answers null for a face at the edge', () => {
    expect(screenPattern(picture(0), { ...face, x: -40 })).toBeNull();
  });
});
