import { type KeyObject, sign } from 'node:crypto';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { ResidenceCardScheme } from './residence-card-signature.ts';
import type { TestResidenceCardIssuerRecord } from './test-residence-card-issuer-record.ts';

/** One generation of the test issuer: its authority, and the key that signs cards. */
export interface TestResidenceCardSigner {
  readonly authority: UnverifiedCertificate;
  /** X.509 DER of `cardKey`, issued by the authority. */
  readonly certificate: Uint8Array;
  readonly cardKey: KeyObject;
}

/**
 * An issuer of residence cards for tests and demonstrations. Nobody vouches for it, and its keys lie readable in
 * its record: never trust its anchors where real people are served.
 */
export interface TestResidenceCardIssuer {
  /** The authorities of both generations. */
  readonly anchors: readonly UnverifiedCertificate[];
  /** Check code and certificate for what a card of this generation shows. */
  sign(
    scheme: ResidenceCardScheme,
    signedData: Uint8Array,
  ): { readonly checkCode: Uint8Array; readonly certificate: Uint8Array };
  /** Everything that is needed to restore it, private keys included. */
  toJson(): TestResidenceCardIssuerRecord;
}

/** Puts the parts together, whether they are new or restored. */
export function assembleTestResidenceCardIssuer(
  signers: Readonly<Record<ResidenceCardScheme, TestResidenceCardSigner>>,
): TestResidenceCardIssuer {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const record = ({ authority, certificate, cardKey }: TestResidenceCardSigner) => ({
    authority: text(authority.der),
    certificate: text(certificate),
    cardKey: cardKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  });
  return {
    anchors: [signers.first.authority, signers.second.authority],
    sign(scheme, signedData) {
      const { cardKey, certificate } = signers[scheme];
      // The specification of the second generation gives r and s one behind the other.
      const key = scheme === 'first' ? cardKey : { key: cardKey, dsaEncoding: 'ieee-p1363' as const };
      return { checkCode: Uint8Array.from(sign('sha256', signedData, key)), certificate };
    },
    toJson: () => ({
      kind: 'honnin-test-residence-card-issuer',
      version: 1,
      first: record(signers.first),
      second: record(signers.second),
    }),
  };
}
