import { randomBytes } from 'node:crypto';
import { type AirTime, airTimeMs } from '../connecting/air-time.ts';
import type { CardRecord } from '../issuing/card-record.ts';
import { answerCommand } from './answer-command.ts';
import { type CardClock, systemClock } from './card-clock.ts';
import { openCardImage, recordOf } from './card-image.ts';
import { type CardSession, enterApplication } from './card-session.ts';

/** Whatever lies on a reader and answers: a chip without plastic. It can be moved from reader to reader. */
export interface VirtualChip {
  readonly atr: Uint8Array;
  /** Answers any bytes with at least the two status bytes; commands are answered one after the other. */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  /** What losing power does: no application, no verified secret. Counters stay. */
  reset(): void;
}

/** A My Number card without plastic; its counters stay with it. */
export interface VirtualCard extends VirtualChip {
  /** The card as it is now, counters and changed PINs included, to be kept as JSON. */
  snapshot(): CardRecord;
}

export interface VirtualCardOptions {
  /** Answers as slowly as the air lets it; without it, at once. */
  readonly air?: AirTime;
  readonly clock?: CardClock;
  /** Cryptographic random bytes. */
  readonly random?: (length: number) => Uint8Array;
}

/** Timers of the machine are no finer than this; what is owed less is carried over to the next command. */
const timerGrainMs = 1;

/** Powers up a card from its record (checked by `parseCardRecord`, or made by `issueTestCard`). */
export function createVirtualCard(record: CardRecord, options: VirtualCardOptions = {}): VirtualCard {
  const { air, clock = systemClock, random = (length) => Uint8Array.from(randomBytes(length)) } = options;
  const image = openCardImage(record);
  const powerOn = image.applications[0];
  const session: CardSession = {
    image,
    random,
    application: powerOn,
    currentFile: null,
    verified: new Set(),
    secureMessaging: null,
  };
  let owedMs = 0;
  let busy: Promise<unknown> = Promise.resolve();

  const transmitNow = async (command: Uint8Array): Promise<Uint8Array> => {
    const start = clock.now();
    const response = answerCommand(session, command);
    if (air === undefined) return response;
    owedMs += airTimeMs(air, command.length, response.length);
    const left = owedMs - (clock.now() - start);
    if (left >= timerGrainMs) await clock.sleep(Math.floor(left));
    // A timer that fired late leaves a debit, which the next command gets back.
    owedMs = Math.max(-4, owedMs - (clock.now() - start));
    return response;
  };

  return {
    atr: image.atr,
    transmit(command) {
      const response = busy.then(() => transmitNow(command));
      busy = response.catch(() => undefined);
      return response;
    },
    reset: () => enterApplication(session, powerOn),
    snapshot: () => structuredClone(recordOf(record, image)),
  };
}
