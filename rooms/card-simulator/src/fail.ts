import { type Failed, failed, reason } from '@honnin/outcome';
import type { cardSimulatorFailures } from './failures.ts';

/** Fails with a code of this room's table. */
export function fail(code: keyof typeof cardSimulatorFailures, detail?: string): Failed {
  return failed(reason(code, detail));
}
