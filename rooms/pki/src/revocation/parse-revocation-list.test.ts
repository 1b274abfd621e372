import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { later, makeAuthority, named } from '../../test/workshop.ts';
import { encodeRevocationList } from './encode-revocation-list.ts';
import { parseRevocationList } from './parse-revocation-list.ts';

const authority = makeAuthority({ name: 'Root' });
const der = encodeRevocationList({
  issuer: named('Root'),
  issuerKey: authority.key,
  thisUpdate: later(0),
  nextUpdate: later(1),
  entries: [{ serialNumber: '1234', at: later(-1), reason: 'superseded' }],
});

describe('parseRevocationList', () => {
  it('reads what was written', () => {
    const attempt = parseRevocationList(der);
    expect(attempt.status === 'done' && [...attempt.value.revoked]).toEqual([
      ['1234', { at: later(-1), reason: 'superseded' }],
    ]);
  });

  it('reads any octets, or fails by its own name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const attempt = parseRevocationList(bytes);
        return attempt.status === 'done' || attempt.reason.code === 'revocation-list-malformed';
      }),
    );
  });

  it('reads a list with any octet changed, or fails by its own name', () => {
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, octet) => {
        const attempt = parseRevocationList(der.with(at, octet));
        return attempt.status === 'done' || attempt.reason.code === 'revocation-list-malformed';
      }),
      { numRuns: 500 },
    );
  });
});
