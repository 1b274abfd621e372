import { describe, expect, it } from 'vitest';
import { createPatience, insistFor } from './patience.ts';

describe('patience', () => {
  it('is spent once an advice was given for as long as it is insisted on, whatever came between', () => {
    const patience = createPatience();
    let at = 0;
    for (let said = 0; said <= insistFor('hold-still'); said += 100) {
      patience.note('hold-still', at);
      at += 100;
      if (said % 1000 === 0 && said < insistFor('hold-still') - 500) {
        expect(patience.spent().has('hold-still')).toBe(false);
        patience.note(null, at);
        at += 5000;
      }
    }
    patience.note(null, at);
    expect([...patience.spent()]).toEqual(['hold-still']);
  });

  it('counts no time in which no frame came', () => {
    const patience = createPatience();
    patience.note('hold-still', 0);
    patience.note('hold-still', 60_000);
    expect(patience.spent().size).toBe(0);
  });

  it('never lapses for what surely hinders', () => {
    for (const advice of ['no-face', 'several-faces', 'move-to-centre', 'face-the-camera'] as const) {
      expect(insistFor(advice)).toBe(Number.POSITIVE_INFINITY);
    }
  });

  it('holds nobody up by a doubtful advice for longer than ten seconds', () => {
    const doubtful = ['open-eyes', 'hair-off-eyes', 'hand-off-face', 'calm-expression', 'too-dark'] as const;
    for (const advice of doubtful) expect(insistFor(advice)).toBeLessThanOrEqual(10_000);
  });
});
