import { constants, type KeyObject, verify } from 'node:crypto';
import { type Outcome, reason, rejected, undetermined, verified } from '@honnin/outcome';
import { type AlgorithmFloor, safeAlgorithmFloor, weaknessOfKey } from '../certificate/algorithm-floor.ts';
import { type SignatureScheme, signatureSchemeOf } from '../certificate/signature-scheme.ts';
import type { AlgorithmName } from '../certificate/unverified-certificate.ts';

/** Known and refused under every floor: their hashes are broken beyond use. */
const hopeless: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.1.2', 'md2WithRSA'],
  ['1.2.840.113549.1.1.4', 'md5WithRSA'],
]);

/** Something that an issuer signed: a certificate, a revocation list, an answer about a status. */
export interface IssuerSigned {
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
  readonly signatureAlgorithm: AlgorithmName;
}

function keyFits(scheme: SignatureScheme, key: KeyObject): boolean {
  const type = key.asymmetricKeyType;
  // A plain RSA key may sign by PSS; a key that is bound to PSS may sign by nothing else (RFC 4055 §1.2).
  return type === scheme.kind || (scheme.kind === 'rsa-pss' && type === 'rsa');
}

function holds(scheme: SignatureScheme, signed: IssuerSigned, key: KeyObject): boolean {
  try {
    switch (scheme.kind) {
      case 'ed25519':
        return verify(null, signed.toBeSigned, key, signed.signature);
      case 'rsa-pss': {
        const padding = constants.RSA_PKCS1_PSS_PADDING;
        const { hash, saltLength } = scheme;
        return verify(hash, signed.toBeSigned, { key, padding, saltLength }, signed.signature);
      }
      default:
        return verify(scheme.hash, signed.toBeSigned, key, signed.signature);
    }
  } catch {
    // OpenSSL refuses keys that lack parameters or forbid this scheme, rather than saying no.
    return false;
  }
}

/**
 * Checks an issuer's signature (RFC 5280 §6.1.3 (a)(1), §6.3.3 (g)) above the algorithm floor. Rejected:
 * `certificate-signature-invalid`, `algorithm-too-weak`. Undetermined: `algorithm-unknown`.
 */
export function verifyIssuerSignature(
  signed: IssuerSigned,
  issuerKey: KeyObject,
  floor: AlgorithmFloor = safeAlgorithmFloor,
): Outcome<IssuerSigned> {
  const { oid } = signed.signatureAlgorithm;
  const hopelessName = hopeless.get(oid);
  if (hopelessName !== undefined) return rejected(reason('algorithm-too-weak', hopelessName));
  const scheme = signatureSchemeOf(signed.signatureAlgorithm);
  if (scheme === null) return undetermined(reason('algorithm-unknown', oid));
  if ('hash' in scheme && !floor.hashes.has(scheme.hash))
    return rejected(reason('algorithm-too-weak', `${scheme.kind} with ${scheme.hash}`));
  if (!keyFits(scheme, issuerKey))
    return rejected(reason('certificate-signature-invalid', `${oid} with a key of another type`));
  const weakness = weaknessOfKey(issuerKey, floor);
  if (weakness?.code === 'algorithm-unknown') return undetermined(weakness);
  if (weakness !== null) return rejected(weakness);
  return holds(scheme, signed, issuerKey)
    ? verified(signed)
    : rejected(reason('certificate-signature-invalid', 'RFC 5280 §6.1.3 (a)(1)'));
}
