import type { HashName } from './algorithm-floor.ts';
import { objectIdentifierOf, smallNumberOf } from './der-primitives.ts';
import { contextTag, DerReader, derTag, enterDer, onlyDer } from './der-reader.ts';
import type { AlgorithmName } from './unverified-certificate.ts';

/** How a signature is to be checked. */
export type SignatureScheme =
  | { readonly kind: 'rsa' | 'ec' | 'dsa'; readonly hash: HashName }
  | { readonly kind: 'rsa-pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly kind: 'ed25519' };

const named: ReadonlyMap<string, SignatureScheme> = new Map<string, SignatureScheme>([
  ['1.2.840.113549.1.1.5', { kind: 'rsa', hash: 'sha1' }],
  ['1.2.840.113549.1.1.14', { kind: 'rsa', hash: 'sha224' }],
  ['1.2.840.113549.1.1.11', { kind: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { kind: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { kind: 'rsa', hash: 'sha512' }],
  ['1.2.840.10045.4.1', { kind: 'ec', hash: 'sha1' }],
  ['1.2.840.10045.4.3.1', { kind: 'ec', hash: 'sha224' }],
  ['1.2.840.10045.4.3.2', { kind: 'ec', hash: 'sha256' }],
  ['1.2.840.10045.4.3.3', { kind: 'ec', hash: 'sha384' }],
  ['1.2.840.10045.4.3.4', { kind: 'ec', hash: 'sha512' }],
  ['1.2.840.10040.4.3', { kind: 'dsa', hash: 'sha1' }],
  ['2.16.840.1.101.3.4.3.1', { kind: 'dsa', hash: 'sha224' }],
  ['2.16.840.1.101.3.4.3.2', { kind: 'dsa', hash: 'sha256' }],
  ['1.3.101.112', { kind: 'ed25519' }],
]);

const pss = '1.2.840.113549.1.1.10';
const maskGeneration = '1.2.840.113549.1.1.8';

const hashes: ReadonlyMap<string, HashName> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.4', 'sha224'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/** An AlgorithmIdentifier of a hash whose parameters are NULL or absent (RFC 4055 §2.1). */
function hashOf(algorithm: DerReader): HashName {
  const fields = algorithm.enter(derTag.sequence);
  const hash = hashes.get(objectIdentifierOf(fields.take(derTag.objectIdentifier).contents));
  if (!fields.atEnd) fields.take(derTag.null);
  fields.end();
  if (hash === undefined) throw new Error('a hash that is not known');
  return hash;
}

/** RSASSA-PSS-params (RFC 4055 §3.1): mask and message by the same hash, as all who use it do. */
function pssScheme(parameters: Uint8Array): SignatureScheme {
  const fields = enterDer(parameters, derTag.sequence);
  const field = (number: number): Uint8Array | null =>
    fields.takeOptional(contextTag(number, 'constructed'))?.contents ?? null;
  const message = field(0);
  const mask = field(1);
  const salt = field(2);
  const trailer = field(3);
  fields.end();
  const hash = message === null ? 'sha1' : hashOf(new DerReader(message));
  if (trailer !== null && smallNumberOf(onlyDer(trailer, derTag.integer)) !== 1) throw new Error('trailer');
  let maskHash: HashName = 'sha1';
  if (mask !== null) {
    const inner = enterDer(mask, derTag.sequence);
    if (objectIdentifierOf(inner.take(derTag.objectIdentifier).contents) !== maskGeneration)
      throw new Error('a mask that is not MGF1');
    maskHash = hashOf(inner);
    inner.end();
  }
  if (maskHash !== hash) throw new Error('mask and message by different hashes');
  const saltLength = salt === null ? 20 : smallNumberOf(onlyDer(salt, derTag.integer));
  return { kind: 'rsa-pss', hash, saltLength };
}

/** NULL belongs to PKCS#1 v1.5 (RFC 4055 §5); for the others the field is left out (RFC 5758 §3, RFC 8410 §3). */
function parametersFit(scheme: SignatureScheme, parameters: Uint8Array | null): boolean {
  if (parameters === null) return true;
  return scheme.kind === 'rsa' && parameters.length === 2 && parameters[0] === derTag.null;
}

/** The scheme that an algorithm names, or null for one that is not known or has unfit parameters. */
export function signatureSchemeOf({ oid, parameters }: AlgorithmName): SignatureScheme | null {
  if (oid === pss) {
    try {
      return parameters === null ? null : pssScheme(parameters);
    } catch {
      return null;
    }
  }
  const scheme = named.get(oid);
  return scheme === undefined || !parametersFit(scheme, parameters) ? null : scheme;
}
