import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessageReader, encodeMessageHead, type Message } from './message-frames.ts';

const limits = { maximumText: 4096, maximumPayload: 4096 };

function wire(messages: readonly (readonly [unknown, Uint8Array])[]): Uint8Array {
  return Uint8Array.from(
    messages.flatMap(([body, payload]) => [...encodeMessageHead(body, payload.length), ...payload]),
  );
}

describe('messages between terminal and picture process', () => {
  it('come out as they went in, however the wire cuts them, and the pieces are overwritten', () => {
    const message = fc.tuple(fc.jsonValue(), fc.uint8Array({ maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 5 }), fc.infiniteStream(fc.nat(40)), (messages, cuts) => {
        const bytes = wire(messages.map(([body, payload]) => [body, payload]));
        const received: Message[] = [];
        const reader = createMessageReader(limits, (one) => received.push(one));
        for (let at = 0; at < bytes.length; ) {
          const piece = bytes.slice(at, at + 1 + (cuts.next().value ?? 0));
          at += piece.length;
          reader.take(piece);
          expect(piece.every((byte) => byte === 0)).toBe(true);
        }
        expect(received.map(({ body, payload }) => [body, [...payload]])).toEqual(
          messages.map(([body, payload]) => [JSON.parse(JSON.stringify(body)), [...payload]]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('memory bomb: lengths over the limit are refused before any memory is taken', () => {
    for (const head of [
      encodeMessageHead({}, 4097),
      encodeMessageHead('x'.repeat(5000), 0),
      Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0),
    ]) {
      expect(() => createMessageReader(limits, () => undefined).take(head)).toThrow(RangeError);
    }
  });

  it('what is no JSON is refused', () => {
    const head = Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0, 0x7b, 0xff);
    expect(() => createMessageReader(limits, () => undefined).take(head)).toThrow();
  });
});
