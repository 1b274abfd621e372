/**
 * How the terminal and its reading process talk: one byte that says what it is, four bytes of length
 * (big-endian), and that many bytes: a picture, or JSON.
 */
export type MessageKind = 'json' | 'picture';

const kinds: readonly MessageKind[] = ['json', 'picture'];
const headLength = 5;

/** Everything of a message but its bytes, which follow on the wire as they are: no copy of a picture is made. */
export function messageHead(kind: MessageKind, length: number): Uint8Array {
  const head = new Uint8Array(headLength);
  head[0] = kinds.indexOf(kind);
  new DataView(head.buffer).setUint32(1, length);
  return head;
}

/**
 * Puts messages together out of pieces of any size, each of which is overwritten, and hands out each as soon as
 * it is whole; its bytes are the receiver's to wipe. The function it gives throws at what is no message, or one
 * longer than `longest`.
 */
export function joinMessages(
  longest: number,
  receive: (kind: MessageKind, bytes: Uint8Array) => void,
): (piece: Uint8Array) => void {
  let head = true;
  let kind: MessageKind = 'json';
  let wanted = new Uint8Array(headLength);
  let filled = 0;
  const expect = (isHead: boolean, length: number) => {
    head = isHead;
    wanted = new Uint8Array(length);
    filled = 0;
  };
  const advance = () => {
    if (!head) {
      const bytes = wanted;
      expect(true, headLength);
      receive(kind, bytes);
      return;
    }
    const named = kinds[wanted[0] ?? 0xff];
    const length = new DataView(wanted.buffer).getUint32(1);
    if (named === undefined || length > longest) throw new RangeError(`a message of ${length} bytes`);
    kind = named;
    expect(false, length);
  };
  return (piece) => {
    for (let at = 0; at < piece.length; ) {
      const some = piece.subarray(at, at + wanted.length - filled);
      wanted.set(some, filled);
      filled += some.length;
      at += some.length;
      while (filled === wanted.length) advance();
    }
    piece.fill(0);
  };
}
