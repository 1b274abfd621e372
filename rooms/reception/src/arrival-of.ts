import type { Arrival, Attention } from './staff-api.ts';
import type { Visit } from './visit.ts';

/** A visit as the console shows it. */
export function arrivalOf(visit: Visit, attention: readonly Attention[]): Arrival {
  const answer = visit.answer?.status === 'verified' ? visit.answer : null;
  return {
    visitId: visit.visitId,
    terminalId: visit.terminalId,
    terminalName: visit.terminalName,
    openedAt: visit.openedAt.toISOString(),
    updatedAt: visit.updatedAt.toISOString(),
    state: visit.state,
    method: visit.method,
    person: answer?.person ?? null,
    validity: answer?.validity ?? null,
    coverages: answer?.coverages ?? [],
    consents: answer?.consents ?? [],
    fileName: visit.filePublishedAt === null ? null : visit.fileName,
    substitutions: [...visit.substitutions],
    attention: [...attention],
    seen: visit.seenAt !== null,
    ...(answer?.referenceNumber === undefined ? {} : { referenceNumber: answer.referenceNumber }),
  };
}
