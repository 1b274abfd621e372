import { constants, createHash, type KeyObject, publicDecrypt, timingSafeEqual } from 'node:crypto';
import { type Outcome, reason, rejected, undetermined, verified } from '@honnin/outcome';
import { weaknessOfKey } from '../certificate/algorithm-floor.ts';
import { digestInfoSha256 } from './digest-info.ts';

function holds(publicKey: KeyObject, expected: Uint8Array, signature: Uint8Array): boolean {
  // RFC 8017 §8.2.2 (1): as long as the modulus. OpenSSL would also take one whose leading zeros were cut off.
  const { modulusLength = 0 } = publicKey.asymmetricKeyDetails ?? {};
  if (signature.length !== Math.ceil(modulusLength / 8)) return false;
  try {
    const recovered = publicDecrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength),
    );
    return recovered.length === expected.length && timingSafeEqual(recovered, expected);
  } catch {
    // OpenSSL throws where the number or the type 1 padding is wrong: the signature does not hold.
    return false;
  }
}

/**
 * Checks RSASSA-PKCS1-v1_5 over a DigestInfo (SHA-256) that holds the given octets, whatever their number. The
 * expected block is built and compared whole (RFC 8017 §8.2.2); what was signed is never parsed, so that slack
 * in the padding or in the DigestInfo cannot hide anything.
 */
export function verifyDigestInfoSignature(options: {
  readonly publicKey: KeyObject;
  readonly octets: Uint8Array;
  readonly signature: Uint8Array;
}): Outcome<Uint8Array> {
  const { publicKey, octets, signature } = options;
  if (publicKey.asymmetricKeyType !== 'rsa')
    return rejected(reason('rsa-signature-invalid', `key of type ${publicKey.asymmetricKeyType}`));
  const weakness = weaknessOfKey(publicKey);
  if (weakness?.code === 'algorithm-unknown') return undetermined(weakness);
  if (weakness !== null) return rejected(weakness);
  return holds(publicKey, digestInfoSha256(octets), signature)
    ? verified(octets)
    : rejected(reason('rsa-signature-invalid', 'RFC 8017 §8.2.2'));
}

/** Checks sha256WithRSA v1.5 over a message; the value is the message. */
export function verifyRsaSignature(options: {
  readonly publicKey: KeyObject;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}): Outcome<Uint8Array> {
  const { publicKey, message, signature } = options;
  const octets = createHash('sha256').update(message).digest();
  const outcome = verifyDigestInfoSignature({ publicKey, octets, signature });
  return outcome.status === 'verified' ? verified(message) : outcome;
}
