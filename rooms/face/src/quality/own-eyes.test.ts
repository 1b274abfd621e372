import { describe, expect, it } from 'vitest';
import { createOwnEyes } from './own-eyes.ts';

function after(openings: readonly number[], closed = 0) {
  const eyes = createOwnEyes();
  for (const opening of openings) eyes.share(opening, closed);
  return eyes;
}

describe('own eyes', () => {
  it('says nothing before it has seen the person for some frames', () => {
    expect(after([0.3, 0.3]).share(0.15, 0)).toBeNull();
  });

  it('tells half-closed eyes of a wide-eyed person from the open eyes of a narrow-eyed one', () => {
    const wide = after(new Array(20).fill(0.36)).share(0.22, 0.1);
    const narrow = after(new Array(20).fill(0.22)).share(0.22, 0.1);
    expect(wide).toBeLessThan(0.7);
    expect(narrow).toBeCloseTo(1);
  });

  it('does not take closed eyes for the person’s usual ones', () => {
    const eyes = after(new Array(10).fill(0.3));
    for (let i = 0; i < 40; i++) eyes.share(0.1, 0.9);
    expect(eyes.share(0.1, 0.9)).toBeCloseTo(1 / 3);
  });
});
