import type { RevocationSource, RevocationStatus } from './revocation-source.ts';

/**
 * Spares those who wait: once a source could not be reached (`…-unavailable`), it is not asked again for `restMs`,
 * and what it said then is its answer. Whatever it does answer, it is asked anew each time.
 */
export function restAfterSilence(
  source: RevocationSource,
  options: { readonly clock: () => Date; readonly restMs: number },
): RevocationSource {
  const { clock, restMs } = options;
  let silence: { readonly until: number; readonly status: RevocationStatus } | null = null;
  return {
    async statusOf(certificate, issuer, at, context) {
      if (silence !== null && clock().getTime() < silence.until) return silence.status;
      const status = await source.statusOf(certificate, issuer, at, context);
      const unreachable = status.kind === 'unknown' && status.reason.code.endsWith('-unavailable');
      silence = unreachable ? { until: clock().getTime() + restMs, status } : null;
      return status;
    },
  };
}
