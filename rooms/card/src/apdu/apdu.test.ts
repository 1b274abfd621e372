import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommandApdu, decodeCommand, encodeCommand, parseResponse } from './apdu.ts';

const byte = fc.integer({ min: 0, max: 0xff });
const command: fc.Arbitrary<CommandApdu> = fc
  .record({
    cla: byte,
    ins: byte,
    p1: byte,
    p2: byte,
    data: fc.option(fc.uint8Array({ minLength: 1, maxLength: 700 }), { nil: undefined }),
    le: fc.option(
      fc.oneof(fc.integer({ min: 1, max: 0x1_0000 }), fc.constantFrom(0xff, 0x100, 0x101, 0x1_0000)),
      {
        nil: undefined,
      },
    ),
  })
  .map(({ data, le, ...header }) => ({
    ...header,
    ...(data === undefined ? {} : { data }),
    ...(le === undefined ? {} : { le }),
  }));

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('APDU', () => {
  it('decodes every command that it encodes, short or extended', () => {
    fc.assert(
      fc.property(command, (apdu) => {
        const back = decodeCommand(encodeCommand(apdu));
        expect(back.status).toBe('done');
        if (back.status === 'done') expect(back.value).toEqual(apdu);
      }),
      { numRuns: 1000 },
    );
  });

  it('answers any bytes with a command or with its own failure, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const read = decodeCommand(bytes);
        if (read.status === 'failed') expect(read.reason.code).toBe('apdu-malformed');
        else expect(hex(encodeCommand(read.value)).slice(0, 8)).toBe(hex(bytes).slice(0, 8));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes the forms of ISO/IEC 7816-4', () => {
    const base = { cla: 0, ins: 0xb0, p1: 0, p2: 0 };
    expect(hex(encodeCommand(base))).toBe('00b00000');
    expect(hex(encodeCommand({ ...base, le: 256 }))).toBe('00b0000000');
    expect(hex(encodeCommand({ ...base, le: 65_536 }))).toBe('00b00000000000');
    expect(hex(encodeCommand({ ...base, le: 0x1234 }))).toBe('00b00000001234');
    expect(hex(encodeCommand({ ...base, data: Uint8Array.of(1, 2), le: 256 }))).toBe('00b0000002010200');
    expect(hex(encodeCommand({ ...base, data: Uint8Array.of(1, 2), le: 257 }))).toBe(
      '00b0000000000201020101',
    );
  });

  it('refuses to encode what no form can hold', () => {
    const base = { cla: 0, ins: 0xb0, p1: 0, p2: 0 };
    expect(() => encodeCommand({ ...base, p1: 256 })).toThrow(RangeError);
    expect(() => encodeCommand({ ...base, le: 0 })).toThrow(RangeError);
    expect(() => encodeCommand({ ...base, data: new Uint8Array(0) })).toThrow(RangeError);
    expect(() => encodeCommand({ ...base, data: new Uint8Array(65_536) })).toThrow(RangeError);
  });

  it('takes a response apart, and calls one without a status word torn', () => {
    expect(parseResponse(Uint8Array.of(1, 2, 0x90, 0))).toEqual({
      status: 'done',
      value: { data: Uint8Array.of(1, 2), statusWord: 0x9000 },
    });
    for (const torn of [new Uint8Array(0), Uint8Array.of(0x90)])
      expect(parseResponse(torn)).toMatchObject({ status: 'failed', reason: { code: 'response-torn' } });
  });
});
