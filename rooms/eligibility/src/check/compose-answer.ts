import type { VerifiedIdentification } from '@honnin/identification';
import {
  dayInJapan,
  decideValidity,
  type EligibilityRequest,
  grantConsents,
  type Reason,
  type Validity,
  type VerifiedEligibility,
} from '@honnin/insurance';
import { reason } from '@honnin/outcome';
import type { KnownPerson } from '../store/find-person.ts';
import { addMonths } from './add-months.ts';
import type { EligibilityPolicy } from './eligibility-policy.ts';
import { presentCoverage } from './present-coverage.ts';

const validityNotes: Partial<Record<Validity, string>> = {
  '2': 'no-coverage-in-force',
  '4': 'no-coverage-in-force',
  '5': 'several-coverages',
  '6': 'no-medical-ticket',
};

/** The answer for a person whose identification was accepted. Pure: all that it needs is passed in. */
export function composeAnswer(facts: {
  readonly request: EligibilityRequest;
  readonly identification: VerifiedIdentification;
  readonly known: KnownPerson | null;
  readonly policy: EligibilityPolicy;
  readonly checkId: string;
  readonly at: Date;
}): VerifiedEligibility {
  const { request, identification, known, policy, checkId, at } = facts;
  const { certificate, certificateStatus, relaxed, revocation } = identification;
  const withheld = certificateStatus === 'in-grace';
  const consents = grantConsents(request.consents, { withheld });
  const { validity, coverages } = decideValidity(known?.coverages ?? [], request.onDate);
  const specificDiseases = consents.some(({ group, given }) => group === 'TSR' && given);
  const expiresSoon = !withheld && addMonths(at, policy.reminderMonths) >= certificate.notAfter;
  const validityNote = known === null ? 'person-not-registered' : validityNotes[validity];
  const notes: Reason[] = [
    ...(validityNote === undefined ? [] : [reason(validityNote)]),
    ...(withheld ? [reason('certificate-in-grace')] : []),
    ...(revocation === 'unknown' ? [reason('revocation-unknown')] : []),
    ...(expiresSoon ? [reason('certificate-expires-soon', dayInJapan(certificate.notAfter))] : []),
    ...relaxed.map((rule) => reason('rule-relaxed', rule)),
  ];
  return {
    status: 'verified',
    checkId,
    requestId: request.requestId,
    processedAt: at.toISOString(),
    onDate: request.onDate,
    validity,
    person: known?.person ?? null,
    coverages: coverages.map((coverage) =>
      presentCoverage(coverage, {
        onDate: request.onDate,
        institutionCode: request.institutionCode,
        specificDiseases,
      }),
    ),
    consents,
    certificate: { status: certificateStatus, expiresOn: dayInJapan(certificate.notAfter) },
    ...(known?.referenceNumber != null && { referenceNumber: known.referenceNumber }),
    notes,
  };
}
