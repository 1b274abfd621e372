import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainLink, chainStart } from './audit-chain.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('the audit chain', () => {
  it('gives another hash for another text, place, predecessor or key', () => {
    fc.assert(
      fc.property(bytes(32), fc.bigInt(1n, 2n ** 60n), fc.string(), fc.string(), (before, place, a, b) => {
        const link = chainLink(before, place, a, null);
        expect(link.equals(chainLink(before, place, b, null))).toBe(a === b);
        expect(link.equals(chainLink(before, place + 1n, a, null))).toBe(false);
        expect(link.equals(chainLink(link, place, a, null))).toBe(false);
        expect(link.equals(chainLink(before, place, a, before))).toBe(false);
      }),
    );
  });

  it('begins differently for every writer', () => {
    const origin = { writerId: 'a', number: 1, startedAt: new Date(0) };
    const starts = [
      origin,
      { ...origin, writerId: 'b' },
      { ...origin, number: 2 },
      { ...origin, startedAt: new Date(1) },
    ];
    expect(new Set(starts.map((one) => chainStart(one, null).toString('hex'))).size).toBe(4);
  });
});
