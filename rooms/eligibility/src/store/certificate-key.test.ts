import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateKey } from './certificate-key.ts';

const issuer = (name: string) => ({
  text: name,
  der: Buffer.from(name),
  canonical: name,
  parts: [name],
  mailAddresses: [],
});

describe('certificateKey', () => {
  it('differs when the issuer or the serial number does', () => {
    const serial = fc
      .uint8Array({ minLength: 1, maxLength: 20 })
      .map((bytes) => Buffer.from(bytes).toString('hex'));
    fc.assert(
      fc.property(serial, serial, (a, b) => {
        const key = certificateKey({ issuer: issuer('x'), serialNumber: a });
        expect(key.length).toBe(32);
        expect(key.equals(certificateKey({ issuer: issuer('x'), serialNumber: b }))).toBe(a === b);
        expect(key.equals(certificateKey({ issuer: issuer('y'), serialNumber: a }))).toBe(false);
      }),
    );
  });
});
