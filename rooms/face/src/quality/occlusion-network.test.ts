import { describe, expect, it } from 'vitest';
import { openOcclusionNetwork } from './occlusion-network.ts';

/** Two hidden units over two inputs: one for each, of which the second counts in thirds. */
const network = {
  hidden: 2,
  weights: Buffer.from(Int8Array.of(1, 0, 0, -3).buffer).toString('base64'),
  scales: [1, 1 / 3],
  biases: [0, 0],
  outputWeights: [
    [1, 0],
    [0, 1],
  ],
  outputBiases: [0, Math.log(3)],
};

describe('openOcclusionNetwork', () => {
  const score = openOcclusionNetwork(network);

  it('answers shares that add up to one', () => {
    const [first = 0, second = 0] = score(Float32Array.of(0, 0));
    expect(first).toBeCloseTo(0.25);
    expect(first + second).toBeCloseTo(1);
  });

  it('weighs inputs by signed bytes and scales, and lets nothing negative through', () => {
    const [first = 0, second = 0] = score(Float32Array.of(2, -1));
    expect(first / second).toBeCloseTo(Math.exp(2 - 1) / 3);
    expect(score(Float32Array.of(-5, 5))[0]).toBeCloseTo(0.25);
  });
});
