import { createHash } from 'node:crypto';
import { eligibilityAudience, type VerifiedIdentification, verifyStatement } from '@honnin/identification';
import { dayInJapan, type EligibilityAnswer, type EligibilityRequest } from '@honnin/insurance';
import { type Outcome, type Reason, reason } from '@honnin/outcome';
import type { RevocationSource, UnverifiedCertificate } from '@honnin/pki';
import type pg from 'pg';
import type { CheckEntry } from '../audit/check-entry.ts';
import type { CheckWriter } from '../audit/create-check-writer.ts';
import type { Clock, Random } from '../ports.ts';
import { certificateKey } from '../store/certificate-key.ts';
import { findFormerAnswer } from '../store/find-former-answer.ts';
import { findPerson } from '../store/find-person.ts';
import type { Institution } from '../store/institution-directory.ts';
import { uuidV7 } from '../uuid-v7.ts';
import { composeAnswer } from './compose-answer.ts';
import type { EligibilityPolicy } from './eligibility-policy.ts';
import { judgeHolder } from './judge-holder.ts';
import { judgeIdentification } from './judge-identification.ts';

/** Whom the service trusts. */
export interface EligibilityAnchors {
  readonly terminal: readonly UnverifiedCertificate[];
  readonly authentication: readonly UnverifiedCertificate[];
}

/** The text of an `EligibilityAnswer`, or the failure that kept one from being given. */
type CheckResult =
  | { readonly kind: 'answer'; readonly status: EligibilityAnswer['status']; readonly text: string }
  | { readonly kind: 'problem'; readonly reason: Reason };

export interface Checker {
  check(institution: Institution, request: EligibilityRequest): Promise<CheckResult>;
}

const dayMs = 24 * 60 * 60 * 1000;
/** Three calendar months are at most this long; `judgeIdentification` then counts by the calendar. */
const longestMonthMs = 31 * dayMs;

/** The check itself: who is it, may we believe it, what is their insurance, and a record of all that. */
export function createChecker(options: {
  readonly pool: pg.Pool;
  readonly writer: CheckWriter;
  readonly anchors: EligibilityAnchors;
  readonly revocation: RevocationSource;
  readonly terminalRevocation?: RevocationSource;
  readonly policy: EligibilityPolicy;
  readonly clock: Clock;
  readonly random: Random;
}): Checker {
  const { pool, writer, anchors, policy, clock, random } = options;

  function identify(statement: string, at: Date): Promise<Outcome<VerifiedIdentification>> {
    return verifyStatement(statement, {
      terminalAnchors: anchors.terminal,
      authenticationAnchors: anchors.authentication,
      audience: eligibilityAudience,
      at,
      maxAgeMs: policy.maxStatementAgeMs,
      graceAfterExpiryMs: policy.graceMonths * longestMonthMs,
      revocation: options.revocation,
      whenRevocationUnknown: policy.whenRevocationUnknown,
      ...(options.terminalRevocation !== undefined && { terminalRevocation: options.terminalRevocation }),
      acceptedRelaxations: policy.acceptedRelaxations,
    });
  }

  async function decide(institution: Institution, request: EligibilityRequest, at: Date): Promise<Decision> {
    const outcome = await identify(request.statement, at);
    const base = { checkId: uuidV7(at, random), requestId: request.requestId, processedAt: at.toISOString() };
    if (outcome.status !== 'verified') {
      const reasons = outcome.reasons.map(forInsurance);
      return { answer: { status: outcome.status, ...base, reasons }, trace: {} };
    }
    const identification = outcome.value;
    const key = certificateKey(identification.certificate);
    const trace = traceOf(identification, key, outcome.reasons);
    const objections = judgeIdentification(identification, { policy, institution, at });
    if (objections.length > 0) return { answer: { status: 'rejected', ...base, reasons: objections }, trace };
    const known = await findPerson(pool, key, institution.code);
    const mismatch = judgeHolder(identification, known);
    if (mismatch.length > 0) return { answer: { status: 'rejected', ...base, reasons: mismatch }, trace };
    const answer = composeAnswer({ request, identification, known, policy, checkId: base.checkId, at });
    return { answer, nonce: identification.nonce, trace: { ...trace, person: known?.id } };
  }

  async function former(
    institution: Institution,
    request: EligibilityRequest,
    requestHash: Buffer,
  ): Promise<CheckResult | null> {
    const found = await findFormerAnswer(pool, institution.code, request.requestId);
    if (found === null) return null;
    if (!found.requestHash.equals(requestHash)) return problem('request-id-reused');
    return { kind: 'answer', status: statusOf(found.answer), text: found.answer };
  }

  async function record(
    institution: Institution,
    request: EligibilityRequest,
    requestHash: Buffer,
    decision: Decision,
    at: Date,
  ): Promise<CheckResult> {
    const { answer, nonce = null, trace } = decision;
    const text = JSON.stringify(answer);
    const entry: CheckEntry = {
      checkId: answer.checkId,
      institutionCode: institution.code,
      requestId: request.requestId,
      requestHash,
      nonce,
      processedAt: at,
      status: answer.status,
      answer: text,
      audit: auditText(request, answer, text, trace),
    };
    const written = await writer.write(entry);
    switch (written) {
      case 'written':
        return { kind: 'answer', status: answer.status, text };
      case 'unavailable':
        return problem('database-unavailable');
      case 'request-known':
        return (await former(institution, request, requestHash)) ?? problem('database-unavailable');
      case 'nonce-used': {
        // The same request sent twice at once also meets its own nonce: then the first answer is the answer.
        const first = await former(institution, request, requestHash);
        if (first !== null) return first;
        const { checkId, requestId, processedAt } = answer;
        const reasons = [reason('statement-replayed')];
        const refusal = { status: 'rejected' as const, checkId, requestId, processedAt, reasons };
        return record(institution, request, requestHash, { answer: refusal, trace }, at);
      }
    }
  }

  return {
    async check(institution, request) {
      if (request.institutionCode !== institution.code) return problem('institution-mismatch');
      const groups = new Set(request.consents.map(({ group }) => group));
      if (groups.size !== request.consents.length)
        return problem('request-malformed', '/consents: a group twice');
      const at = clock();
      if (!withinRange(request.onDate, at)) return problem('date-out-of-range', '/onDate');
      const requestHash = hashOf(request);
      const first = await former(institution, request, requestHash);
      if (first !== null) return first;
      return record(institution, request, requestHash, await decide(institution, request, at), at);
    },
  };
}

