/** What the virtual reader sends: 16-bit big-endian length, then so many bytes. */
export type VpcdMessage =
  | { readonly kind: 'power-off' | 'power-on' | 'reset' | 'get-atr' | 'unknown-control' }
  | { readonly kind: 'command'; readonly command: Uint8Array };

/** Longest message in either direction. */
const longestVpcdMessage = 0xffff;

const controls = ['power-off', 'power-on', 'reset', 'unknown-control', 'get-atr'] as const;

/** Takes a byte stream apart, however it was cut; hand each chunk over, get the messages that are whole. */
export function createVpcdParser(): (chunk: Uint8Array) => readonly VpcdMessage[] {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const messages: VpcdMessage[] = [];
    while (rest.length >= 2) {
      const end = 2 + rest.readUInt16BE(0);
      if (rest.length < end) break;
      messages.push(toMessage(Uint8Array.from(rest.subarray(2, end))));
      rest = rest.subarray(end);
    }
    return messages;
  };
}

/** One byte is a control; anything else is a command APDU, which is never shorter than four. */
function toMessage(payload: Uint8Array): VpcdMessage {
  const [control] = payload;
  if (payload.length !== 1 || control === undefined) return { kind: 'command', command: payload };
  return { kind: controls[control] ?? 'unknown-control' };
}

/** Frames an answer; throws RangeError when it is too long for the reader. */
export function toVpcdFrame(payload: Uint8Array): Uint8Array {
  if (payload.length > longestVpcdMessage) throw new RangeError('an answer of over 65535 bytes');
  return Uint8Array.from([payload.length >> 8, payload.length & 0xff, ...payload]);
}
