import { type Attempt, done } from '@honnin/outcome';
import { readTlv, writeTlv } from '../apdu/ber-tlv.ts';
import { fail } from '../fail.ts';
import type { BlockCipher } from './block-cipher.ts';
import { padToBlocks, unpaddedLength } from './iso-padding.ts';

/** Cryptogram, preceded by a padding indicator (ISO/IEC 7816-4 §10.2). */
const CRYPTOGRAM = 0x86;
/** Padded by 80 00 … */
const PADDING_INDICATOR = 0x01;

/** The class byte of commands in secure messaging without a MAC. */
export const SECURE_CLASS = 0x08;

/**
 * Secure messaging of the residence card: it encrypts and does **not** authenticate. Whoever can change what is
 * in the air can change what is read; only the issuer's signature tells.
 */
export function protect(cipher: BlockCipher, key: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = padToBlocks(data, cipher.blockLength);
  const encrypted = cipher.encrypt(key, padded);
  padded.fill(0);
  return writeTlv(CRYPTOGRAM, Uint8Array.from([PADDING_INDICATOR, ...encrypted]));
}

/** Opens a cryptogram object. Fails with `secure-messaging-broken` where it is torn or of another key. */
export function unprotect(cipher: BlockCipher, key: Uint8Array, object: Uint8Array): Attempt<Uint8Array> {
  const tlv = readTlv(object);
  if (tlv.status === 'failed') return broken(tlv.reason.detail ?? 'no data object');
  const { tag, value, raw } = tlv.value;
  if (tag !== CRYPTOGRAM || raw.length !== object.length) return broken('not one cryptogram object');
  const encrypted = value.subarray(1);
  if (value[0] !== PADDING_INDICATOR || encrypted.length === 0) return broken('padding indicator');
  if (encrypted.length % cipher.blockLength !== 0)
    return broken(`${encrypted.length} bytes, no whole blocks`);
  const padded = cipher.decrypt(key, encrypted);
  const length = unpaddedLength(padded);
  if (length !== undefined && padded.length - length <= cipher.blockLength) {
    return done(padded.subarray(0, length));
  }
  padded.fill(0);
  return broken('padding');
}

const broken = (detail: string) => fail('secure-messaging-broken', detail);
