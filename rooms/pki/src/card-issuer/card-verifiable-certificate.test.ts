import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCardVerifiableCertificate,
  encodeCardVerifiableBody,
  encodeCardVerifiableCertificate,
} from './card-verifiable-certificate.ts';

const keyId = fc
  .uint8Array({ minLength: 16, maxLength: 16 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const octets = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength });

describe('card-verifiable certificates', () => {
  it('decode to what was encoded, with and without filler', () => {
    fc.assert(
      fc.property(
        keyId,
        keyId,
        octets(4),
        octets(512),
        octets(512),
        fc.nat(20),
        (authorityKeyId, subjectKeyId, exponent, modulus, signature, filler) => {
          const publicKey = { exponent, modulus };
          const body = encodeCardVerifiableBody({ authorityKeyId, subjectKeyId, publicKey });
          const encoded = encodeCardVerifiableCertificate(body, signature);
          const onCard = Uint8Array.from([...encoded, ...new Uint8Array(filler).fill(0xff)]);
          expect(decodeCardVerifiableCertificate(onCard)).toEqual({
            status: 'done',
            value: { authorityKeyId, subjectKeyId, publicKey, body, signature },
          });
        },
      ),
    );
  });

  it('encode a 2048-bit key to the sizes that the card has', () => {
    const publicKey = { exponent: Uint8Array.of(1, 0, 1), modulus: new Uint8Array(256).fill(0xab) };
    const zero = '00'.repeat(16);
    const body = encodeCardVerifiableBody({ authorityKeyId: zero, subjectKeyId: zero, publicKey });
    const encoded = encodeCardVerifiableCertificate(body, new Uint8Array(256));
    expect(body.length).toBe(297);
    expect(Buffer.from(encoded.subarray(0, 10)).toString('hex')).toBe('7f218202335f4e820129');
  });

  it('decode any octets, or fail by their own name', () => {
    const prefix = fc.constantFrom<number[]>([], [0x7f, 0x21], [0x7f, 0x21, 0x82, 0x00, 0x20, 0x5f, 0x4e]);
    fc.assert(
      fc.property(prefix, fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        const attempt = decodeCardVerifiableCertificate(Uint8Array.from([...start, ...rest]));
        return attempt.status === 'done' || attempt.reason.code === 'card-issuer-certificate-malformed';
      }),
      { numRuns: 1000 },
    );
  });

  it('accept one encoding only: what decodes encodes back to the same octets', () => {
    const publicKey = { exponent: Uint8Array.of(3), modulus: new Uint8Array(130).fill(7) };
    const id = '11'.repeat(16);
    const body = encodeCardVerifiableBody({ authorityKeyId: id, subjectKeyId: id, publicKey });
    const sample = encodeCardVerifiableCertificate(body, new Uint8Array(140).fill(9));
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.nat(255), (at, octet) => {
        const changed = sample.with(at, octet);
        const attempt = decodeCardVerifiableCertificate(changed);
        if (attempt.status === 'failed') return;
        const again = encodeCardVerifiableCertificate(
          encodeCardVerifiableBody(attempt.value),
          attempt.value.signature,
        );
        expect(again).toEqual(changed);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a length that is longer than needed', '7f2181055f4e005f37'],
    ['an indefinite length', '7f2180'],
    ['a length of three octets', '7f2183000001'],
    ['nothing', ''],
    ['octets after the end that are no filler', '7f210000'],
  ])('refuse %s', (_, hex) => {
    expect(decodeCardVerifiableCertificate(Uint8Array.from(Buffer.from(hex, 'hex')))).toMatchObject({
      status: 'failed',
      reason: { code: 'card-issuer-certificate-malformed' },
    });
  });
});
