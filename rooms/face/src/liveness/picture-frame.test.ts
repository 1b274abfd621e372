import { describe, expect, it } from 'vitest';
import { drawnLandmarks } from '../../test/drawn-landmarks.ts';
import { isInPictureFrame } from './picture-frame.ts';

const [width, height] = [640, 480];
const face = drawnLandmarks();

/** A grey room with a little noise, painted over by `at` where it answers a number. */
function picture(at: (x: number, y: number) => number | null) {
  const data = new Uint8Array(width * height * 3);
  let state = 5;
  for (let i = 0; i < width * height; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = (state / 2 ** 32 - 0.5) * 10;
    data.fill(Math.round((at(i % width, Math.floor(i / width)) ?? 150) + noise), 3 * i, 3 * i + 3);
  }
  return { width, height, data };
}

/** The dark rim of a screen about the face; `lean` is how many pixels it leans for each it runs. */
const rim =
  (left: number, top: number, right: number, bottom: number, lean = 0) =>
  (x: number, y: number) => {
    const [u, v] = [x - lean * (y - 220), y + lean * (x - 320)];
    const [outside, inside] = [
      Math.min(u - left, right - u, v - top, bottom - v),
      Math.min(u - left - 8, right - 8 - u, v - top - 8, bottom - 8 - v),
    ];
    return outside >= 0 && inside < 0 ? 40 : null;
  };

/** Shoulders before whatever is behind. */
const shoulders = (x: number, y: number) => (y > 330 + Math.abs(x - 320) / 6 ? 90 : null);

describe('isInPictureFrame', () => {
  it('screen: sees the rim about the face, also when it is held at a slant', () => {
    expect(isInPictureFrame(picture(rim(190, 60, 450, 420)), face)).toBe(true);
    expect(isInPictureFrame(picture(rim(190, 60, 450, 420, 0.07)), face)).toBe(true);
  });

  it('screen: sees the rim when the picture cuts the lower part of it', () => {
    expect(isInPictureFrame(picture(rim(150, 60, 490, 700)), face)).toBe(true);
  });

  it('screen: sees two sides of one that is higher than the picture', () => {
    expect(isInPictureFrame(picture(rim(190, -50, 470, 700)), face)).toBe(true);
  });

  it('print with border: sees white paper before a lighter wall', () => {
    const paper = rim(200, 80, 440, 400);
    expect(
      isInPictureFrame(
        picture((x, y) => (paper(x, y) === null ? null : 235)),
        face,
      ),
    ).toBe(true);
  });

  it('lets a person stand before a door, whose posts end at the shoulders', () => {
    const door = rim(150, 60, 490, 700);
    expect(
      isInPictureFrame(
        picture((x, y) => shoulders(x, y) ?? door(x, y)),
        face,
      ),
    ).toBe(false);
  });

  it('lets a person stand behind a counter and beside a post', () => {
    const counter = (x: number, y: number) => (y > 400 ? 60 : x > 470 && x < 500 ? 80 : null);
    expect(isInPictureFrame(picture(counter), face)).toBe(false);
    expect(
      isInPictureFrame(
        picture(() => null),
        face,
      ),
    ).toBe(false);
  });
});
