export { type AuditFinding, type AuditHead, type AuditReport, verifyAudit } from './audit/verify-audit.ts';
export type { EligibilityAnchors } from './check/create-checker.ts';
export { defaultEligibilityPolicy, EligibilityPolicy } from './check/eligibility-policy.ts';
export {
  createEligibilityService,
  type EligibilityOptions,
  type EligibilityService,
} from './eligibility-service.ts';
export { eligibilityFailures } from './failures.ts';
export { logRedaction } from './http/log-redaction.ts';
export { ServiceProblem } from './http/service-problem.ts';
export type { Log } from './log.ts';
export type { Clock, Random } from './ports.ts';
export type { PostgresServer } from './postgres/postgres-server.ts';
export { startEmbeddedPostgres } from './postgres/start-embedded-postgres.ts';
export { CountryRecords, InstitutionRecord, PersonRecord } from './store/country-records.ts';
export { isDatabaseUnavailable } from './store/database-unavailable.ts';
export { type LoadedCounts, loadRecords } from './store/load-records.ts';
export { migrate } from './store/migrate.ts';
export { seedCountry } from './store/seed-country.ts';
