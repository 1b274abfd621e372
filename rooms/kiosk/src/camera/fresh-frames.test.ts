import { expect, it } from 'vitest';
import { createFreshFrames } from './fresh-frames.ts';

it('sends each picture of a slow camera once, and one that stands still again after a second', () => {
  const isFresh = createFreshFrames();
  expect([isFresh(100, 0), isFresh(100, 40), isFresh(166, 80), isFresh(166, 120)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect([isFresh(166, 1_079), isFresh(166, 1_080), isFresh(166, 1_120)]).toEqual([false, true, false]);
});

it('lets every picture through whose time nobody knows', () => {
  const isFresh = createFreshFrames();
  expect([isFresh(null, 0), isFresh(null, 1)]).toEqual([true, true]);
});
