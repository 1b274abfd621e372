import type { Reason } from './reason.ts';

/** The three answers to every safety question. */
export type OutcomeStatus = 'verified' | 'rejected' | 'undetermined';

/** Checked, and it holds; `reasons` may carry remarks (a warning, a relaxed rule). */
export interface Verified<T> {
  readonly status: 'verified';
  readonly value: T;
  readonly reasons: readonly Reason[];
}

/** Checked, and it does not hold. */
export interface Rejected {
  readonly status: 'rejected';
  readonly reasons: readonly Reason[];
}

/** Could not be checked. Never to be read as verified, and never as fraud. */
export interface Undetermined {
  readonly status: 'undetermined';
  readonly reasons: readonly Reason[];
}

/** An answer to a safety question: the value exists only when it is verified. */
export type Outcome<T> = Verified<T> | Rejected | Undetermined;

export function verified<T>(value: T, reasons: readonly Reason[] = []): Verified<T> {
  return { status: 'verified', value, reasons };
}

export function rejected(...reasons: readonly [Reason, ...Reason[]]): Rejected {
  return { status: 'rejected', reasons };
}

export function undetermined(...reasons: readonly [Reason, ...Reason[]]): Undetermined {
  return { status: 'undetermined', reasons };
}
