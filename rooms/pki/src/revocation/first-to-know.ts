import { type Reason, reason } from '@honnin/outcome';
import type { RevocationSource } from './revocation-source.ts';

/**
 * Asks several sources in their order until one knows: a responder first, say, and lists where it is silent. When
 * none knows, the reason is the first one's, with the others' codes in its detail.
 */
export function firstToKnow(sources: readonly RevocationSource[]): RevocationSource {
  return {
    async statusOf(certificate, issuer, at, context) {
      const refusals: Reason[] = [];
      for (const source of sources) {
        const status = await source.statusOf(certificate, issuer, at, context);
        if (status.kind !== 'unknown') return status;
        refusals.push(status.reason);
      }
      const [first, ...more] = refusals;
      if (first === undefined)
        return { kind: 'unknown', reason: reason('status-responder-missing', 'no source of revocation') };
      const then = more.map(({ code }) => `, then ${code}`).join('');
      return { kind: 'unknown', reason: reason(first.code, `${first.detail ?? ''}${then}`) };
    },
  };
}
