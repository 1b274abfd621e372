import { createPublicKey, createSecretKey } from 'node:crypto';
import { objectIdentifierOf } from './der-primitives.ts';
import { derTag, enterDer } from './der-reader.ts';
import type { UnverifiedCertificate } from './unverified-certificate.ts';

const dsa = '1.2.840.10040.4.1';

function lacksParameters(publicKeyInfo: Uint8Array): boolean {
  const algorithm = enterDer(publicKeyInfo, derTag.sequence).enter(derTag.sequence);
  const oid = objectIdentifierOf(algorithm.take(derTag.objectIdentifier).contents);
  return oid === dsa && algorithm.atEnd;
}

/**
 * The key of a SubjectPublicKeyInfo. A DSA key may leave its parameters to its issuer's; in its place stands a key
 * that is none, so that whoever does not look checks nothing. Throws for other keys that node:crypto does not know.
 */
export function readPublicKey(
  publicKeyInfo: Uint8Array,
): Pick<UnverifiedCertificate, 'publicKey' | 'inheritsKeyParameters'> {
  if (lacksParameters(publicKeyInfo))
    return { publicKey: createSecretKey(Buffer.of(0)), inheritsKeyParameters: true };
  const { buffer, byteOffset, byteLength } = publicKeyInfo;
  const key = Buffer.from(buffer, byteOffset, byteLength);
  return { publicKey: createPublicKey({ key, format: 'der', type: 'spki' }), inheritsKeyParameters: false };
}
