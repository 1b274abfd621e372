import {
  type EndVisitRequest,
  type HelpRequest,
  type IdentificationSubmission,
  OpenedVisit,
  type OpenVisitRequest,
  StaffDecision,
  VisitResult,
} from '@honnin/identification/visit-api';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Timeouts } from './timeouts.ts';

/** The terminal's side of the visit API. Each call fails with `reception-unreachable`, `-refused` or `-answer-malformed`. */
export interface ReceptionClient {
  open(request: OpenVisitRequest, signal: AbortSignal): Promise<Attempt<OpenedVisit>>;
  submit(
    visitId: string,
    submission: IdentificationSubmission,
    signal: AbortSignal,
  ): Promise<Attempt<VisitResult>>;
  help(visitId: string, request: HelpRequest, signal: AbortSignal): Promise<Attempt<null>>;
  staffDecision(visitId: string, signal: AbortSignal): Promise<Attempt<StaffDecision>>;
  end(visitId: string, request: EndVisitRequest): Promise<Attempt<null>>;
}

export interface ReceptionAddress {
  readonly url: string;
  /** Bearer token of this terminal. */
  readonly token: string;
}

/** More than any answer of reception has. */
const maximumAnswerBytes = 256 * 1024;
const nothing = Type.Null();

export function createReceptionClient(address: ReceptionAddress, timeouts: Timeouts): ReceptionClient {
  async function call<S extends TSchema>(
    schema: S,
    method: 'GET' | 'POST',
    path: string,
    options: { readonly body?: unknown; readonly signal?: AbortSignal; readonly timeoutMs: number },
  ): Promise<Attempt<Static<S>>> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    let text: string;
    try {
      const response = await fetch(new URL(path, withSlash(address.url)), {
        method,
        headers: {
          authorization: `Bearer ${address.token}`,
          ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        redirect: 'error',
        signal: options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]),
      });
      text = await response.text();
      if (response.status >= 500) return failed(reason('reception-unreachable', `HTTP ${response.status}`));
      if (!response.ok) return failed(reason('reception-refused', `HTTP ${response.status}`));
    } catch (error) {
      return failed(reason('reception-unreachable', causeOf(error)));
    }
    if (text.length > maximumAnswerBytes) return failed(reason('reception-answer-malformed', 'too long'));
    const answer = text === '' ? null : parse(text);
    return Value.Check(schema, answer)
      ? done(answer)
      : failed(
          reason('reception-answer-malformed', `${method} ${path.replace(/visits\/[^/]+/, 'visits/…')}`),
        );
  }

  const visit = (visitId: string, rest: string) => `v1/visits/${encodeURIComponent(visitId)}/${rest}`;
  const { receptionMs, resultAnswerMs, staffPollSeconds } = timeouts;
  return {
    open: (body, signal) => call(OpenedVisit, 'POST', 'v1/visits', { body, signal, timeoutMs: receptionMs }),
    submit: (visitId, body, signal) =>
      call(VisitResult, 'POST', visit(visitId, 'identification'), {
        body,
        signal,
        timeoutMs: resultAnswerMs,
      }),
    help: (visitId, body, signal) =>
      call(nothing, 'POST', visit(visitId, 'help'), { body, signal, timeoutMs: receptionMs }),
    staffDecision: (visitId, signal) =>
      call(StaffDecision, 'GET', visit(visitId, `staff-decision?waitSeconds=${staffPollSeconds}`), {
        signal,
        timeoutMs: staffPollSeconds * 1000 + receptionMs,
      }),
    end: (visitId, body) => call(nothing, 'POST', visit(visitId, 'end'), { body, timeoutMs: receptionMs }),
  };
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Name and code only: messages may hold addresses of a kind that does not belong in a reason. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
  return code;
}
