export type { CardFaceParts } from './card-face-signature.ts';
export { verifyCardFaceSignature } from './card-face-signature.ts';
export type { CardIssuerAnchor } from './card-issuer-anchor.ts';
export type { UnverifiedCardVerifiableCertificate } from './card-verifiable-certificate.ts';
export { decodeCardVerifiableCertificate } from './card-verifiable-certificate.ts';
export type { RevocationListLookup } from './create-list-revocation-source.ts';
export { createListRevocationSource, revocationListsAtHand } from './create-list-revocation-source.ts';
export { createTestAuthority } from './create-test-authority.ts';
export type { DistinguishedName } from './distinguished-name.ts';
export { pkiFailures } from './failures.ts';
export { jpkiProfile } from './jpki-profile.ts';
export type { KeyUsage } from './key-usage.ts';
export type { OpenedStatement } from './open-statement.ts';
export { openStatement } from './open-statement.ts';
export { parseCertificate } from './parse-certificate.ts';
export type { ListScope, Revocation, UnverifiedRevocationList } from './parse-revocation-list.ts';
export { parseRevocationList } from './parse-revocation-list.ts';
export { restoreTestAuthority } from './restore-test-authority.ts';
export type { RevocationReason, RevocationSource, RevocationStatus } from './revocation-source.ts';
export type { RsaPublicKeyBytes } from './rsa-public-key.ts';
export { rsaPublicKey } from './rsa-public-key.ts';
export { signStatement } from './sign-statement.ts';
export type {
  AuthenticationCertificateRequest,
  SignatureCertificateRequest,
  TerminalCertificateRequest,
  TestAuthority,
  TestAuthorityAnchors,
  TestIssuer,
} from './test-authority.ts';
export type { TestAuthorityRecord } from './test-authority-record.ts';
export type {
  AlgorithmName,
  BasicConstraints,
  RawExtension,
  UnverifiedCertificate,
} from './unverified-certificate.ts';
export type { PathOptions } from './validate-path.ts';
export { validatePath } from './validate-path.ts';
export type { VerifiedChain } from './verified-chain.ts';
export type { VerifiedCardIssuer } from './verify-card-verifiable-certificate.ts';
export { verifyCardVerifiableCertificate } from './verify-card-verifiable-certificate.ts';
export { verifyDigestInfoSignature, verifyRsaSignature } from './verify-rsa-signature.ts';
