import { createPublicKey, type KeyObject } from 'node:crypto';
import { dataObject } from './data-object.ts';

/** An RSA public key as the card writes it: exponent under 90, modulus under 91, inside the given tag. */
export function publicKeyObject(tag: number, key: KeyObject): Uint8Array {
  const { e, n } = createPublicKey(key).export({ format: 'jwk' });
  if (e === undefined || n === undefined) throw new TypeError('a card key is an RSA key');
  return dataObject(
    tag,
    dataObject(0x90, Buffer.from(e, 'base64url')),
    dataObject(0x91, Buffer.from(n, 'base64url')),
  );
}
