import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { solidHead, viewOfHead } from '../../test/solid-head.ts';
import { fitBentSheet } from './bent-sheet.ts';

const everyPoint = new Float64Array(68).fill(1);

describe('fitBentSheet', () => {
  it('explains every view of a sheet bent in a direction that it tries', () => {
    const flat = solidHead.map(([x, y]) => [x, y, 0] as const);
    const from = viewOfHead(flat, 0).points;
    const angle = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(angle, fc.double({ min: -0.4, max: 0.4, noNaN: true }), (degrees, bend) => {
        const bent = flat.map(([x, y]) => [x, y, bend * (x - 0.02) ** 2] as const);
        const fit = fitBentSheet(from, viewOfHead(bent, degrees).points, everyPoint);
        expect(fit?.residual).toBeLessThan(1.2);
      }),
    );
  });

  it('leaves the nose of a head over', () => {
    const fit = fitBentSheet(viewOfHead(solidHead, 0).points, viewOfHead(solidHead, 25).points, everyPoint);
    expect(fit?.residual).toBeGreaterThan(2.5);
  });

  it('answers null for points on a line', () => {
    const line = Array.from({ length: 136 }, (_, i) => i);
    expect(fitBentSheet(line, line, everyPoint)).toBeNull();
  });
});
