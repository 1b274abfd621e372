import { type Failed, failed, reason } from '@honnin/outcome';
import type { CardFailureCode } from './failures.ts';

/** A failure of this room: the compiler sees to it that the code is in the table. */
export function fail(code: CardFailureCode, detail?: string): Failed {
  return failed(reason(code, detail));
}
