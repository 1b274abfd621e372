import { createCipheriv, createDecipheriv } from 'node:crypto';
import { readTlvs, writeTlv } from '@honnin/card';
import { type CardSession, endSecureMessaging, type SecureMessagingState } from './card-session.ts';
import type { CommandApdu } from './command-apdu.ts';
import { status } from './response-apdu.ts';
import { SW } from './status-word.ts';

const blockLength = 16;
/** Padding-content indicator of object 86: 80 00 … (ISO/IEC 7816-4 10.4.2). */
const isoPadding = 0x01;
const encryptedData = 0x86;
const expectedLength = 0x96;

/**
 * Answers a command of class 08 as the text-input application does: what it carries comes encrypted in
 * object 86, what it expects stands in object 96, and the answer's data goes back in an object 86. The
 * vector of the Nth command is N, encrypted; N counts refused commands too. What cannot be read destroys the
 * session key (6988, and 69FC from then on). There is no MAC: this hides, it does not prove.
 */
export function answerSecurely(
  session: CardSession,
  command: CommandApdu,
  run: (plain: CommandApdu) => Uint8Array,
): Uint8Array {
  const state = session.secureMessaging;
  if (state === null) return status(SW.noSessionKey);
  state.commands += 1;
  const plain = open(command, state);
  if (plain === null) {
    endSecureMessaging(session);
    return status(SW.secureMessagingWrong);
  }
  const response = run(plain);
  plain.data.fill(0);
  if (response.length === 2) return response;
  const data = response.subarray(0, -2);
  const cipher = createCipheriv('aes-128-cbc', state.key, vectorOf(state)).setAutoPadding(false);
  const content = [Uint8Array.of(isoPadding), cipher.update(pad(data)), cipher.final()];
  return Uint8Array.from([...writeTlv(encryptedData, Buffer.concat(content)), ...response.subarray(-2)]);
}

/** The command that was meant; null when its objects cannot be read. */
function open(command: CommandApdu, state: SecureMessagingState): CommandApdu | null {
  const objects = readTlvs(command.data);
  if (objects.status === 'failed' || objects.value.length === 0) return null;
  let plain: CommandApdu = { ...command, cla: 0x00, data: new Uint8Array(), le: null };
  for (const { tag, value } of objects.value) {
    if (tag === expectedLength) {
      const le = lengthOf(value);
      if (le === null) return null;
      plain = { ...plain, le };
    } else if (tag === encryptedData) {
      const data = decrypt(value, state);
      if (data === null) return null;
      plain = { ...plain, data };
    } else return null;
  }
  return plain;
}

/** Object 96: Le in the extended form, `00 hh ll`; zero is 65,536. */
function lengthOf(value: Uint8Array): number | null {
  const [lead, high, low] = value;
  if (value.length !== 3 || lead !== 0 || high === undefined || low === undefined) return null;
  return high * 0x100 + low || 0x1_0000;
}

function decrypt(value: Uint8Array, state: SecureMessagingState): Uint8Array | null {
  const content = value.subarray(1);
  if (value[0] !== isoPadding || content.length === 0 || content.length % blockLength !== 0) return null;
  const decipher = createDecipheriv('aes-128-cbc', state.key, vectorOf(state)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(content), decipher.final()]);
  const end = padded.lastIndexOf(0x80);
  const isPadding =
    end >= padded.length - blockLength && padded.subarray(end + 1).every((byte) => byte === 0);
  return end === -1 || !isPadding ? null : Uint8Array.from(padded.subarray(0, end));
}

function vectorOf({ key, commands }: SecureMessagingState): Uint8Array {
  const block = Buffer.alloc(blockLength);
  block.writeUInt32BE(commands, blockLength - 4);
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

function pad(data: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(data.length / blockLength) + 1) * blockLength);
  padded.set(data);
  padded[data.length] = 0x80;
  return padded;
}
