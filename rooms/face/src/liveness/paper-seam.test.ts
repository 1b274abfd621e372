import { describe, expect, it } from 'vitest';
import { drawnLandmarks } from '../../test/drawn-landmarks.ts';
import { defaultFacePolicy } from '../verification/face-policy.ts';
import { paperSeam } from './paper-seam.ts';

const [width, height] = [640, 480];
type Colour = readonly [number, number, number];
const skin: Colour = [200, 150, 120];
const paper: Colour = [178, 146, 124];
const { maximumPaperSeam } = defaultFacePolicy;

/** Softly shaded skin with noise, or what `at` puts there; eyes are 60 pixels apart about (320, 220). */
function picture(at: (x: number, y: number) => Colour | null) {
  const data = new Uint8Array(width * height * 3);
  let state = 9;
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const shade = 1 - (Math.abs(x - 320) + Math.abs(y - 240)) / 900;
    const noise = (state / 2 ** 32 - 0.5) * 8;
    for (const [c, v] of (at(x, y) ?? skin).entries()) data[3 * i + c] = Math.round(v * shade + noise);
  }
  return { width, height, data };
}

const seam = (at: (x: number, y: number) => Colour | null, tilt = 0) =>
  paperSeam(picture(at), drawnLandmarks({ tilt })) ?? Number.NaN;

describe('paperSeam', () => {
  it('finds none on shaded skin', () => {
    expect(seam(() => null)).toBeLessThan(maximumPaperSeam / 3);
  });

  it('half mask: finds the edge of paper over the upper half of the face', () => {
    expect(seam((_, y) => (y < 262 ? paper : null))).toBeGreaterThan(maximumPaperSeam);
  });

  it('half mask: finds the edge of paper over the lower half, below the eyes', () => {
    expect(seam((_, y) => (y > 240 ? paper : null))).toBeGreaterThan(maximumPaperSeam);
  });

  it('half mask: finds it when head and paper are tilted', () => {
    const slope = Math.tan((8 * Math.PI) / 180);
    expect(seam((x, y) => (y < 262 + slope * (x - 320) ? paper : null), 8)).toBeGreaterThan(maximumPaperSeam);
  });

  it('takes the rim of glasses for no seam', () => {
    const rim = (_: number, y: number): Colour | null => (y >= 250 && y < 253 ? [40, 35, 30] : null);
    expect(seam(rim)).toBeLessThan(maximumPaperSeam);
  });

  it('takes a beard, whose edge falls from the ears to the mouth, for no seam', () => {
    const beard = (x: number, y: number): Colour | null =>
      y > 300 - Math.abs(x - 320) * 0.9 ? [70, 55, 45] : null;
    expect(seam(beard)).toBeLessThan(maximumPaperSeam);
  });

  it('takes a shadow that comes softly for no seam', () => {
    const shadow = (_: number, y: number): Colour => {
      const share = 1 - 0.35 / (1 + Math.exp((262 - y) / 6));
      return [skin[0] * share, skin[1] * share, skin[2] * share];
    };
    expect(seam(shadow)).toBeLessThan(maximumPaperSeam);
  });

  it('answers null for a face that the frame cuts', () => {
    const landmarks = drawnLandmarks();
    for (let i = 0; i < 136; i += 2) landmarks.points[i] = (landmarks.points[i] ?? 0) - 300;
    expect(
      paperSeam(
        picture(() => null),
        landmarks,
      ),
    ).toBeNull();
  });
});
