import { describe, expect, it } from 'vitest';
import { adviseDistance, adviseFraming } from './advise-framing.ts';

const frame = { width: 640, height: 480, data: new Uint8Array(0) };
const face = (x: number, y: number, width: number, height: number) => ({ x, y, width, height, score: 0.99 });

describe('adviseFraming', () => {
  it('says nothing to one face of a good size in the middle', () => {
    expect(adviseFraming([face(260, 160, 120, 160)], frame)).toBeNull();
  });

  it.each([
    ['no-face', []],
    ['several-faces', [face(120, 160, 120, 160), face(400, 160, 100, 140)]],
    ['move-to-centre', [face(0, 160, 120, 160)]],
    ['move-to-centre', [face(260, -30, 120, 160)]],
  ] as const)('says %s', (advice, faces) => {
    expect(adviseFraming(faces, frame)).toBe(advice);
  });

  it('pays no heed to somebody far behind', () => {
    expect(adviseFraming([face(260, 160, 120, 160), face(20, 20, 40, 50)], frame)).toBeNull();
  });
});

describe('adviseDistance', () => {
  it.each([
    [30, 'come-closer'],
    [45, null],
    [70, null],
    [80, 'move-back'],
  ])('at an eye distance of %d pixels of 480 says %s', (eyeDistance, advice) => {
    expect(adviseDistance(eyeDistance, frame)).toBe(advice);
  });
});
