import type { Attempt, FailureTable, Outcome } from '@honnin/outcome';
import { mustHold } from './fuzz-target.ts';

/** A failure must be one of the book, so that whoever meets it is told what to do. */
export function mustFailByName(
  answer: Attempt<unknown> | Outcome<unknown>,
  ...tables: readonly FailureTable[]
): void {
  const reasons =
    answer.status === 'failed'
      ? [answer.reason]
      : answer.status === 'rejected' || answer.status === 'undetermined'
        ? answer.reasons
        : [];
  for (const { code } of reasons)
    mustHold(
      tables.some((table) => code in table),
      `reason ${code} is in no failure table`,
    );
}
