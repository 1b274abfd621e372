export type { Attempt, Done, Failed } from './attempt.ts';
export { done, failed } from './attempt.ts';
export type { Actor, BilingualText, Failure, FailureTable } from './failure-table.ts';
export { defineFailures } from './failure-table.ts';
export type { Outcome, OutcomeStatus, Rejected, Undetermined, Verified } from './outcome.ts';
export { rejected, undetermined, verified } from './outcome.ts';
export type { Reason } from './reason.ts';
export { reason } from './reason.ts';
export { unreachable } from './unreachable.ts';
