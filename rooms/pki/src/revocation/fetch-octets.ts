import { type Attempt, done, failed, reason } from '@honnin/outcome';

/** Gets octets from an address, or sends some and gets the answer. Never throws for an expected cause. */
export type FetchOctets = (
  address: string,
  request?: { readonly contentType: string; readonly body: Uint8Array },
) => Promise<Attempt<Uint8Array>>;

async function octetsOf(response: Response, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    length += next.value.length;
    if (length > maximumBytes) {
      await reader?.cancel();
      throw new Error(`more than ${maximumBytes} octets`);
    }
    chunks.push(next.value);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** `fetch failed` alone helps nobody: the cause beneath it says what happened. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

/**
 * A fetch within limits of time and size, without redirections, by http or https only (what is fetched is signed;
 * RFC 5280 §8 warns of https where the check of its certificate would need the same list). `fetch` is passed in.
 * Fails with the given code.
 */
export function createFetchOctets(options: {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maximumBytes: number;
  readonly failure: 'revocation-list-unavailable' | 'status-response-unavailable';
}): FetchOctets {
  const { fetch, timeoutMs, maximumBytes, failure } = options;
  return async (address, request) => {
    if (!/^https?:\/\//i.test(address)) return failed(reason(failure, `${address}: neither http nor https`));
    try {
      const response = await fetch(address, {
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(request === undefined
          ? {}
          : {
              method: 'POST',
              headers: { 'content-type': request.contentType },
              body: Uint8Array.from(request.body),
            }),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return failed(reason(failure, `${address}: HTTP ${response.status}`));
      }
      return done(await octetsOf(response, maximumBytes));
    } catch (error) {
      return failed(reason(failure, `${address}: ${causeOf(error)}`));
    }
  };
}
