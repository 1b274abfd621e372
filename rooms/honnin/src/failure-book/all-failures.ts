import { cardFailures } from '@honnin/card/failures';
import { cardSimulatorFailures } from '@honnin/card-simulator/failures';
import { eligibilityFailures } from '@honnin/eligibility/failures';
import { exchangeFailures } from '@honnin/exchange/failures';
import { faceFailures } from '@honnin/face/failures';
import { identificationFailures } from '@honnin/identification/failures';
import type { Failure, FailureTable } from '@honnin/outcome';
import { pkiFailures } from '@honnin/pki/failures';
import { printedCardFailures } from '@honnin/printed-card/failures';
import { receptionFailures } from '@honnin/reception/failures';
import { terminalFailures } from '@honnin/terminal/failures';
import { commandFailures } from '../command-line/failures.ts';
import { demoFailures } from '../demo/failures.ts';

/** Every room's failures, in the order of the book. */
export const allFailures: readonly { readonly room: string; readonly table: FailureTable }[] = [
  { room: 'card', table: cardFailures },
  { room: 'face', table: faceFailures },
  { room: 'printed-card', table: printedCardFailures },
  { room: 'identification', table: identificationFailures },
  { room: 'terminal', table: terminalFailures },
  { room: 'reception', table: receptionFailures },
  { room: 'eligibility', table: eligibilityFailures },
  { room: 'exchange', table: exchangeFailures },
  { room: 'pki', table: pkiFailures },
  { room: 'card-simulator', table: cardSimulatorFailures },
  { room: 'honnin', table: { ...commandFailures, ...demoFailures } },
];

/** The page of a failure code; null when no room has one. */
export function findFailure(code: string): Failure | null {
  for (const { table } of allFailures) {
    const failure = table[code];
    if (failure !== undefined) return failure;
  }
  return null;
}
