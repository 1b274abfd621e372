import { type Attempt, done, type Failed } from '@honnin/outcome';
import type { CardConnection } from '../apdu/card-connection.ts';
import { fail } from '../fail.ts';
import { answerWithin, LATE } from './answer-within.ts';
import { failureOfPcsc, PCSC_CODE } from './pcsc-code.ts';
import type { PcscHandle, PcscLibrary, PcscReaderStatus } from './pcsc-library.ts';
import { eventCount, PCSC_STATE } from './pcsc-state.ts';
import type { ReaderLimits } from './reader-limits.ts';

/** The longest extended response with its status word, and what pcsc-lite wants beside it. */
const RECEIVE_BUFFER = 65_548;

/**
 * After these nothing more can come of a session, whatever lies on the reader by then. A broken exchange is
 * among them: who answers after it may be another card.
 */
const FINAL: ReadonlySet<string> = new Set([
  'card-removed',
  'card-contact-lost',
  'card-not-answering',
  'card-mute',
  'reader-missing',
  'reader-service-down',
]);

/** Opens an exclusive session on a context of its own. */
export async function openPcscConnection(
  library: PcscLibrary,
  readerName: string,
  limits: ReaderLimits,
): Promise<Attempt<CardConnection>> {
  if (limits.isHanging(readerName)) return fail('reader-hanging', 'an earlier call has not come back');
  const { code, context } = await library.establishContext();
  if (code !== PCSC_CODE.success) return failureOfPcsc(code, 'establish context');
  const connecting = library.connect(context, readerName);
  const connected = await answerWithin(connecting, limits.answerWithinMs);
  if (connected === LATE) {
    limits.giveUp(readerName, connecting, async (late) => {
      if (late.code === PCSC_CODE.success) await library.disconnect(late.card);
      await library.releaseContext(context);
    });
    return fail('reader-hanging', `connect to ${readerName}: nothing for ${limits.answerWithinMs} ms`);
  }
  if (connected.code !== PCSC_CODE.success) {
    await library.releaseContext(context);
    return failureOfPcsc(connected.code, `connect to ${readerName}`);
  }
  const now = await library.statusChange(context, 0, [{ readerName, currentState: PCSC_STATE.unaware }]);
  const { card, protocol } = connected;
  return done(
    new PcscConnection(library, limits, { readerName, context, card, protocol, now: now.readers[0] }),
  );
}

/** A card that was connected to, and the reader's state at that moment. */
interface Connected {
  readonly readerName: string;
  readonly context: PcscHandle;
  readonly card: PcscHandle;
  readonly protocol: number;
  readonly now: PcscReaderStatus | undefined;
}

class PcscConnection implements CardConnection {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly #library: PcscLibrary;
  readonly #limits: ReaderLimits;
  readonly #connected: Connected;
  readonly #receive = new Uint8Array(RECEIVE_BUFFER);
  #last: Promise<unknown> = Promise.resolve();
  #ended: Attempt<never> | undefined;
  #released: Promise<void> | undefined;

  constructor(library: PcscLibrary, limits: ReaderLimits, connected: Connected) {
    this.#library = library;
    this.#limits = limits;
    this.#connected = connected;
    this.readerName = connected.readerName;
    this.atr = connected.now?.atr ?? new Uint8Array(0);
  }

  transmit(command: Uint8Array): Promise<Attempt<Uint8Array>> {
    const next = this.#last.then(() => this.#transmitNow(command));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #transmitNow(command: Uint8Array): Promise<Attempt<Uint8Array>> {
    if (this.#ended !== undefined) return this.#ended;
    // A call that is given up still reads its command, which the caller wipes by then: it gets its own.
    const own = command.slice();
    const { card, protocol } = this.#connected;
    const call = this.#library.transmit(card, protocol, own, this.#receive);
    const answered = await answerWithin(call, this.#limits.answerWithinMs);
    if (answered === LATE) return this.#giveUp(call, own);
    own.fill(0);
    const { code, length } = answered;
    if (code !== PCSC_CODE.success) {
      const failure = await this.#failure(code);
      // A reader that takes no extended lengths says so by failing; the card stays, and so does the session.
      const mayBeLength = failure.reason.code === 'card-contact-lost' && isExtended(command);
      return mayBeLength ? failure : this.#end(failure);
    }
    // pcsc-lite reports a card pulled during the exchange as success with nothing received.
    if (length === 0) return this.#end(fail('card-removed', 'empty response'));
    if (length < 2) return fail('response-torn', `${length} bytes`);
    const response = this.#receive.slice(0, length);
    this.#receive.fill(0, 0, length);
    return done(response);
  }

  /** Tells a card that left from one that stayed and did not answer: PC/SC gives one code for both. */
  async #failure(code: number): Promise<Failed> {
    const failure = failureOfPcsc(code, 'transmit');
    if (failure.reason.code !== 'card-contact-lost') return failure;
    const { readerName, context, now: then } = this.#connected;
    const { readers } = await this.#library.statusChange(context, 0, [
      { readerName, currentState: PCSC_STATE.unaware },
    ]);
    const now = readers[0]?.eventState ?? 0;
    const present = (now & PCSC_STATE.present) !== 0;
    // The service counts insertions and removals: a card that came since is another one, or laid anew.
    const same = eventCount(now) === eventCount(then?.eventState ?? now);
    return present && same ? failure : fail('card-removed', failure.reason.detail);
  }

  /**
   * Leaves a call behind that does not come back. Nothing can take it out of the driver: it holds its thread,
   * its buffers and the exclusive connection until the driver returns (as it does when the card is taken away,
   * or after a time-out of its own), and only then are they wiped and released.
   */
  #giveUp(call: Promise<unknown>, command: Uint8Array): Promise<Attempt<never>> {
    this.#released = Promise.resolve();
    this.#limits.giveUp(this.readerName, call, async () => {
      command.fill(0);
      await this.#releaseNow();
    });
    return this.#end(fail('card-not-answering', `nothing for ${this.#limits.answerWithinMs} ms`));
  }

  async #end(failure: Failed): Promise<Attempt<never>> {
    if (FINAL.has(failure.reason.code)) {
      this.#ended = failure;
      // A session that is over must not keep the next card's session out.
      await this.#release();
    }
    return failure;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const last = this.#last;
    this.#ended ??= fail('card-removed', 'the session was closed');
    await last;
    await this.#release();
  }

  async #release(): Promise<void> {
    this.#released ??= this.#releaseNow();
    const { answerWithinMs } = this.#limits;
    if ((await answerWithin(this.#released, answerWithinMs)) === LATE)
      this.#limits.giveUp(this.readerName, this.#released, async () => undefined);
  }

  async #releaseNow(): Promise<void> {
    const { card, context } = this.#connected;
    await this.#library.disconnect(card);
    await this.#library.releaseContext(context);
    this.#receive.fill(0);
  }
}

/** Whether lengths of a command are written in the extended form (ISO/IEC 7816-4 §5.2). */
function isExtended(command: Uint8Array): boolean {
  return command.length > 5 && command[4] === 0;
}
