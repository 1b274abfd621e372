import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinMessages, type MessageKind, messageHead } from './message-frames.ts';

it('gives every message back, in whatever pieces it comes, and wipes the pieces', () => {
  const messages = fc.array(
    fc.tuple(fc.constantFrom<MessageKind>('json', 'picture'), fc.uint8Array({ maxLength: 300 })),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(messages, fc.integer({ min: 1, max: 64 }), (sent, size) => {
      const wire = Buffer.concat(
        sent.flatMap(([kind, bytes]) => [messageHead(kind, bytes.length), Uint8Array.from(bytes)]),
      );
      const got: [MessageKind, number[]][] = [];
      const take = joinMessages(300, (kind, bytes) => void got.push([kind, [...bytes]]));
      for (let at = 0; at < wire.length; at += size) take(wire.subarray(at, at + size));
      expect(got).toEqual(sent.map(([kind, bytes]) => [kind, [...bytes]]));
      expect(wire.every((byte) => byte === 0)).toBe(true);
    }),
  );
});

it('throws at a kind that there is not, and at a message that is too long, before it takes memory for it', () => {
  const take = () => joinMessages(10, () => undefined);
  expect(() => take()(messageHead('json', 11))).toThrow(RangeError);
  expect(() => take()(Uint8Array.of(7, 0, 0, 0, 1))).toThrow(RangeError);
});
