import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropStraddling, suppressNonMaxima } from './non-maximum-suppression.ts';

const box = (x: number, score: number) => ({ x, y: 0, width: 100, height: 100, score });

describe('suppressNonMaxima', () => {
  it('keeps the best of boxes that overlap and all that stand apart', () => {
    const kept = suppressNonMaxima([box(0, 0.8), box(10, 0.9), box(300, 0.75)], 0.4);
    expect(kept).toEqual([box(10, 0.9), box(300, 0.75)]);
  });

  it('keeps boxes whose overlap is just under the limit', () => {
    // Shifted by 50 of 100: intersection over union is a third.
    expect(suppressNonMaxima([box(0, 0.8), box(50, 0.9)], 0.34)).toHaveLength(2);
    expect(suppressNonMaxima([box(0, 0.8), box(50, 0.9)], 0.33)).toHaveLength(1);
  });

  it('does not depend on the order of the boxes', () => {
    const boxes = Array.from({ length: 12 }, (_, i) => box((i * 37) % 400, 0.5 + i / 40));
    const expected = suppressNonMaxima(boxes, 0.4);
    fc.assert(
      fc.property(fc.shuffledSubarray(boxes, { minLength: boxes.length }), (shuffled) => {
        expect(suppressNonMaxima(shuffled, 0.4)).toEqual(expected);
      }),
    );
  });
});

describe('dropStraddling', () => {
  const face = (x: number, width: number, score = 0.99) => ({ x, y: 50, width, height: 160, score });

  it('leaves out what lies between two heads that touch, however sure the detector is of it', () => {
    const [left, right] = [face(60, 95), face(157, 90, 0.76)];
    expect(dropStraddling([face(108, 96), left, right])).toEqual([left, right]);
  });

  it('keeps a face that one other covers in part, and three in a row', () => {
    const two = [face(60, 95), face(100, 95)];
    expect(dropStraddling(two)).toEqual(two);
    const row = [face(0, 95), face(85, 95), face(170, 95)];
    expect(dropStraddling(row)).toEqual(row);
  });
});
