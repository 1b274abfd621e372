import { constants, createCipheriv, createDecipheriv, createPublicKey, publicEncrypt } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import type { CommandApdu, ResponseApdu } from '../apdu/apdu.ts';
import { readTlv, writeTlv } from '../apdu/ber-tlv.ts';
import type { CommandProtection } from '../apdu/command-protection.ts';
import { fail } from '../fail.ts';
import type { RsaPublicKeyBytes } from './unverified-card-face.ts';

const BLOCK = 16;
const SEED_LENGTH = 32;
/** Object 86: padding indicator 01 (80 00 …), then the ciphertext. */
const ENCRYPTED = 0x86;
const ISO_PADDING = 0x01;
/** Object 96: Le in the extended form. */
const EXPECTED_LENGTH = 0x96;
/** What still comes back in a short response once it is padded and in its object. */
const LONGEST_SHORT = 0xef;

/** A session key on its way to the card, and the secure messaging that it begins once the card has it. */
export interface SessionKeyOffer extends Disposable {
  /** Data of SET SESSION KEY (`80 AE 00 00`), 256 bytes. */
  readonly data: Uint8Array;
  readonly protection: CommandProtection;
}

/**
 * Makes a session key for the text-input application: a seed of 32 bytes, `A0 22 80 20` before it, under
 * RSAES-OAEP with SHA-256 and the key of EF 0006; its first half is the AES-128 key. What is sent and read
 * afterwards cannot be overheard. It is not proof against changes: the card offers no MAC.
 */
export function offerSessionKey(
  deliveryKey: RsaPublicKeyBytes,
  random: (length: number) => Uint8Array,
): SessionKeyOffer {
  const n = Buffer.from(deliveryKey.modulus).toString('base64url');
  const e = Buffer.from(deliveryKey.exponent).toString('base64url');
  const key = createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' });
  const seed = random(SEED_LENGTH);
  const content = Uint8Array.of(0xa0, 0x22, 0x80, 0x20, ...seed);
  const data = publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, content);
  const protection = encryptWith(seed.slice(0, BLOCK));
  seed.fill(0);
  content.fill(0);
  return { data, protection, [Symbol.dispose]: () => protection[Symbol.dispose]() };
}

/**
 * AES-128-CBC under class 08. The vector of the Nth command is N encrypted, and N counts every command, refused
 * ones too; the response has the vector of its command.
 */
function encryptWith(key: Uint8Array): CommandProtection {
  let commands = 0;
  let vector = new Uint8Array(BLOCK);
  return {
    protect(command: CommandApdu): CommandApdu {
      commands += 1;
      vector = vectorOf(key, commands);
      const { data, le } = command;
      const objects = [
        ...(data === undefined ? [] : [encrypt(key, vector, data)]),
        ...(le === undefined
          ? []
          : [writeTlv(EXPECTED_LENGTH, Uint8Array.of(0, (le >> 8) & 0xff, le & 0xff))]),
      ];
      const bytes = Buffer.concat(objects);
      const outerLe = le === undefined ? {} : { le: le > LONGEST_SHORT ? 0x1_0000 : 0x100 };
      const { cla: _clear, le: _inner, data: _plain, ...header } = command;
      return { ...header, cla: 0x08, ...(bytes.length === 0 ? {} : { data: bytes }), ...outerLe };
    },
    open({ data, statusWord }: ResponseApdu): Attempt<ResponseApdu> {
      if (data.length === 0) return done({ data, statusWord });
      const object = readTlv(data);
      if (object.status === 'failed') return broken('not an object');
      const { tag, value, raw } = object.value;
      if (tag !== ENCRYPTED || raw.length !== data.length) return broken('not one object 86');
      const plain = decrypt(key, vector, value);
      return plain === undefined ? broken('padding') : done({ data: plain, statusWord });
    },
    [Symbol.dispose]() {
      key.fill(0);
    },
  };
}

const broken = (detail: string) => fail('secure-messaging-broken', detail);

function vectorOf(key: Uint8Array, command: number): Uint8Array<ArrayBuffer> {
  const block = Buffer.alloc(BLOCK);
  block.writeUInt32BE(command, BLOCK - 4);
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return Uint8Array.from(cipher.update(block));
}

function encrypt(key: Uint8Array, vector: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(data.length / BLOCK) + 1) * BLOCK);
  padded.set(data);
  padded[data.length] = 0x80;
  const cipher = createCipheriv('aes-128-cbc', key, vector).setAutoPadding(false);
  const value = Buffer.concat([Uint8Array.of(ISO_PADDING), cipher.update(padded)]);
  padded.fill(0);
  return writeTlv(ENCRYPTED, value);
}

function decrypt(key: Uint8Array, vector: Uint8Array, value: Uint8Array): Uint8Array | undefined {
  const content = value.subarray(1);
  if (value[0] !== ISO_PADDING || content.length === 0 || content.length % BLOCK !== 0) return undefined;
  const decipher = createDecipheriv('aes-128-cbc', key, vector).setAutoPadding(false);
  const padded = decipher.update(content);
  const end = padded.lastIndexOf(0x80);
  const whole = end >= padded.length - BLOCK && padded.subarray(end + 1).every((byte) => byte === 0);
  return end !== -1 && whole ? padded.subarray(0, end) : undefined;
}
