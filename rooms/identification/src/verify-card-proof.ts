import type { KeyObject } from 'node:crypto';
import { type Outcome, reason, rejected, verified } from '@honnin/outcome';
import { verifyRsaSignature } from '@honnin/pki';
import { type ChallengeBinding, cardChallenge, encodeChallengeBinding } from './card-challenge.ts';
import { rsaKey } from './rsa-key.ts';
import type { CardProof } from './statement-claims.ts';

const bytes = (base64: string) => Buffer.from(base64, 'base64');

/**
 * Checks that the card answered this very request. `jpki-signature`: with the certificate's key.
 * `card-session`: with the key that the terminal read from the card's signed record; that key and certificate
 * share a card stays the terminal's word, and a remark says so.
 */
export function verifyCardProof(
  proof: CardProof,
  binding: ChallengeBinding,
  certificateKey: KeyObject,
): Outcome<CardProof> {
  const challenge = cardChallenge(binding);
  if (!challengeEquals(challenge, proof)) {
    return rejected(reason('card-proof-invalid', 'the challenge is bound to other claims'));
  }
  if (proof.kind === 'jpki-signature') {
    // The card signs the digest as given, so the signed message is what the challenge is the SHA-256 of.
    const message = encodeChallengeBinding(binding);
    const signature = verifyRsaSignature({
      publicKey: certificateKey,
      message,
      signature: bytes(proof.signature),
    });
    if (signature.status !== 'verified') {
      return rejected(reason('card-proof-invalid', 'signature of the authentication key'));
    }
    return verified(
      proof,
      proof.authorisedBy === 'verifier-extension' ? [reason('verifier-extension-used')] : [],
    );
  }
  const publicKey = rsaKey({
    exponent: bytes(proof.publicKey.exponent),
    modulus: bytes(proof.publicKey.modulus),
  });
  if (publicKey === null) return rejected(reason('card-proof-invalid', 'the card’s own key is malformed'));
  const signature = verifyRsaSignature({ publicKey, message: challenge, signature: bytes(proof.signature) });
  return signature.status === 'verified'
    ? verified(proof, [reason('card-session-by-terminal')])
    : rejected(reason('card-proof-invalid', 'signature of the card’s own key'));
}

function challengeEquals(challenge: Uint8Array, proof: CardProof): boolean {
  return Buffer.compare(challenge, bytes(proof.challenge)) === 0;
}
