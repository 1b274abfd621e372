import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridShine } from './pixel-grid.ts';

describe('the light of a screen’s stripes on one camera pixel', () => {
  it('is what adding up small parts gives', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0.2, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 0.6, noNaN: true }),
        fc.double({ min: 0.1, max: 0.4, noNaN: true }),
        (position, span, start, share) => {
          let lit = 0;
          const parts = 4000;
          for (let i = 0; i < parts; i++) {
            const x = position + span * ((i + 0.5) / parts - 0.5);
            const within = x - Math.floor(x);
            if (within >= start && within < start + share) lit++;
          }
          expect(Math.abs(gridShine(position, span, start, share) - lit / parts / share)).toBeLessThan(0.02);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is even when a camera pixel holds whole screen pixels', () => {
    for (const position of [0, 0.3, 7.9]) expect(gridShine(position, 2, 0.1, 0.3)).toBeCloseTo(1, 9);
  });
});
