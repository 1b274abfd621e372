import { createHmac } from 'node:crypto';

/** Where a card stands with its face attempts. */
interface FaceTryStanding {
  /** Failed attempts in a row so far. */
  readonly failed: number;
  /** Attempts that are left before a wait, at least; 1 once there were too many, 0 when the face is closed. */
  readonly triesLeft: number;
  /** Milliseconds until the next attempt may begin; 0 now. */
  readonly waitMs: number;
}

/**
 * Counts failed face attempts in a row by card, over visits: lifting a card and laying it down again gives nobody
 * new ones. Kept in memory, under a keyed hash of the certificate's fingerprint, and forgotten a day after the
 * last attempt.
 */
export interface FaceTryLedger {
  standing(fingerprint: string): FaceTryStanding;
  /** `live`: the attempt showed a living person, whose face did not match. */
  spend(fingerprint: string, attempt: { readonly live: boolean }): void;
  /** The person was identified: the count begins anew. */
  clear(fingerprint: string): void;
}

export interface FaceTryLedgerOptions {
  /** Failed attempts in a row before the first wait, and before the face is closed; a live one counts half. */
  readonly maximumTries: number;
  readonly overallTries?: number;
  /** Milliseconds before each further attempt. */
  readonly waitMs?: number;
  readonly key: Uint8Array;
  readonly clock: () => Date;
}

/**
 * NIST SP 800-63B-4, 3.2.3 (use of biometrics): no more than 5 failed attempts in a row, or 10 with presentation
 * attack detection; then at least 30 seconds before each further one, and no more than 50, or 100, in all.
 */
export const faceTryLimits = { maximumTries: 5, overallTries: 50, waitMs: 30_000 } as const;

const forgottenAfterMs = 24 * 60 * 60_000;

interface Row {
  readonly failed: number;
  /** Halves of attempts: two for one that showed nobody alive, one for one that did. */
  readonly halves: number;
  readonly lastAt: number;
}

export function createFaceTryLedger(options: FaceTryLedgerOptions): FaceTryLedger {
  const { maximumTries, overallTries = faceTryLimits.overallTries, waitMs = faceTryLimits.waitMs } = options;
  const rows = new Map<string, Row>();
  const hash = (fingerprint: string) =>
    createHmac('sha256', options.key).update(fingerprint).digest('base64');
  const now = () => options.clock().getTime();
  const isForgotten = ({ lastAt }: Row) => now() - lastAt > forgottenAfterMs;
  const rowOf = (key: string): Row => {
    const row = rows.get(key);
    return row === undefined || isForgotten(row) ? { failed: 0, halves: 0, lastAt: 0 } : row;
  };
  return {
    standing(fingerprint) {
      const { failed, halves, lastAt } = rowOf(hash(fingerprint));
      if (halves >= overallTries * 2) return { failed, triesLeft: 0, waitMs: 0 };
      const left = Math.ceil((maximumTries * 2 - halves) / 2);
      if (left > 0) return { failed, triesLeft: left, waitMs: 0 };
      // A clock that was set back must not make the wait longer than it is.
      const since = Math.max(0, now() - lastAt);
      return { failed, triesLeft: 1, waitMs: Math.max(0, waitMs - since) };
    },
    spend(fingerprint, { live }) {
      for (const [key, row] of rows) if (isForgotten(row)) rows.delete(key);
      const key = hash(fingerprint);
      const { failed, halves } = rowOf(key);
      rows.set(key, { failed: failed + 1, halves: halves + (live ? 1 : 2), lastAt: now() });
    },
    clear(fingerprint) {
      rows.delete(hash(fingerprint));
    },
  };
}
