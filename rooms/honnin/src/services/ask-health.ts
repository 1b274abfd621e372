import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { Check } from 'typebox/value';
import { HealthReport } from './health-route.ts';

const largestAnswer = 4096;

/**
 * Asks a service's `/health`: `ok`, or the code of what keeps it from its work. Fails with
 * `service-not-answering` when there is no such answer. `pinned`: PEM of a service on this machine, whose
 * certificate is held against this text instead of its name.
 */
export async function askHealth(
  url: string,
  options: { readonly pinned?: string; readonly timeoutMs?: number } = {},
): Promise<Attempt<string>> {
  const { pinned, timeoutMs = 5_000 } = options;
  const target = new URL('/health', url);
  try {
    const text = await read(target, pinned, AbortSignal.timeout(timeoutMs));
    const report: unknown = JSON.parse(text);
    return Check(HealthReport, report) ? done(report.status) : noAnswer(url, 'something else answers there');
  } catch (error) {
    if (error instanceof SyntaxError) return noAnswer(url, 'something else answers there');
    return noAnswer(url, (error as NodeJS.ErrnoException).code ?? 'no answer');
  }
}

const noAnswer = (url: string, matter: string) =>
  failed(reason('service-not-answering', `${url}: ${matter}`));

function read(target: URL, pinned: string | undefined, signal: AbortSignal): Promise<string> {
  const trust =
    pinned === undefined
      ? {}
      : { ca: pinned, allowPartialTrustChain: true, checkServerIdentity: () => undefined };
  return new Promise((resolve, reject) => {
    const get = target.protocol === 'https:' ? getSecure : getPlain;
    const request = get(target, { signal, agent: false, ...trust }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length > largestAnswer) response.destroy(new Error('too long'));
      });
      response.on('end', () => resolve(text));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}
