import { isMatchingNumberParts, matchingNumberB } from '@honnin/card';
import type { VisitEvent } from '@honnin/identification';
import { type Attempt, type Reason, reason } from '@honnin/outcome';
import type { PrintSight } from '@honnin/printed-card';
import type { CardGuidance } from './screen-protocol.ts';
import type { VisitMemory } from './visit-memory.ts';
import type { OpenCardPrintReader, VisitTools } from './visit-tools.ts';

/** One card before the camera, until it is read, the time is over, or the person would rather type. */
export interface PrintAttempt extends Disposable {
  /** Takes a JPEG and wipes it; null when it was dropped, or nothing is to be said any more. */
  offerFrame(jpeg: Uint8Array): Promise<CardGuidance | null>;
}

export interface PrintAttemptOptions {
  readonly tools: VisitTools;
  readonly openReader: OpenCardPrintReader;
  readonly memory: VisitMemory;
  /** Called at most once. */
  readonly finish: (event: VisitEvent) => void;
}

/** Reads matching number B off the printed side. Whatever goes wrong with it leads to typing, and to nothing worse. */
export function startPrintAttempt(options: PrintAttemptOptions): PrintAttempt {
  const { tools, memory } = options;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(tools.clock());
  const reader = options.openReader({ today });
  let over = false;

  const stop = () => {
    over = true;
    clearTimeout(timer);
    reader[Symbol.dispose]();
  };
  const giveUp = (why: Reason) => {
    if (over) return;
    tools.log.warn({ reason: why }, 'the printed side was not read; the person types');
    memory.printReading = 'not-read';
    stop();
    options.finish({ type: 'type-instead' });
  };
  const timer = setTimeout(() => giveUp(reason('print-not-read')), tools.timeouts.cardPrintMs);

  function heed(seen: Attempt<PrintSight>): CardGuidance | null {
    if (seen.status === 'failed') {
      giveUp(seen.reason);
      return null;
    }
    const sight = seen.value;
    if (sight.status === 'not-read-yet') {
      return { type: 'card-guidance', advice: sight.advice, settled: sight.settled };
    }
    if (!isMatchingNumberParts(sight.number)) {
      giveUp(reason('print-not-read', 'parts that no card can have'));
      return null;
    }
    memory.matchingNumber = matchingNumberB(sight.number);
    memory.printReading = 'read';
    stop();
    options.finish({ type: 'matching-number-entered' });
    return null;
  }

  return {
    async offerFrame(jpeg) {
      if (over) {
        jpeg.fill(0);
        return null;
      }
      const seen = await reader.offerFrame(jpeg);
      return over || seen === null ? null : heed(seen);
    },
    [Symbol.dispose]() {
      if (!over) stop();
    },
  };
}
