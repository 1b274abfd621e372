import { describe, expect, it } from 'vitest';
import { drawnLandmarks } from '../../test/drawn-landmarks.ts';
import { eyeOpening } from './eye-opening.ts';

describe('eyeOpening', () => {
  it('is height over width of the eyes, however large and tilted the face', () => {
    for (const eyes of [0.05, 0.2, 0.4]) {
      for (const face of [{}, { tilt: -20 }, { size: 0.5 }]) {
        expect(eyeOpening(drawnLandmarks({ eyes, ...face }))).toBeCloseTo(eyes, 3);
      }
    }
  });
});
