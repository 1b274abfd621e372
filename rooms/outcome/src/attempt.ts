import type { Reason } from './reason.ts';

/** The answer of an operation that may fail for an expected cause (a card removed, a line down). */
export type Attempt<T> = Done<T> | Failed;

export interface Done<T> {
  readonly status: 'done';
  readonly value: T;
}

export interface Failed {
  readonly status: 'failed';
  readonly reason: Reason;
}

export function done<T>(value: T): Done<T> {
  return { status: 'done', value };
}

export function failed(reason: Reason): Failed {
  return { status: 'failed', reason };
}
