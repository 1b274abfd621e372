import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMutation, mutate } from './mutation.ts';

describe('mutate', () => {
  const corpus = [Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x05), new Uint8Array(), new Uint8Array(300).fill(7)];

  it('makes the same bytes of the same mutation, and never very long ones', () => {
    fc.assert(
      fc.property(anyMutation, (mutation) => {
        const bytes = mutate(mutation, corpus);
        expect(bytes).toEqual(mutate(mutation, corpus));
        expect(bytes.length).toBeLessThanOrEqual(24 * 1024);
      }),
    );
  });

  it('changes most inputs, and leaves the corpus as it is', () => {
    const before = corpus.map((bytes) => Uint8Array.from(bytes));
    const mutations = fc.sample(anyMutation, { numRuns: 500, seed: 1 });
    const changed = mutations.filter(
      (mutation) =>
        !Buffer.from(mutate(mutation, corpus)).equals(corpus[mutation.base % 3] ?? new Uint8Array()),
    );
    expect(changed.length).toBeGreaterThan(300);
    expect(corpus).toEqual(before);
  });
});
