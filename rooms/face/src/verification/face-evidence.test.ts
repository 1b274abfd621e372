import { describe, expect, it } from 'vitest';
import { createFaceEvidence } from './face-evidence.ts';

function embedding(angle: number, norm = 4) {
  return { vector: Float32Array.of(Math.cos(angle), Math.sin(angle)), norm };
}

const unmarked = { passive: null, screenPattern: null, paperSeam: null, framed: null };

describe('createFaceEvidence', () => {
  it('compares with the mean of the frames, never with the luckiest one', () => {
    const evidence = createFaceEvidence();
    for (const angle of [0, 1, -1]) evidence.add('straight', embedding(angle));
    const { similarity, frames } = evidence.compare(embedding(1).vector, 3);
    expect(frames).toBe(3);
    expect(similarity).toBeCloseTo(Math.cos(1), 6);
  });

  it('lets frames with a larger norm count more', () => {
    const evidence = createFaceEvidence();
    evidence.add('straight', embedding(0, 30));
    evidence.add('straight', embedding(Math.PI / 2, 10));
    expect(evidence.resemblance(embedding(0).vector)).toBeCloseTo(3 / Math.sqrt(10), 6);
  });

  it('takes the best frame of every moment before a second one of any', () => {
    const evidence = createFaceEvidence();
    for (const norm of [5, 6, 7]) evidence.add('straight', embedding(0, norm));
    evidence.add('turn-1', embedding(Math.PI / 2, 1));
    const { similarity } = evidence.compare(embedding(Math.PI / 2).vector, 2);
    expect(similarity).toBeCloseTo(1 / Math.sqrt(50), 6);
  });

  it('answers the median of the passive scores', () => {
    const evidence = createFaceEvidence();
    expect(evidence.passive()).toBeNull();
    for (const passive of [0.9, 0.1, 0.8, null])
      evidence.add('straight', embedding(0), { ...unmarked, passive });
    expect(evidence.passive()).toBe(0.8);
    evidence.add('back', embedding(0), { ...unmarked, passive: 0.6 });
    expect(evidence.passive()).toBeCloseTo(0.7, 9);
  });

  it('answers in how many of the measured frames the face stood inside a frame', () => {
    const evidence = createFaceEvidence();
    expect(evidence.framedShare()).toBeNull();
    for (const framed of [true, false, false, null, false]) {
      evidence.add('straight', embedding(0), { ...unmarked, framed });
    }
    evidence.add('turn-1', embedding(0));
    expect(evidence.framedShare()).toBe(0.25);
  });

  it('half mask: answers the seam that a quarter of the frames show, but not one that shows once', () => {
    const evidence = createFaceEvidence();
    expect(evidence.paperSeam()).toBeNull();
    const add = (paperSeam: number) => evidence.add('back', embedding(0), { ...unmarked, paperSeam });
    for (const seam of [20, 0, 1]) add(seam);
    expect(evidence.paperSeam()).toBe(1);
    for (const seam of [2, 0, 1, 15, 14]) add(seam);
    expect(evidence.paperSeam()).toBe(15);
  });

  it('overwrites every template when it is wiped', () => {
    const evidence = createFaceEvidence();
    const kept = [embedding(0.3), embedding(0.4)];
    for (const one of kept) evidence.add('back', one);
    evidence.wipe();
    expect(evidence.count).toBe(0);
    expect(kept.every(({ vector }) => vector.every((v) => v === 0))).toBe(true);
  });
});
