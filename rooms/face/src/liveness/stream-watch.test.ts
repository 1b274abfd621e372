import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../decoding/rgb-image.ts';
import { createStreamWatch } from './stream-watch.ts';

const face = { x: 260, y: 150, width: 120, height: 160, score: 1 };

/** A grey room with a moving block for a face; `noise` in levels, drawn anew from `seed`. */
function frame(seed: number, noise: number, shift = seed): RgbImage {
  const data = new Uint8Array(640 * 480 * 3);
  let state = seed * 7919 + 1;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const x = Math.floor(i / 3) % 640;
    const y = Math.floor(i / 1920);
    const inFace = x > 270 + (shift % 9) && x < 370 && y > 150 && y < 310;
    data[i] = (inFace ? 170 : 90) + Math.round((state / 2 ** 32 - 0.5) * 2 * noise);
  }
  return { width: 640, height: 480, data };
}

function watch(frames: readonly RgbImage[], captured?: (i: number) => number) {
  const stream = createStreamWatch();
  for (const [i, image] of frames.entries()) stream.note(image, face, i * 100, captured?.(i));
  return { seen: stream.seen, codes: stream.reasons.map(({ code }) => code) };
}

const trembling = Array.from({ length: 14 }, (_, i) => frame(i + 1, 3));

describe('createStreamWatch', () => {
  it('takes trembling pictures for a camera’s, and a few of them for nothing yet', () => {
    expect(watch(trembling)).toEqual({ seen: 'live', codes: [] });
    expect(watch(trembling.slice(0, 4))).toEqual({ seen: 'unknown', codes: [] });
  });

  it('forgives a screen that takes the same picture twice', () => {
    expect(watch(trembling.flatMap((one) => [one, one])).codes).toEqual([]);
  });

  it('frozen stream: one picture for longer than any camera stands still', () => {
    const [first = frame(1, 3)] = trembling;
    const stopped = Array.from({ length: 20 }, () => first);
    expect(watch([...trembling, ...stopped])).toEqual({ seen: 'suspect', codes: ['stream-frozen'] });
  });

  it('looped stream: pictures that were there before come again', () => {
    expect(watch([...trembling, ...trembling.slice(0, 5)])).toEqual({
      seen: 'suspect',
      codes: ['stream-looped'],
    });
  });

  it('made stream: a still background without the noise of a sensor', () => {
    const made = Array.from({ length: 14 }, (_, i) => frame(1, 0, i));
    expect(watch(made.map((one, i) => ({ ...one, data: marked(one.data, i) }))).codes).toContain(
      'stream-without-noise',
    );
  });

  it('delayed stream: capture times that are not those of now', () => {
    expect(watch(trembling, (i) => 5_000 + i * 100.3).codes).toEqual([]);
    expect(watch(trembling, (i) => 5_000 + i * 400).codes).toEqual(['stream-timing']);
  });
});

/** Makes the pictures differ in the face alone. */
function marked(data: Uint8Array, i: number): Uint8Array {
  const out = data.slice();
  out.fill(100 + i, 3 * (200 * 640 + 300), 3 * (200 * 640 + 340));
  return out;
}
