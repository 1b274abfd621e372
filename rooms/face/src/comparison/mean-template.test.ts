import { describe, expect, it } from 'vitest';
import { createRandomSource } from '../evaluation/random-source.ts';
import { createFaceEvidence } from '../verification/face-evidence.ts';
import { meanTemplate } from './mean-template.ts';

describe('meanTemplate', () => {
  it('is what the terminal decides on', () => {
    const random = createRandomSource(1);
    const embedding = () => {
      const raw = Float32Array.from({ length: 16 }, () => random() - 0.5);
      const norm = Math.hypot(...raw);
      return { vector: raw.map((v) => v / norm), norm };
    };
    const live = [embedding(), embedding(), embedding()];
    const photo = embedding();
    const evidence = createFaceEvidence();
    for (const [i, of] of live.entries()) evidence.add(`turn-${i + 1}`, of, null);
    const mean = meanTemplate(live);
    const dot = photo.vector.reduce((sum, v, i) => sum + v * (mean?.[i] ?? 0), 0);
    expect(dot).toBeCloseTo(evidence.compare(photo.vector, 5).similarity, 6);
  });

  it('is null for nothing', () => {
    expect(meanTemplate([])).toBeNull();
  });
});
