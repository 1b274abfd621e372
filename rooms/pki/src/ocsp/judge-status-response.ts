import { reason } from '@honnin/outcome';
import type { UnverifiedCertificate } from '../certificate/unverified-certificate.ts';
import type { RevocationStatus } from '../revocation/revocation-source.ts';
import { namesCertificate } from './certificate-id.ts';
import type { StatusAnswer, UnverifiedStatusResponse } from './parse-status-response.ts';
import { objectionToSigner, type StatusSignerQuestion } from './status-signer.ts';

/** What a response is held against. */
export interface StatusQuestion extends StatusSignerQuestion {
  readonly certificate: UnverifiedCertificate;
  /** The nonce that was sent, or null. */
  readonly nonce: Uint8Array | null;
  /** Whether an answer without the nonce will do (RFC 9654 §2.1 leaves that to the asker). */
  readonly nonceMayBeMissing: boolean;
  /** How old an answer without nextUpdate may be. */
  readonly maximumAgeMs: number;
  /** How far the two clocks may differ. */
  readonly clockDifferenceMs: number;
}

function unknown(code: string, detail: string): RevocationStatus {
  return { kind: 'unknown', reason: reason(code, detail) };
}

function nonceProblem({ nonce }: UnverifiedStatusResponse, question: StatusQuestion): string | null {
  if (question.nonce === null) return null;
  if (nonce === null) return question.nonceMayBeMissing ? null : 'RFC 9654 §2.1: answer without the nonce';
  return Buffer.compare(nonce, question.nonce) === 0 ? null : 'RFC 9654 §2.1: another nonce';
}

/** RFC 6960 §3.2 (5), (6), §4.2.2.1. */
function staleness(
  { producedAt }: UnverifiedStatusResponse,
  { thisUpdate, nextUpdate }: StatusAnswer,
  { at, maximumAgeMs, clockDifferenceMs }: StatusQuestion,
): string | null {
  const latest = at.getTime() + clockDifferenceMs;
  const earliest = at.getTime() - clockDifferenceMs;
  if (producedAt.getTime() > latest) return `producedAt ${producedAt.toISOString()}`;
  if (thisUpdate.getTime() > latest) return `thisUpdate ${thisUpdate.toISOString()}`;
  if (nextUpdate === null)
    return thisUpdate.getTime() < earliest - maximumAgeMs ? `thisUpdate ${thisUpdate.toISOString()}` : null;
  return nextUpdate.getTime() < earliest || nextUpdate < thisUpdate
    ? `nextUpdate ${nextUpdate.toISOString()}`
    : null;
}

/**
 * What a response says about a certificate (RFC 6960 §3.2): that it answers this question, comes from who may
 * answer, and is of now. Anything else is `unknown` with its reason. As with lists, an old answer still counts for
 * what it calls revoked, except for a hold.
 */
export function judgeStatusResponse(
  response: UnverifiedStatusResponse,
  question: StatusQuestion,
): RevocationStatus {
  const { certificate, issuer } = question;
  if (response.unusable !== null) return unknown('status-response-malformed', response.unusable);
  const answers = response.answers.filter(({ id }) => namesCertificate(id, certificate, issuer));
  // Two answers about one certificate are odd; the one that says revoked must not be lost.
  const answer = answers.find(({ status }) => status.kind === 'revoked') ?? answers[0];
  if (answer === undefined)
    return unknown('status-response-mismatch', 'RFC 6960 §3.2 (1): about another certificate');
  const objection = objectionToSigner(response, question);
  if (objection !== null) return { kind: 'unknown', reason: objection };
  const problem = nonceProblem(response, question);
  if (problem !== null) return unknown('status-response-mismatch', problem);
  const stale = staleness(response, answer, question);
  const { status } = answer;
  if (status.kind === 'revoked' && (stale === null || status.reason !== 'certificate-hold')) return status;
  if (stale !== null) return unknown('status-response-stale', `RFC 6960 §3.2 (5), (6): ${stale}`);
  return status.kind === 'good'
    ? { kind: 'good', asOf: answer.thisUpdate }
    : unknown('status-not-known-to-responder', 'RFC 6960 §2.2');
}
