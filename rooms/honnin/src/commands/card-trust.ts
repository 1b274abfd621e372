import type { Outcome, OutcomeStatus, Reason } from '@honnin/outcome';

/** An outcome without its value, as commands print it. */
export interface Trust {
  readonly status: OutcomeStatus;
  readonly reasons: readonly Reason[];
}

export const trustOf = ({ status, reasons }: Outcome<unknown>): Trust => ({ status, reasons });

/** The trust in the whole of several: rejected before undetermined before verified, with everybody's reasons. */
export function wholeTrust(parts: readonly Trust[]): Trust {
  const has = (status: OutcomeStatus) => parts.some((part) => part.status === status);
  const status = has('rejected')
    ? 'rejected'
    : has('undetermined') || parts.length === 0
      ? 'undetermined'
      : 'verified';
  const reasons = parts.flatMap((part) => part.reasons);
  const seen = new Set<string>();
  return { status, reasons: reasons.filter(({ code }) => !seen.has(code) && seen.add(code)) };
}

/** For people: `verified`, or the status and why. */
export const tellTrust = ({ status, reasons }: Trust) =>
  [status, ...reasons.map(({ code }) => code)].join(', ');
