/**
 * How messages travel between the terminal and a process that looks at pictures: two lengths of four bytes (big-endian), a JSON
 * text, and bytes that belong to it (a picture). Both ends bound both lengths before they take any memory.
 */
export interface MessageLimits {
  readonly maximumText: number;
  readonly maximumPayload: number;
}

/** One message as it came; `payload` is the receiver's to wipe. */
export interface Message {
  readonly body: unknown;
  readonly payload: Uint8Array;
}

const lengthsSize = 8;

/** Everything of a message but its payload, which follows it on the wire as it is: no copy of a picture is made. */
export function encodeMessageHead(body: unknown, payloadLength: number): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(body));
  const head = new Uint8Array(lengthsSize + text.length);
  const lengths = new DataView(head.buffer);
  lengths.setUint32(0, text.length);
  lengths.setUint32(4, payloadLength);
  head.set(text, lengthsSize);
  return head;
}

export interface MessageReader {
  /**
   * Takes what came off the wire, in pieces of any size, and overwrites it. Throws when it is no message within
   * the limits: the other end is not to be trusted any further.
   */
  take(piece: Uint8Array): void;
}

/** Puts messages together again and hands out each as soon as it is whole. */
export function createMessageReader(
  limits: MessageLimits,
  receive: (message: Message) => void,
): MessageReader {
  let part: 'lengths' | 'text' | 'payload' = 'lengths';
  let wanted = new Uint8Array(lengthsSize);
  let filled = 0;
  let payloadLength = 0;
  let body: unknown;

  const expect = (next: typeof part, length: number) => {
    part = next;
    wanted = new Uint8Array(length);
    filled = 0;
  };
  const readLengths = () => {
    const lengths = new DataView(wanted.buffer);
    const textLength = lengths.getUint32(0);
    payloadLength = lengths.getUint32(4);
    if (textLength > limits.maximumText || payloadLength > limits.maximumPayload) {
      throw new RangeError(`a message of ${textLength} and ${payloadLength} bytes`);
    }
    expect('text', textLength);
  };
  const advance = () => {
    if (part === 'lengths') readLengths();
    else if (part === 'text') {
      body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(wanted));
      wanted.fill(0);
      expect('payload', payloadLength);
    } else {
      const message = { body, payload: wanted };
      expect('lengths', lengthsSize);
      receive(message);
    }
  };

  return {
    take(piece) {
      for (let at = 0; at < piece.length; ) {
        const some = piece.subarray(at, at + wanted.length - filled);
        wanted.set(some, filled);
        filled += some.length;
        at += some.length;
        while (filled === wanted.length) advance();
      }
      piece.fill(0);
    },
  };
}
