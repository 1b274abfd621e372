import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVpcdParser, toVpcdFrame } from './vpcd-messages.ts';

describe('the messages of the virtual reader', () => {
  it('come out whole and in order however the stream was cut', () => {
    const payloads = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 12 });
    fc.assert(
      fc.property(payloads, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sent, cuts) => {
        const stream = Buffer.concat(sent.map(toVpcdFrame));
        const parse = createVpcdParser();
        const received = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const length = cuts[turn % cuts.length] ?? 1;
          received.push(...parse(stream.subarray(at, at + length)));
          at += length;
        }
        expect(received).toHaveLength(sent.length);
        for (const [index, payload] of sent.entries()) {
          const message = received[index];
          if (payload.length === 1) expect(message?.kind).not.toBe('command');
          else expect(message).toEqual({ kind: 'command', command: payload });
        }
      }),
    );
  });

  it('knows the controls', () => {
    const stream = Buffer.concat([0, 1, 2, 4, 3, 9].map((control) => toVpcdFrame(Uint8Array.of(control))));
    expect(createVpcdParser()(stream).map(({ kind }) => kind)).toEqual([
      'power-off',
      'power-on',
      'reset',
      'get-atr',
      'unknown-control',
      'unknown-control',
    ]);
  });

  it('refuses to frame what its length field cannot hold', () => {
    expect(() => toVpcdFrame(new Uint8Array(65_536))).toThrow(RangeError);
  });
});
