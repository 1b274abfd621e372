import { describe, expect, it } from 'vitest';
import { drawnLandmarks } from '../../test/drawn-landmarks.ts';
import { readMouth } from './mouth-shape.ts';

describe('readMouth', () => {
  it.each([
    [0.02, 0.8],
    [0.6, 0.7],
    [0.1, 1.1],
  ])('reads a gap of %f and a width of %f off a drawn face, however large and tilted', (lips, mouth) => {
    for (const face of [{}, { tilt: 25 }, { size: 2.5 }]) {
      const shape = readMouth(drawnLandmarks({ lips, mouth, ...face }));
      expect(shape.opening).toBeCloseTo(lips, 2);
      expect(shape.width).toBeCloseTo(mouth, 2);
    }
  });
});
