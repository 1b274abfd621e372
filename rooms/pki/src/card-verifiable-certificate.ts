import type { KeyObject } from 'node:crypto';
import type { Outcome } from '@honnin/outcome';
import type { CardIssuerAnchor } from './card-issuer-anchor.ts';

/** A card issuer's key that an anchor vouches for. */
export interface VerifiedCardIssuer {
  readonly keyId: string;
  readonly authorityKeyId: string;
  readonly publicKey: KeyObject;
}

export function verifyCardVerifiableCertificate(
  bytes: Uint8Array,
  anchors: readonly CardIssuerAnchor[],
): Outcome<VerifiedCardIssuer> {
  throw new Error(`not built yet (${bytes.length}, ${anchors.length})`);
}
