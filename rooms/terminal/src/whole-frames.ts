import { Duplex } from 'node:stream';

/** RFC 6455 5.2: FIN and opcode in the first byte of a frame, MASK and length in the second. */
const fin = 0x80;
const opcode = 0x0f;
const mask = 0x80;
const continuation = 0;
const firstControl = 8;
const longestHeader = 14;

export interface WholeFrames {
  /** For ws, in place of the socket. */
  readonly stream: Duplex;
  /** To be called once ws listens: frames that ws has copied, or that hold no message, are overwritten from then on. */
  heed(): void;
}

/**
 * A WebSocket's socket that hands on each frame whole, in one buffer of its own, and overwrites what came off
 * the wire. ws takes such a frame apart without copying any of it, so that whoever wipes a message wipes the
 * only one there is; without this every picture stays behind in the pieces in which it came. A frame longer
 * than `limit` is handed on as it comes: ws refuses it by its header.
 */
export function wholeFrames(socket: Duplex, head: Uint8Array, limit: number): WholeFrames {
  let frame = new Uint8Array(longestHeader);
  let filled = 0;
  /** Length of the frame at hand, once its header has come. */
  let wanted: number | null = null;
  let tooLong = false;
  /** Of a message that comes in several frames; ws joins them in a copy when the last one is there. */
  const parts: Uint8Array[] = [];

  const begin = () => {
    wanted = filled + payloadLength(frame);
    tooLong = wanted > limit + longestHeader;
    const whole = new Uint8Array(tooLong ? filled : wanted);
    whole.set(frame.subarray(0, filled));
    frame = whole;
  };
  const handOn = () => {
    const whole = Buffer.from(frame.buffer);
    frame = new Uint8Array(longestHeader);
    filled = 0;
    wanted = null;
    if (!stream.push(whole)) socket.pause();
  };
  const take = (piece: Uint8Array) => {
    for (let at = 0; at < piece.length && !tooLong; ) {
      const some = piece.subarray(at, at + (wanted ?? headerLength(frame, filled)) - filled);
      frame.set(some, filled);
      filled += some.length;
      at += some.length;
      if (wanted === null && filled === headerLength(frame, filled)) begin();
      if (filled === wanted || tooLong) handOn();
    }
    piece.fill(0);
  };
  const heed = (bytes: Buffer) => {
    const [first = 0] = bytes;
    if ((first & opcode) >= firstControl) bytes.fill(0);
    else if ((first & fin) === 0) parts.push(bytes);
    else if ((first & opcode) === continuation) {
      for (const part of [...parts.splice(0), bytes]) part.fill(0);
    }
  };

  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (bytes, encoding, done) => void socket.write(bytes, encoding, done),
    final: (done) => void socket.end(done),
    destroy(error, done) {
      for (const part of [...parts.splice(0), frame]) part.fill(0);
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', take);
  socket.on('end', () => stream.push(null));
  socket.on('error', (error) => stream.destroy(error));
  socket.on('close', () => stream.destroy());
  take(head);
  return { stream, heed: () => void stream.on('data', heed) };
}

/** As far as the bytes that are there tell. */
function headerLength(frame: Uint8Array, filled: number): number {
  if (filled < 2) return 2;
  const second = frame[1] ?? 0;
  const short = second & 0x7f;
  return 2 + (short === 126 ? 2 : short === 127 ? 8 : 0) + ((second & mask) === 0 ? 0 : 4);
}

function payloadLength(frame: Uint8Array): number {
  const view = new DataView(frame.buffer);
  const short = view.getUint8(1) & 0x7f;
  if (short === 126) return view.getUint16(2);
  // Longer than any number can say is longer than any limit.
  return short === 127 ? view.getUint32(2) * 2 ** 32 + view.getUint32(6) : short;
}
