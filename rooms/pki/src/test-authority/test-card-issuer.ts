import { type KeyObject, sign } from 'node:crypto';
import {
  encodeCardVerifiableBody,
  encodeCardVerifiableCertificate,
} from '../card-issuer/card-verifiable-certificate.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { rsaPublicKeyBytes } from '../certificate/rsa-public-key.ts';

/** A card issuer of the test authority: the authority key, and the issuer key that it certifies. */
export interface TestCardIssuer {
  readonly authorityKeyId: string;
  readonly authorityKey: KeyObject;
  readonly issuerKey: KeyObject;
  readonly certificate: Uint8Array;
}

/**
 * A key identifier in the card's form: seven digits, 08 05, three digits, four octets of padding. Ours start
 * with 99 so that nobody takes them for those of the real authority or of its test cards.
 */
export function cardKeyId(issuer: string, generation: string): string {
  if (!/^99\d{5}$/.test(issuer) || !/^\d{3}$/.test(generation)) throw new Error('not a test key identifier');
  return Buffer.from(`${issuer}\u0008\u0005${generation}\u0000\u0000\u0000\u0000`, 'latin1').toString('hex');
}

/** Certifies the issuer key with the authority key. */
export function certifyCardIssuer(options: {
  readonly authorityKeyId: string;
  readonly subjectKeyId: string;
  readonly authorityKey: KeyObject;
  readonly issuerKey: KeyObject;
}): TestCardIssuer {
  const { authorityKeyId, subjectKeyId, authorityKey, issuerKey } = options;
  const body = encodeCardVerifiableBody({
    authorityKeyId,
    subjectKeyId,
    publicKey: rsaPublicKeyBytes(publicHalf(issuerKey)),
  });
  const certificate = encodeCardVerifiableCertificate(body, sign('sha256', body, authorityKey));
  return { authorityKeyId, authorityKey, issuerKey, certificate };
}
