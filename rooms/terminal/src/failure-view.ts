import { cardFailures } from '@honnin/card';
import { faceFailures } from '@honnin/face';
import { identificationFailures } from '@honnin/identification';
import type { Failure, FailureTable } from '@honnin/outcome';
import { pkiFailures } from '@honnin/pki';
import { printedCardFailures } from '@honnin/printed-card';
import { terminalFailures } from './failures.ts';
import type { FailureView } from './screen-protocol.ts';

/** The tables of every room whose codes can come up beside the patient. */
const tables: readonly FailureTable[] = [
  terminalFailures,
  identificationFailures,
  cardFailures,
  pkiFailures,
  faceFailures,
  printedCardFailures,
];

/**
 * A failure as the patient sees it. `further`: tables of services behind reception, whose codes come with a
 * result. Null for a code that no table has.
 */
export function failureView(code: string, further: readonly FailureTable[] = []): FailureView | null {
  for (const table of [...tables, ...further]) {
    const failure: Failure | undefined = Object.hasOwn(table, code) ? table[code] : undefined;
    if (failure !== undefined) {
      return { code, number: failure.number, patient: { ja: failure.patient.ja, en: failure.patient.en } };
    }
  }
  return null;
}
