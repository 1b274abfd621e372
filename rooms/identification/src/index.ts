export {
  CardProof,
  eligibilityAudience,
  FaceClaim,
  IdentificationMethod,
  StaffClaim,
  StatementClaims,
  statementLifetimeMs,
  statementType,
} from './statement-claims.ts';
