import { createHmac } from 'node:crypto';

/**
 * Counts face comparisons by card over visits: lifting a card and laying it down again gives nobody new tries.
 * Kept in memory, under a keyed hash of the certificate's fingerprint, and forgotten after `windowMs`.
 */
export interface FaceTryLedger {
  triesLeft(fingerprint: string): number;
  spend(fingerprint: string): void;
  /** The person was identified: the count begins anew. */
  clear(fingerprint: string): void;
}

export interface FaceTryLedgerOptions {
  readonly maximumTries: number;
  readonly windowMs: number;
  readonly key: Uint8Array;
  readonly clock: () => Date;
}

export function createFaceTryLedger(options: FaceTryLedgerOptions): FaceTryLedger {
  const spent = new Map<string, readonly number[]>();
  const hash = (fingerprint: string) =>
    createHmac('sha256', options.key).update(fingerprint).digest('base64');
  const recent = (key: string) => {
    const since = options.clock().getTime() - options.windowMs;
    return (spent.get(key) ?? []).filter((at) => at > since);
  };
  return {
    triesLeft: (fingerprint) => Math.max(0, options.maximumTries - recent(hash(fingerprint)).length),
    spend(fingerprint) {
      for (const key of spent.keys()) if (recent(key).length === 0) spent.delete(key);
      const key = hash(fingerprint);
      spent.set(key, [...recent(key), options.clock().getTime()]);
    },
    clear(fingerprint) {
      spent.delete(hash(fingerprint));
    },
  };
}
