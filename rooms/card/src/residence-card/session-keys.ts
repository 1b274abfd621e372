import { createHash } from 'node:crypto';

/** Key of the mutual authentication, for encryption and MAC alike: SHA-1 of the card number, cut to 16 bytes. */
export function accessKey(number: Uint8Array): Uint8Array {
  return createHash('sha1').update(number).digest().subarray(0, 16);
}

/** Session key for encryption out of both halves of the key material: SHA-1 with the counter 00000001. */
export function sessionKey(terminalHalf: Uint8Array, cardHalf: Uint8Array): Uint8Array {
  const seed = terminalHalf.map((byte, index) => byte ^ (cardHalf[index] ?? 0));
  const digest = createHash('sha1')
    .update(seed)
    .update(Uint8Array.of(0, 0, 0, 1))
    .digest();
  seed.fill(0);
  return digest.subarray(0, 16);
}
