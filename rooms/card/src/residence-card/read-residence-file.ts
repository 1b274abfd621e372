import { type Attempt, done } from '@honnin/outcome';
import type { ResponseApdu } from '../apdu/apdu.ts';
import { failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { cipherOf, type ResidenceSession } from './residence-session.ts';
import { SECURE_CLASS, unprotect } from './secure-messaging.ts';

/** Longer than any file of either generation. */
const LONGEST = 8192;
/** As much as fits an answer of 256 bytes with its cryptogram around it. */
const SECURED_PIECE = 0xe0;
const PLAIN_PIECE = 0x100;

/** Wanted length in secure messaging (§4.2.5); 0000 means all there is. */
const wantedLength = (length: number) => Uint8Array.of(0x96, 0x02, length >> 8, length & 0xff);

/** Sends READ BINARY for one piece; an `offset` of 0 addresses the file by its short identifier. */
type ReadPiece = (options: {
  readonly p1: number;
  readonly p2: number;
  /** Undefined asks for the whole file with an extended length. */
  readonly length: number | undefined;
}) => Promise<Attempt<ResponseApdu>>;

/** Reads a whole EF of the current DF in plain. */
export function readPlainFile(session: ResidenceSession, sfi: number): Promise<Attempt<Uint8Array>> {
  const read: ReadPiece = ({ p1, p2, length }) =>
    session.channel.send({ cla: 0, ins: 0xb0, p1, p2, le: length ?? 0x1_0000 });
  return readWhole(read, sfi, PLAIN_PIECE, (data) => done(data));
}

/** Reads a whole EF of the current DF in secure messaging. */
export async function readSecuredFile(session: ResidenceSession, sfi: number): Promise<Attempt<Uint8Array>> {
  const { channel, opened, generation } = session;
  if (opened === null) return fail('secret-required', 'the card number was not presented');
  const read: ReadPiece = ({ p1, p2, length }) =>
    channel.send({
      cla: SECURE_CLASS,
      ins: 0xb0,
      p1,
      p2,
      data: wantedLength(length ?? 0),
      le: length === undefined ? 0x1_0000 : 0x100,
    });
  return readWhole(read, sfi, SECURED_PIECE, (data) => unprotect(cipherOf(generation), opened.key, data));
}

/**
 * All at once with an extended length, as the specification shows it; in pieces where the reader does not take
 * that.
 */
async function readWhole(
  read: ReadPiece,
  sfi: number,
  pieceLength: number,
  open: (data: Uint8Array) => Attempt<Uint8Array>,
): Promise<Attempt<Uint8Array>> {
  const where = `READ BINARY of file ${sfi.toString(16)}`;
  const whole = await read({ p1: 0x80 | sfi, p2: 0, length: undefined });
  if (whole.status === 'done') {
    if (whole.value.statusWord === STATUS_WORD.ok) return open(whole.value.data);
    if (whole.value.statusWord !== STATUS_WORD.wrongLength) return failureOf(whole.value.statusWord, where);
  } else if (whole.reason.code !== 'command-refused') return whole;

  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < LONGEST; ) {
    const p1 = offset === 0 ? 0x80 | sfi : offset >> 8;
    const part = await read({ p1, p2: offset & 0xff, length: pieceLength });
    if (part.status === 'failed') return part;
    const { statusWord, data } = part.value;
    if (statusWord === STATUS_WORD.offsetOutside) break;
    if (statusWord !== STATUS_WORD.ok && statusWord !== STATUS_WORD.endOfFile)
      return failureOf(statusWord, `${where} at ${offset}`);
    const opened = open(data);
    if (opened.status === 'failed') return opened;
    pieces.push(opened.value);
    offset += opened.value.length;
    if (opened.value.length < pieceLength) break;
  }
  const bytes = Uint8Array.from(Buffer.concat(pieces));
  for (const piece of pieces) piece.fill(0);
  return done(bytes);
}
