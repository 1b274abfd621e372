import { AsnParser } from '@peculiar/asn1-schema';
import { fromBER } from 'asn1js';

/** Larger encodings are not read: certificates of persons and authorities are a few kilobytes. */
const maximumBytes = 64 * 1024;

/** The bytes of an ArrayBuffer without copying. */
export function bytesOf(buffer: ArrayBuffer): Uint8Array {
  return new Uint8Array(buffer);
}

/**
 * Decodes exactly one value of the given schema that fills `bytes` to the last octet. Throws on anything
 * else; callers turn that into their own failure.
 */
export function decodeDer<T>(bytes: Uint8Array, schema: new () => T, limit: number = maximumBytes): T {
  if (bytes.length === 0) throw new Error('empty');
  if (bytes.length > limit) throw new Error(`longer than ${limit} octets`);
  const { offset, result } = fromBER(bytes);
  if (offset === -1) throw new Error(result.error === '' ? 'not DER' : result.error);
  if (offset !== bytes.length) throw new Error(`${bytes.length - offset} octets after the end`);
  return AsnParser.fromASN(result, schema);
}
