import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aes } from './aes.ts';
import { protect, unprotect } from './secure-messaging.ts';
import { tripleDes } from './triple-des.ts';

const key = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe.each([
  ['first', tripleDes],
  ['second', aes],
] as const)('secure messaging of the %s generation', (_name, cipher) => {
  it('gives back what was protected', () => {
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 9000 }), (k, data) => {
        const opened = unprotect(cipher, k, protect(cipher, k, data));
        expect(opened).toMatchObject({ status: 'done' });
        expect(opened.status === 'done' && Buffer.compare(opened.value, data)).toBe(0);
      }),
    );
  });

  it('takes a torn answer for what it is, wherever it is torn', () => {
    fc.assert(
      fc.property(key, fc.uint8Array({ minLength: 1, maxLength: 600 }), fc.nat(), (k, data, at) => {
        const object = protect(cipher, k, data);
        const torn = unprotect(cipher, k, object.subarray(0, at % object.length));
        expect(torn).toMatchObject({ status: 'failed', reason: { code: 'secure-messaging-broken' } });
      }),
    );
  });

  it('never throws, whatever stands in the answer', () => {
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 300 }), (k, object) => {
        const opened = unprotect(cipher, k, object);
        expect(opened.status === 'done' || opened.reason.code === 'secure-messaging-broken').toBe(true);
      }),
    );
  });
});
