import { timingSafeEqual } from 'node:crypto';
import type { BlockCipher } from './block-cipher.ts';

const CHALLENGE = 8;
const KEY_HALF = 16;
const CIPHERTEXT = 2 * CHALLENGE + KEY_HALF;
/** Bytes of a sealed half: ciphertext and MAC. */
export const SEALED_LENGTH = CIPHERTEXT + 8;

/** What one side sends of the mutual authentication: its own challenge, the other's, and half of a key. */
export interface AuthenticationHalf {
  /** 8 bytes. */
  readonly own: Uint8Array;
  /** 8 bytes. */
  readonly other: Uint8Array;
  /** 16 bytes. */
  readonly keyHalf: Uint8Array;
}

/** Encrypts a half and puts its MAC behind it: 40 bytes, the data of MUTUAL AUTHENTICATE and of its answer. */
export function sealHalf(cipher: BlockCipher, key: Uint8Array, half: AuthenticationHalf): Uint8Array {
  const plain = Buffer.concat([half.own, half.other, half.keyHalf]);
  const encrypted = cipher.encrypt(key, plain);
  plain.fill(0);
  return Uint8Array.from([...encrypted, ...cipher.mac(key, encrypted)]);
}

/** Opens a sealed half; undefined when length or MAC are wrong. Whether it is fresh is the caller's to check. */
export function openHalf(
  cipher: BlockCipher,
  key: Uint8Array,
  sealed: Uint8Array,
): AuthenticationHalf | undefined {
  if (sealed.length !== SEALED_LENGTH) return undefined;
  const encrypted = sealed.subarray(0, CIPHERTEXT);
  if (!timingSafeEqual(cipher.mac(key, encrypted), sealed.subarray(CIPHERTEXT))) return undefined;
  const plain = cipher.decrypt(key, encrypted);
  return {
    own: plain.subarray(0, CHALLENGE),
    other: plain.subarray(CHALLENGE, 2 * CHALLENGE),
    keyHalf: plain.subarray(2 * CHALLENGE),
  };
}
