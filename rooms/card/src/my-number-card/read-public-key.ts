import { readObjectMap } from '../apdu/object-map.ts';
import type { RsaPublicKeyBytes } from './unverified-card-face.ts';

/** Reads an RSA key (90 exponent, 91 modulus) inside an object; undefined when it is none of 2048 bits or more. */
export function readPublicKey(object: Uint8Array): RsaPublicKeyBytes | undefined {
  const parts = readObjectMap(object);
  if (parts.status === 'failed') return undefined;
  const exponent = parts.value.get(0x90)?.value;
  const modulus = parts.value.get(0x91)?.value;
  if (exponent === undefined || modulus === undefined) return undefined;
  if (exponent.length === 0 || modulus.length < 256) return undefined;
  return { exponent: exponent.slice(), modulus: modulus.slice() };
}