/** Who was identified by another document is told what that means here: the insurance is checked by hand. */
function forInsurance(why: Reason): Reason {
  return why.code === 'document-not-accepted' ? reason('document-not-insurance-card', why.detail) : why;
}

interface Trace {
  readonly certificate?: string;
  readonly terminal?: string;
  readonly statement?: string;
  readonly method?: string;
  readonly proof?: string;
  readonly remarks?: readonly string[];
  readonly person?: string | undefined;
}

interface Decision {
  readonly answer: EligibilityAnswer;
  readonly nonce?: string;
  readonly trace: Trace;
}

function problem(code: string, detail?: string): CheckResult {
  return { kind: 'problem', reason: reason(code, detail) };
}

function traceOf(identification: VerifiedIdentification, key: Buffer, reasons: readonly Reason[]): Trace {
  const { terminal, statementId, method, proof, remarks } = identification;
  return {
    certificate: key.toString('hex'),
    terminal: terminal.id,
    statement: statementId,
    method,
    proof,
    remarks: [...reasons, ...remarks].map(({ code }) => code),
  };
}

/** Who asked what, how the person was identified and what came of it; nobody's name, no number of a card. */
function auditText(
  request: EligibilityRequest,
  answer: EligibilityAnswer,
  text: string,
  trace: Trace,
): string {
  return JSON.stringify({
    at: answer.processedAt,
    checkId: answer.checkId,
    requestId: request.requestId,
    institution: request.institutionCode,
    onDate: request.onDate,
    status: answer.status,
    ...(answer.status === 'verified'
      ? {
          validity: answer.validity,
          consents: answer.consents.filter(({ given }) => given).map(({ group }) => group),
        }
      : { reasons: answer.reasons.map(({ code }) => code) }),
    ...trace,
    statementSha256: createHash('sha256').update(request.statement).digest('hex'),
    answerSha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  });
}

/** The same for two requests exactly when they ask the same, whatever the order of their members. */
function hashOf({
  requestId,
  statement,
  onDate,
  institutionCode,
  consents,
  prescriptionIssue,
}: EligibilityRequest) {
  const choices = consents.map(({ group, given, at }) => [group, given, at]);
  const members = [requestId, statement, onDate, institutionCode, choices, prescriptionIssue ?? null];
  return createHash('sha256').update(JSON.stringify(members), 'utf8').digest();
}

function statusOf(answer: string): EligibilityAnswer['status'] {
  const status = /^\{"status":"(verified|rejected)"/.exec(answer)?.[1];
  return status === 'verified' ? 'verified' : 'rejected';
}

function withinRange(onDate: string, at: Date): boolean {
  const earliest = dayInJapan(new Date(at.getTime() - 366 * dayMs));
  const latest = dayInJapan(new Date(at.getTime() + dayMs));
  return earliest <= onDate && onDate <= latest;
}
