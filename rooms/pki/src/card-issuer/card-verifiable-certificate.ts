import { type Attempt, done, failed, reason } from '@honnin/outcome';
import type { RsaPublicKeyBytes } from '../certificate/rsa-public-key.ts';

/** A card-verifiable certificate (object 7F21 of the My Number card) that could be read; not believed yet. */
export interface UnverifiedCardVerifiableCertificate {
  /** 証明者鍵ID: which authority key signed it; 16 octets in lower-case hexadecimal. */
  readonly authorityKeyId: string;
  /** 被証明者鍵ID: the key that is certified; 16 octets in lower-case hexadecimal. */
  readonly subjectKeyId: string;
  readonly publicKey: RsaPublicKeyBytes;
  /** Content of 5F4E, byte for byte: what the signature covers. */
  readonly body: Uint8Array;
  readonly signature: Uint8Array;
}

const keyIdLength = 16;
const tags = { certificate: 0x7f21, body: 0x5f4e, signature: 0x5f37, exponent: 0x90, modulus: 0x91 } as const;

/** Reads one object of a known tag, with the shortest length form (ISO/IEC 7816-4 §5.2.2.2); throws otherwise. */
function take(bytes: Uint8Array, tag: number): { value: Uint8Array; rest: Uint8Array } {
  const tagOctets = tag > 0xff ? [tag >> 8, tag & 0xff] : [tag];
  if (!tagOctets.every((octet, index) => bytes[index] === octet))
    throw new Error(`object ${tag.toString(16)} expected`);
  const first = bytes[tagOctets.length];
  if (first === undefined) throw new Error('ends within a length');
  const extra = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || extra > 2) throw new Error('length form not allowed');
  const start = tagOctets.length + 1 + extra;
  const lengthOctets = bytes.subarray(tagOctets.length + 1, start);
  if (lengthOctets.length !== extra) throw new Error('ends within a length');
  const length = extra === 0 ? first : lengthOctets.reduce((sum, octet) => sum * 256 + octet, 0);
  if (extra > 0 && length < (extra === 1 ? 0x80 : 0x100)) throw new Error('length longer than needed');
  if (start + length > bytes.length) throw new Error('ends within a value');
  return { value: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

function put(tag: number, value: Uint8Array): Uint8Array {
  const { length } = value;
  if (length > 0xffff) throw new Error('value too long');
  return Uint8Array.from([
    ...(tag > 0xff ? [tag >> 8, tag & 0xff] : [tag]),
    ...(length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]),
    ...value,
  ]);
}

function noRest(rest: Uint8Array): void {
  if (rest.length > 0) throw new Error(`${rest.length} octets too many`);
}

function decode(bytes: Uint8Array): UnverifiedCardVerifiableCertificate {
  const certificate = take(bytes, tags.certificate);
  if (certificate.rest.some((octet) => octet !== 0xff)) throw new Error('octets after the end');
  const body = take(certificate.value, tags.body);
  const signature = take(body.rest, tags.signature);
  noRest(signature.rest);
  const keyIds = body.value.subarray(0, 2 * keyIdLength);
  const exponent = take(body.value.subarray(2 * keyIdLength), tags.exponent);
  const modulus = take(exponent.rest, tags.modulus);
  noRest(modulus.rest);
  return {
    authorityKeyId: Buffer.from(keyIds.subarray(0, keyIdLength)).toString('hex'),
    subjectKeyId: Buffer.from(keyIds.subarray(keyIdLength)).toString('hex'),
    publicKey: { exponent: exponent.value, modulus: modulus.value },
    body: body.value,
    signature: signature.value,
  };
}

/**
 * Reads a card-verifiable certificate. Filler octets FF after the object, as files on the card have them, are
 * accepted; anything else fails with `card-issuer-certificate-malformed`.
 */
export function decodeCardVerifiableCertificate(
  bytes: Uint8Array,
): Attempt<UnverifiedCardVerifiableCertificate> {
  try {
    return done(decode(bytes));
  } catch (error) {
    return failed(
      reason('card-issuer-certificate-malformed', error instanceof Error ? error.message : String(error)),
    );
  }
}

/** The signed content (5F4E): both key identifiers (32 hexadecimal digits each) and the key. */
export function encodeCardVerifiableBody(
  contents: Pick<UnverifiedCardVerifiableCertificate, 'authorityKeyId' | 'subjectKeyId' | 'publicKey'>,
): Uint8Array {
  const keyIds = [contents.authorityKeyId, contents.subjectKeyId].map((id) => Buffer.from(id, 'hex'));
  if (keyIds.some((id) => id.length !== keyIdLength)) throw new Error('a key identifier has 16 octets');
  return Uint8Array.from([
    ...keyIds.flatMap((id) => [...id]),
    ...put(tags.exponent, contents.publicKey.exponent),
    ...put(tags.modulus, contents.publicKey.modulus),
  ]);
}

/** Puts body and signature into the 7F21 object. */
export function encodeCardVerifiableCertificate(body: Uint8Array, signature: Uint8Array): Uint8Array {
  return put(tags.certificate, Uint8Array.from([...put(tags.body, body), ...put(tags.signature, signature)]));
}
