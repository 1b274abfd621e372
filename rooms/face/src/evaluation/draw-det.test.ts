import { describe, expect, it } from 'vitest';
import { drawDet } from './draw-det.ts';

const points = [
  { fmr: 1e-4, fnmr: 0.04 },
  { fmr: 1e-3, fnmr: 0.02 },
  { fmr: 1e-2, fnmr: 0.01 },
];

describe('drawDet', () => {
  it('draws curve, band and marks on logarithmic axes, and says the rates in words', () => {
    const svg = drawDet({
      title: 'Two & three',
      curves: [
        {
          label: 'one',
          points,
          band: points.map(({ fmr }) => ({ fmr, low: 0, high: 0.1 })),
          marks: [{ fmr: 1e-3, fnmr: 0.02, label: 'here' }],
        },
      ],
    });
    expect(svg).toContain('<title>Two &#38; three</title>');
    expect(svg).toContain('4 % at 0.01 % false match rate');
    expect(svg).toContain('class="band"');
    expect(svg).not.toContain('NaN');
    // Equal steps of ten are equal steps across.
    const across = /class="line"[^>]* d="M([\d.]+) [\d.]+L([\d.]+) [\d.]+L([\d.]+)/
      .exec(svg)
      ?.slice(1)
      .map(Number);
    const [a = 0, b = 0, c = 0] = across ?? [];
    expect(b - a).toBeCloseTo(c - b, 0);
  });

  it('copes with rates of 0 and with curves without points', () => {
    const svg = drawDet({
      title: 'none',
      curves: [
        { label: 'nothing', points: [] },
        { label: 'perfect', points: [{ fmr: 0, fnmr: 0 }] },
      ],
    });
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('refuses more curves than can be told apart', () => {
    const curves = Array.from({ length: 7 }, (_, i) => ({ label: String(i), points }));
    expect(() => drawDet({ title: 'many', curves })).toThrow(RangeError);
  });
});
