import { type Attempt, done } from '@honnin/outcome';
import { fail } from '../fail.ts';

/** A command APDU (ISO/IEC 7816-4 §5.2). */
export interface CommandApdu {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data?: Uint8Array;
  /** Longest answer that is wanted, 1 to 65,536 bytes; none when absent. */
  readonly le?: number;
}

/** A response APDU: the data, and SW1 SW2 as one number. */
export interface ResponseApdu {
  readonly data: Uint8Array;
  readonly statusWord: number;
}

/**
 * Encodes a command, in the short form wherever it fits (`le` 256 is `00`) and in the extended form
 * otherwise. Throws RangeError for what no form can hold.
 */
export function encodeCommand(command: CommandApdu): Uint8Array {
  const { data, le } = command;
  const header = [command.cla, command.ins, command.p1, command.p2];
  if (header.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 0xff))
    throw new RangeError('a header byte is not a byte');
  const lc = data?.length ?? 0;
  if (data !== undefined && (lc === 0 || lc > 0xffff)) throw new RangeError('data is 1 to 65,535 bytes');
  if (le !== undefined && !(Number.isInteger(le) && le >= 1 && le <= 0x1_0000))
    throw new RangeError('Le is 1 to 65,536');
  const extended = lc > 0xff || (le ?? 0) > 0x100;
  const lcField = data === undefined ? [] : extended ? [0, lc >> 8, lc & 0xff] : [lc];
  const leField =
    le === undefined
      ? []
      : extended
        ? [...(data === undefined ? [0] : []), (le >> 8) & 0xff, le & 0xff]
        : [le & 0xff];
  const bytes = new Uint8Array(4 + lcField.length + lc + leField.length);
  bytes.set(header);
  bytes.set(lcField, 4);
  if (data !== undefined) bytes.set(data, 4 + lcField.length);
  bytes.set(leField, bytes.length - leField.length);
  return bytes;
}

/** Decodes a command, as a card would. Fails with `apdu-malformed` when the lengths do not add up. */
export function decodeCommand(bytes: Uint8Array): Attempt<CommandApdu> {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined)
    return fail('apdu-malformed', 'shorter than 4 bytes');
  const header = { cla, ins, p1, p2 };
  const body = bytes.subarray(4);
  const [first, second, third] = body;
  if (first === undefined) return done(header);
  if (body.length === 1) return done({ ...header, le: first === 0 ? 0x100 : first });
  if (first !== 0) {
    const data = body.subarray(1, 1 + first);
    const le = body[1 + first];
    if (body.length === 1 + first) return done({ ...header, data });
    if (body.length === 2 + first && le !== undefined)
      return done({ ...header, data, le: le === 0 ? 0x100 : le });
    return fail('apdu-malformed', 'Lc does not fit the length');
  }
  if (second === undefined || third === undefined)
    return fail('apdu-malformed', 'extended length is cut off');
  const number = second * 0x100 + third;
  if (body.length === 3) return done({ ...header, le: number === 0 ? 0x1_0000 : number });
  const data = body.subarray(3, 3 + number);
  if (number === 0) return fail('apdu-malformed', 'extended Lc is zero');
  if (body.length === 3 + number) return done({ ...header, data });
  const high = body[3 + number];
  const low = body[4 + number];
  if (body.length === 5 + number && high !== undefined && low !== undefined) {
    const le = high * 0x100 + low;
    return done({ ...header, data, le: le === 0 ? 0x1_0000 : le });
  }
  return fail('apdu-malformed', 'extended Lc does not fit the length');
}

/** Splits a response; fewer than two bytes is `response-torn`. `data` is a view. */
export function parseResponse(bytes: Uint8Array): Attempt<ResponseApdu> {
  const sw1 = bytes[bytes.length - 2];
  const sw2 = bytes[bytes.length - 1];
  if (sw1 === undefined || sw2 === undefined)
    return fail('response-torn', `${bytes.length} bytes without a status word`);
  return done({ data: bytes.subarray(0, -2), statusWord: sw1 * 0x100 + sw2 });
}
