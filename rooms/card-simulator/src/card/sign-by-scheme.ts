import { constants, createHash, type KeyObject, privateEncrypt } from 'node:crypto';
import { encodePss } from './encode-pss.ts';

/** DigestInfo header of SHA-256 (RFC 8017 9.2, note 1). */
const sha256Header = Buffer.from('3031300d060960864801650304020105000420', 'hex');

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
const withHeader = (digest: Uint8Array) => Buffer.concat([sha256Header, digest]);

/**
 * Signs as the card's scheme 00 to 05 says, with RSA-2048:
 * 00 PKCS #1 v1.5 over the data as given, 01 over its bare SHA-256, 02 over a DigestInfo of a given hash,
 * 03 over the DigestInfo of its SHA-256; 04 RSASSA-PSS of a given hash, 05 of the data's hash.
 * Null when the data has a length that the scheme does not take.
 */
export function signByScheme(
  scheme: number,
  data: Uint8Array,
  key: KeyObject,
  random: (length: number) => Uint8Array,
): Uint8Array | null {
  const type1 = (block: Uint8Array) => privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, block);
  const pss = (digest: Uint8Array) =>
    privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(digest, random(32)));
  const hash = data.length === 32 ? data : null;
  const message = data.length >= 1 && data.length <= 255 ? data : null;
  switch (scheme) {
    case 0:
      return data.length >= 1 && data.length <= 245 ? type1(data) : null;
    case 1:
      return message && type1(sha256(message));
    case 2:
      return hash && type1(withHeader(hash));
    case 3:
      return message && type1(withHeader(sha256(message)));
    case 4:
      return hash && pss(hash);
    case 5:
      return message && pss(sha256(message));
    default:
      return null;
  }
}
