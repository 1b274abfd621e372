import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardChallenge, encodeChallengeBinding } from './card-challenge.ts';

const binding = fc.record({
  audience: fc.string({ unit: 'grapheme', maxLength: 20 }),
  nonce: fc.string({ maxLength: 20 }),
  issuedAt: fc.nat(),
});

test('two bindings that differ anywhere have different challenges', () => {
  fc.assert(
    fc.property(binding, binding, (a, b) => {
      fc.pre(a.audience !== b.audience || a.nonce !== b.nonce || a.issuedAt !== b.issuedAt);
      expect(Buffer.compare(cardChallenge(a), cardChallenge(b))).not.toBe(0);
    }),
  );
});

test('field shifting: characters moved from the audience into the nonce change the encoding', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 2 }), fc.nat(), (text, issuedAt) => {
      const encodings = Array.from({ length: text.length + 1 }, (_, cut) =>
        Buffer.from(
          encodeChallengeBinding({ audience: text.slice(0, cut), nonce: text.slice(cut), issuedAt }),
        ).toString('hex'),
      );
      fc.pre(Buffer.from(text).toString() === text);
      expect(new Set(encodings).size).toBe(encodings.length);
    }),
  );
});

test('the challenge is 32 bytes and the same every time', () => {
  const one = cardChallenge({ audience: 'urn:a', nonce: 'n', issuedAt: 1_700_000_000 });
  expect(one).toHaveLength(32);
  expect(one).toEqual(cardChallenge({ audience: 'urn:a', nonce: 'n', issuedAt: 1_700_000_000 }));
});
