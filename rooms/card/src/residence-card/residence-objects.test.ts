import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectText, residenceObjects } from './residence-objects.ts';

/** An object as the specification writes it, with the shortest length. */
function object([tag, value]: readonly [number, Uint8Array]): Uint8Array {
  const { length } = value;
  const lengthBytes =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([...(tag > 0xff ? [tag >> 8, tag & 0xff] : [tag]), ...lengthBytes, ...value]);
}

const tag = fc.oneof(fc.integer({ min: 0xc0, max: 0xde }), fc.integer({ min: 0xdf01, max: 0xdfff }));
const objects = fc.uniqueArray(fc.tuple(tag, fc.uint8Array({ maxLength: 400 })), {
  selector: ([key]) => key,
  maxLength: 8,
});

describe('residenceObjects', () => {
  it('gives back every object, with filler between and behind them', () => {
    fc.assert(
      fc.property(objects, fc.nat(5), (list, filler) => {
        const file = Buffer.concat(list.flatMap((one) => [object(one), new Uint8Array(filler)]));
        const read = residenceObjects(file, 'test');
        expect(read.status === 'done' && [...read.value].map(([key, value]) => [key, [...value]])).toEqual(
          list.map(([key, value]) => [key, [...value]]),
        );
      }),
    );
  });

  it('takes any bytes for objects or for malformed, and throws at none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = residenceObjects(bytes, 'test');
        expect(read.status === 'done' || read.reason.code === 'card-data-malformed').toBe(true);
      }),
    );
  });

  it('reads the tag of the address image, which BER would continue', () => {
    const read = residenceObjects(Uint8Array.of(0xdf, 0xd1, 0x01, 0x07), 'test');
    expect(read.status === 'done' && [...read.value.keys()]).toEqual([0xdfd1]);
  });

  it('refuses an object that stands twice (one signed, one shown)', () => {
    expect(residenceObjects(Uint8Array.of(0xc1, 1, 0x31, 0xc1, 1, 0x32), 'test').status).toBe('failed');
  });

  it('has no text for bytes that are none', () => {
    expect(objectText(new Map([[0xc1, Uint8Array.of(0xff)]]), 0xc1)).toBeNull();
  });
});
