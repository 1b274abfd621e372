import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';
import { verifyCardVerifiableCertificate } from '../card-issuer/verify-card-verifiable-certificate.ts';
import { publicHalf } from '../certificate/encode-certificate.ts';
import { parseCertificate } from '../certificate/parse-certificate.ts';
import { isRevocationReason } from '../revocation/revocation-reason-codes.ts';
import { assembleTestAuthority } from './assemble-test-authority.ts';
import type { TestAuthority, TestIssuer } from './test-authority.ts';
import { type TestAuthorityRecord, testAuthorityRecordSchema } from './test-authority-record.ts';
import type { TestCardIssuer } from './test-card-issuer.ts';
import { issuerName, privateKeyOf, type TestCertificateIssuer } from './test-certificate-issuer.ts';

function bytes(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

function issuerFrom(kind: TestIssuer, record: TestAuthorityRecord['authentication']): TestCertificateIssuer {
  const privateKey = privateKeyOf(record.privateKey);
  const certificate = bytes(record.certificate);
  const attempt = parseCertificate(certificate);
  if (attempt.status === 'failed') throw new Error(`${kind}: ${attempt.reason.detail}`);
  if (!attempt.value.publicKey.equals(publicHalf(privateKey)))
    throw new Error(`${kind}: the key is not the certificate's`);
  return { name: issuerName(kind), privateKey, certificate };
}

function cardIssuerFrom(kind: string, record: TestAuthorityRecord['cardFace']): TestCardIssuer {
  const issuer = {
    authorityKeyId: record.authorityKeyId,
    authorityKey: privateKeyOf(record.authorityPrivateKey),
    issuerKey: privateKeyOf(record.issuerPrivateKey),
    certificate: bytes(record.certificate),
  };
  const outcome = verifyCardVerifiableCertificate(issuer.certificate, [
    { keyId: issuer.authorityKeyId, publicKey: publicHalf(issuer.authorityKey) },
  ]);
  if (outcome.status !== 'verified' || !outcome.value.publicKey.equals(publicHalf(issuer.issuerKey)))
    throw new Error(`${kind}: the keys are not the certificate's`);
  return issuer;
}

function restored(
  record: TestAuthorityRecord,
  random: ((length: number) => Uint8Array) | undefined,
): TestAuthority {
  return assembleTestAuthority({
    madeAt: new Date(record.madeAt),
    issuers: {
      authentication: issuerFrom('authentication', record.authentication),
      signature: issuerFrom('signature', record.signature),
      terminal: issuerFrom('terminal', record.terminal),
    },
    cardFace: cardIssuerFrom('cardFace', record.cardFace),
    textInput: cardIssuerFrom('textInput', record.textInput),
    revoked: record.revoked.map(({ issuer, serialNumber, at, reason: code }) => {
      if (!isRevocationReason(code)) throw new Error(`unknown revocation reason ${code}`);
      return { issuer, serialNumber, at: new Date(at), reason: code };
    }),
    ...(random === undefined ? {} : { random }),
  });
}

/**
 * Restores a test authority from what `toJson` gave. Fails with `test-authority-record-malformed` when the
 * record does not have its schema or its keys do not belong to its certificates.
 */
export async function restoreTestAuthority(
  record: unknown,
  options: { readonly random?: (length: number) => Uint8Array } = {},
): Promise<Attempt<TestAuthority>> {
  const schema = Compile(testAuthorityRecordSchema);
  if (!schema.Check(record)) {
    const [first] = schema.Errors(record);
    return failed(
      reason('test-authority-record-malformed', first && `${first.instancePath} ${first.message}`),
    );
  }
  try {
    return done(restored(record, options.random));
  } catch (error) {
    return failed(
      reason('test-authority-record-malformed', error instanceof Error ? error.message : String(error)),
    );
  }
}
