export { type ChallengeBinding, cardChallenge } from './card-challenge.ts';
export { faceClaim } from './face-claim.ts';
export { identificationFailures } from './failures.ts';
export { type IssueOptions, issueStatement } from './issue-statement.ts';
export type { StatementPolicy } from './open-identification.ts';
export {
  CardProof,
  eligibilityAudience,
  FaceClaim,
  IdentificationMethod,
  type MyNumberCardClaim,
  ResidenceCardClaim,
  StaffClaim,
  StatementClaims,
  statementLifetimeMs,
  statementType,
} from './statement-claims.ts';
export { terminalOf } from './terminal-identity.ts';
export { type CardFaceProof, type VerifiedCardFace, verifyCardFace } from './verify-card-face.ts';
export { type DocumentAnchors, type VerifiedDocument, verifyDocument } from './verify-document.ts';
export {
  type DocumentPolicy,
  type VerifiedResidenceIdentification,
  verifyDocumentStatement,
} from './verify-document-statement.ts';
export { type VerifiedResidenceCard, verifyResidenceCard } from './verify-residence-card.ts';
export { type VerifiedIdentification, verifyStatement } from './verify-statement.ts';
export {
  type TextAttributesProof,
  type VerifiedTextAttributes,
  verifyTextAttributes,
} from './verify-text-attributes.ts';
export {
  matchingTriesKept,
  matchingTriesWithStaff,
  type RetryTarget,
  type VisitContext,
  type VisitFailure,
  type VisitOutput,
} from './visit-context.ts';
export type { VisitEvent } from './visit-events.ts';
export { visitMachine } from './visit-machine.ts';
