import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locateTlv, readTlv, readTlvHeader, readTlvs, writeTlv } from './ber-tlv.ts';

const tag = fc.constantFrom(0x30, 0x90, 0x91, 0x7f21, 0x5f4e, 0xdf22, 0xdf2a, 0xff10, 0xff20);
const value = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.integer({ min: 0x7e, max: 0x82 }).map((n) => new Uint8Array(n).fill(7)),
  fc.integer({ min: 0xfffe, max: 0x1_0001 }).map((n) => new Uint8Array(n).fill(9)),
);

describe('BER-TLV', () => {
  it('reads back every object that it writes', () => {
    fc.assert(
      fc.property(tag, value, (t, v) => {
        const bytes = writeTlv(t, v);
        const back = readTlv(bytes);
        expect(back.status).toBe('done');
        if (back.status !== 'done') return;
        expect(back.value.tag).toBe(t);
        expect(Buffer.compare(back.value.value, v)).toBe(0);
        expect(Buffer.compare(back.value.raw, bytes)).toBe(0);
      }),
    );
  });

  it('reads a list of objects whatever filler stands between them', () => {
    const filler = fc.constantFrom([], [0x00], [0x00, 0x00, 0x00], [0xff, 0xff], [0xff, 0xff, 0x00]);
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, fc.uint8Array({ maxLength: 200 }), filler)), (items) => {
        const bytes = Buffer.concat(items.flatMap(([t, v, f]) => [writeTlv(t, v), Uint8Array.from(f)]));
        const back = readTlvs(bytes);
        expect(back.status === 'done' && back.value.map((o) => o.tag)).toEqual(items.map(([t]) => t));
      }),
    );
  });

  it('answers any bytes with objects or with its own failure, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(70), (bytes, offset) => {
        for (const read of [readTlv(bytes, offset), readTlvs(bytes), readTlvHeader(bytes, offset)]) {
          if (read.status === 'failed') expect(read.reason.code).toBe('card-data-malformed');
        }
        locateTlv(bytes, 0xff20);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses an indefinite length, an endless tag and a value that is cut off', () => {
    for (const hex of ['3080', '3085000000000100', '9f8181818100', 'df2208313938', 'ff', '30', '308201']) {
      expect(readTlv(Buffer.from(hex, 'hex'))).toMatchObject({
        status: 'failed',
        reason: { code: 'card-data-malformed' },
      });
    }
  });

  it('finds the outer object behind bytes that do not belong to it', () => {
    const record = writeTlv(0xff20, Uint8Array.of(1, 2, 3));
    expect(locateTlv(record, 0xff20)).toBe(0);
    expect(locateTlv(Buffer.concat([Uint8Array.of(0xff, 0xff), record]), 0xff20)).toBe(2);
    expect(locateTlv(Buffer.concat([Uint8Array.of(0x12, 0x34), record]), 0xff20)).toBe(2);
    expect(locateTlv(record, 0xff10)).toBeUndefined();
  });

  it('refuses to write what is no tag', () => {
    for (const wrong of [0x1f, 0xdf, 0xdfa2, 0x3030, -1])
      expect(() => writeTlv(wrong, new Uint8Array(0))).toThrow(RangeError);
  });
});
