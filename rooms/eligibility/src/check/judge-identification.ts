import type { VerifiedIdentification } from '@honnin/identification';
import { type Reason, reason } from '@honnin/outcome';
import type { Institution } from '../store/institution-directory.ts';
import { addMonths } from './add-months.ts';
import type { EligibilityPolicy } from './eligibility-policy.ts';

/** What the policy has against an identification that is genuine; empty when nothing. */
export function judgeIdentification(
  identification: VerifiedIdentification,
  context: { readonly policy: EligibilityPolicy; readonly institution: Institution; readonly at: Date },
): Reason[] {
  const { policy, institution, at } = context;
  const { method, proof, relaxed, certificate, certificateStatus, terminal, face } = identification;
  const refused = relaxed.filter((rule) => !policy.acceptedRelaxations.includes(rule));
  const graceOver =
    certificateStatus === 'in-grace' && at > addMonths(certificate.notAfter, policy.graceMonths);
  const stranger =
    policy.terminals === 'same-institution' &&
    ![institution.code, institution.name].includes(terminal.organisation);
  // The terminal compares with its own threshold; how sure that is, the service decides.
  const unsure = face !== undefined && face.falseMatchRate > policy.largestFalseMatchRate;
  return [
    ...(policy.acceptedMethods.includes(method) ? [] : [reason('method-not-accepted', method)]),
    ...(policy.acceptedProofs.includes(proof) ? [] : [reason('proof-not-accepted', proof)]),
    ...(refused.length === 0 ? [] : [reason('relaxation-not-accepted', refused.join(', '))]),
    ...(unsure ? [reason('face-not-sure-enough', `${face.falseMatchRate}`)] : []),
    ...(graceOver ? [reason('certificate-expired', `more than ${policy.graceMonths} months ago`)] : []),
    ...(stranger ? [reason('terminal-of-another-institution')] : []),
  ];
}
