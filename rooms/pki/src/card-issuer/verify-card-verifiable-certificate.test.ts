import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flipped, rsaKey } from '../../test/workshop.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { rsaPublicKeyBytes } from '../certificate/rsa-public-key.ts';
import { cardKeyId, certifyCardIssuer } from '../test-authority/test-card-issuer.ts';
import { encodeCardVerifiableBody, encodeCardVerifiableCertificate } from './card-verifiable-certificate.ts';
import { verifyCardVerifiableCertificate } from './verify-card-verifiable-certificate.ts';

const authorityKeyId = cardKeyId('9900023', '001');
const subjectKeyId = cardKeyId('9910023', '001');
const [authorityKey, issuerKey, foreignKey] = [rsaKey(), rsaKey(), rsaKey()];
const { certificate } = certifyCardIssuer({ authorityKeyId, subjectKeyId, authorityKey, issuerKey });
const anchor = { keyId: authorityKeyId, publicKey: publicHalf(authorityKey) };
const foreign = { keyId: authorityKeyId, publicKey: publicHalf(foreignKey) };

describe('verifyCardVerifiableCertificate', () => {
  it('gives the issuer’s key', () => {
    const outcome = verifyCardVerifiableCertificate(certificate, [anchor]);
    expect(outcome).toMatchObject({ status: 'verified', value: { keyId: subjectKeyId, authorityKeyId } });
    if (outcome.status === 'verified')
      expect(outcome.value.publicKey.equals(createPublicKey(issuerKey))).toBe(true);
  });

  it('takes the right one of several anchors with the same key identifier', () => {
    expect(verifyCardVerifiableCertificate(certificate, [foreign, anchor]).status).toBe('verified');
  });

  it('rejects an issuer that another authority certified under the same key identifier', () => {
    expect(verifyCardVerifiableCertificate(certificate, [foreign])).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'card-issuer-signature-invalid' }],
    });
  });

  it('rejects an authority that is not known', () => {
    expect(
      verifyCardVerifiableCertificate(certificate, [{ ...anchor, keyId: '00'.repeat(16) }]),
    ).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'card-issuer-not-trusted' }],
    });
  });

  it('rejects an exchanged issuer key under the old signature', () => {
    const body = encodeCardVerifiableBody({
      authorityKeyId,
      subjectKeyId,
      publicKey: rsaPublicKeyBytes(publicHalf(foreignKey)),
    });
    const forged = encodeCardVerifiableCertificate(body, certificate.subarray(-256));
    expect(verifyCardVerifiableCertificate(forged, [anchor])).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'card-issuer-signature-invalid' }],
    });
  });

  it('never verifies with any single bit turned over', () => {
    for (let at = 0; at < certificate.length; at += 1)
      expect(verifyCardVerifiableCertificate(flipped(certificate, at), [anchor]).status).toBe('rejected');
  });

  it('cannot tell without anchors', () => {
    expect(verifyCardVerifiableCertificate(certificate, []).status).toBe('undetermined');
  });
});
