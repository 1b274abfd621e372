import { createPublicKey, type KeyObject } from 'node:crypto';
import { derTag, enterDer } from '../certificate/der-reader.ts';
import { der } from '../certificate/der-writer.ts';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { SignedPath } from './signed-path.ts';

/** The subject's number with the issuer's parameters; null where the issuer has none to give. */
function inheritedKey({ publicKeyInfo }: UnverifiedCertificate, issuerKey: KeyObject): KeyObject | null {
  if (issuerKey.asymmetricKeyType !== 'dsa') return null;
  const above = enterDer(issuerKey.export({ format: 'der', type: 'spki' }), derTag.sequence);
  const own = enterDer(publicKeyInfo, derTag.sequence);
  own.take(derTag.sequence);
  const composed = der(
    derTag.sequence,
    above.take(derTag.sequence).encoded,
    own.take(derTag.bitString).encoded,
  );
  try {
    return createPublicKey({ key: Buffer.from(composed), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/**
 * The path with every key complete (working_public_key_parameters, RFC 5280 §6.1.4 (d) to (f)), or null where a
 * key has nothing to inherit. The parameters are those of this very path: from elsewhere they would let an
 * attacker choose a group in which to forge.
 */
export function withInheritedKeys({ path, anchor }: SignedPath): SignedPath | null {
  if (path.every(({ inheritsKeyParameters }) => !inheritsKeyParameters)) return { path, anchor };
  const complete: UnverifiedCertificate[] = [];
  for (const certificate of path.toReversed()) {
    const issuer = complete[0] ?? anchor;
    const publicKey = certificate.inheritsKeyParameters
      ? inheritedKey(certificate, issuer.publicKey)
      : certificate.publicKey;
    if (publicKey === null) return null;
    complete.unshift(certificate.inheritsKeyParameters ? { ...certificate, publicKey } : certificate);
  }
  return { path: complete, anchor };
}
