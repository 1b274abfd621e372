export type { CardFaceParts } from './card-issuer/card-face-signature.ts';
export { verifyCardFaceSignature } from './card-issuer/card-face-signature.ts';
export type { CardIssuerAnchor } from './card-issuer/card-issuer-anchor.ts';
export type { UnverifiedCardVerifiableCertificate } from './card-issuer/card-verifiable-certificate.ts';
export { decodeCardVerifiableCertificate } from './card-issuer/card-verifiable-certificate.ts';
export type { VerifiedCardIssuer } from './card-issuer/verify-card-verifiable-certificate.ts';
export { verifyCardVerifiableCertificate } from './card-issuer/verify-card-verifiable-certificate.ts';
export { verifyDigestInfoSignature, verifyRsaSignature } from './card-issuer/verify-rsa-signature.ts';
export type { AlgorithmFloor } from './certificate/algorithm-floor.ts';
export { historicAlgorithmFloor, safeAlgorithmFloor } from './certificate/algorithm-floor.ts';
export type { DistinguishedName } from './certificate/distinguished-name.ts';
export type { DistributionPoint } from './certificate/distribution-point.ts';
export type { GeneralName } from './certificate/general-name.ts';
export { jpkiProfile } from './certificate/jpki-profile.ts';
export type { KeyUsage } from './certificate/key-usage.ts';
export { parseCertificate } from './certificate/parse-certificate.ts';
export type { RsaPublicKeyBytes } from './certificate/rsa-public-key.ts';
export { rsaPublicKey } from './certificate/rsa-public-key.ts';
export type {
  AlgorithmName,
  BasicConstraints,
  NameConstraints,
  RawExtension,
  UnverifiedCertificate,
} from './certificate/unverified-certificate.ts';
export { pkiFailures } from './failures.ts';
export type { ResponderOptions } from './ocsp/create-responder-revocation-source.ts';
export { createResponderRevocationSource } from './ocsp/create-responder-revocation-source.ts';
export type { StatusAnswer, UnverifiedStatusResponse } from './ocsp/parse-status-response.ts';
export { parseStatusResponse } from './ocsp/parse-status-response.ts';
export { stapledRevocationSource } from './ocsp/stapled-revocation-source.ts';
export type { Encoded } from './path/encoded-blocks.ts';
export type { PeerName } from './path/names/peer-name.ts';
export type { EncodedPathOptions } from './path/validate-encoded-path.ts';
export { validateEncodedPath } from './path/validate-encoded-path.ts';
export type { PathOptions } from './path/validate-path.ts';
export { validatePath } from './path/validate-path.ts';
export type { VerifiedChain } from './path/verified-chain.ts';
export { createTestResidenceCardIssuer } from './residence-card/create-test-residence-card-issuer.ts';
export {
  type ResidenceCardScheme,
  verifyResidenceCardSignature,
} from './residence-card/residence-card-signature.ts';
export { restoreTestResidenceCardIssuer } from './residence-card/restore-test-residence-card-issuer.ts';
export type { TestResidenceCardIssuer } from './residence-card/test-residence-card-issuer.ts';
export type { RevocationListLookup } from './revocation/create-list-revocation-source.ts';
export {
  createListRevocationSource,
  revocationListsAtHand,
} from './revocation/create-list-revocation-source.ts';
export type { FetchOctets } from './revocation/fetch-octets.ts';
export { createFetchOctets } from './revocation/fetch-octets.ts';
export { fetchedRevocationLists } from './revocation/fetched-revocation-lists.ts';
export { firstToKnow } from './revocation/first-to-know.ts';
export { parseRevocationList } from './revocation/parse-revocation-list.ts';
export { restAfterSilence } from './revocation/rest-after-silence.ts';
export type { ListScope, Revocation, UnverifiedRevocationList } from './revocation/revocation-list.ts';
export type {
  RevocationContext,
  RevocationReason,
  RevocationSource,
  RevocationStatus,
} from './revocation/revocation-source.ts';
export type { OpenedStatement } from './statement/open-statement.ts';
export { openStatement } from './statement/open-statement.ts';
export { signStatement } from './statement/sign-statement.ts';
export { createTestAuthority } from './test-authority/create-test-authority.ts';
export { restoreTestAuthority } from './test-authority/restore-test-authority.ts';
export type {
  AuthenticationCertificateRequest,
  SignatureCertificateRequest,
  TerminalCertificateRequest,
  TestAuthority,
  TestAuthorityAnchors,
  TestIssuer,
} from './test-authority/test-authority.ts';
export type { TestAuthorityRecord } from './test-authority/test-authority-record.ts';
