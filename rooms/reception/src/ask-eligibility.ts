import { EligibilityAnswer, type EligibilityRequest } from '@honnin/insurance';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Compile } from 'typebox/compile';

export interface AskEligibilityOptions {
  readonly url: string;
  readonly token: string;
  readonly fetch: typeof globalThis.fetch;
  /** For the whole exchange, its second try included. */
  readonly timeoutMs: number;
}

const schema = Compile(EligibilityAnswer);
const maximumAnswerBytes = 1024 * 1024;

/**
 * Asks the eligibility service (`POST /v1/eligibility/checks`). A connection that breaks is tried once more,
 * since the service answers the same request id with the same answer.
 *
 * Whatever is not a well-formed answer to this very request fails, with a code of its own for each cause:
 * `eligibility-unreachable`, `eligibility-too-slow`, `eligibility-busy`, `eligibility-failed`,
 * `eligibility-access-refused`, `eligibility-request-refused`, `eligibility-answer-invalid`.
 */
export async function askEligibility(
  request: EligibilityRequest,
  options: AskEligibilityOptions,
): Promise<Attempt<EligibilityAnswer>> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let attempt = await askOnce(request, options, signal);
  if (attempt.status === 'failed' && attempt.reason.code === 'eligibility-unreachable' && !signal.aborted) {
    attempt = await askOnce(request, options, signal);
  }
  return attempt;
}

async function askOnce(
  request: EligibilityRequest,
  options: AskEligibilityOptions,
  signal: AbortSignal,
): Promise<Attempt<EligibilityAnswer>> {
  let status: number;
  let text: string | undefined;
  try {
    const response = await options.fetch(`${options.url.replace(/\/+$/, '')}/v1/eligibility/checks`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization: `Bearer ${options.token}`,
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal,
    });
    status = response.status;
    text = await readLimited(response);
  } catch (error) {
    return signal.aborted
      ? failed(reason('eligibility-too-slow', `after ${options.timeoutMs} ms`))
      : failed(reason('eligibility-unreachable', causeOf(error)));
  }
  if (status === 429 || status === 503) return failed(reason('eligibility-busy', `HTTP ${status}`));
  if (status >= 500) return failed(reason('eligibility-failed', `HTTP ${status}`));
  if (status === 401 || status === 403) return failed(reason('eligibility-access-refused', `HTTP ${status}`));
  if (status !== 200) return failed(reason('eligibility-request-refused', `HTTP ${status}`));
  return readAnswer(text, request);
}

function readAnswer(text: string | undefined, request: EligibilityRequest): Attempt<EligibilityAnswer> {
  if (text === undefined) return failed(reason('eligibility-answer-invalid', 'too large'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed(reason('eligibility-answer-invalid', 'not JSON'));
  }
  if (!schema.Check(value)) {
    const [error] = schema.Errors(value);
    return failed(reason('eligibility-answer-invalid', error?.instancePath));
  }
  // An answer to somebody else's question must never be shown for this patient.
  if (value.requestId !== request.requestId) {
    return failed(reason('eligibility-answer-invalid', 'answer to another request'));
  }
  if (value.status === 'verified' && value.onDate !== request.onDate) {
    return failed(reason('eligibility-answer-invalid', 'answer for another day'));
  }
  return done(value);
}

async function readLimited(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Typed for browsers; at run time (Node) the stream is async-iterable.
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maximumAnswerBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function causeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
