import { type Attempt, done } from '@honnin/outcome';
import type { CardConnection } from '../apdu/card-connection.ts';
import { fail } from '../fail.ts';
import { failureOfPcsc, PCSC_CODE } from './pcsc-code.ts';
import type { PcscHandle, PcscLibrary } from './pcsc-library.ts';
import { PCSC_STATE } from './pcsc-state.ts';

/** The longest extended response with its status word, and what pcsc-lite wants beside it. */
const RECEIVE_BUFFER = 65_548;

/** After these nothing more can come of a session, whatever lies on the reader by then. */
const FINAL: ReadonlySet<string> = new Set(['card-removed', 'reader-missing', 'reader-service-down']);

/** Opens an exclusive session on a context of its own. */
export async function openPcscConnection(
  library: PcscLibrary,
  readerName: string,
): Promise<Attempt<CardConnection>> {
  const { code, context } = await library.establishContext();
  if (code !== PCSC_CODE.success) return failureOfPcsc(code, 'establish context');
  const connected = await library.connect(context, readerName);
  if (connected.code !== PCSC_CODE.success) {
    await library.releaseContext(context);
    return failureOfPcsc(connected.code, `connect to ${readerName}`);
  }
  const now = await library.statusChange(context, 0, [{ readerName, currentState: PCSC_STATE.unaware }]);
  const atr = now.readers[0]?.atr ?? new Uint8Array(0);
  return done(new PcscConnection(library, context, connected.card, connected.protocol, readerName, atr));
}

class PcscConnection implements CardConnection {
  readonly readerName: string;
  readonly atr: Uint8Array;
  readonly #library: PcscLibrary;
  readonly #context: PcscHandle;
  readonly #card: PcscHandle;
  readonly #protocol: number;
  readonly #receive = new Uint8Array(RECEIVE_BUFFER);
  #last: Promise<unknown> = Promise.resolve();
  #ended: Attempt<never> | undefined;
  #released: Promise<void> | undefined;

  constructor(
    library: PcscLibrary,
    context: PcscHandle,
    card: PcscHandle,
    protocol: number,
    readerName: string,
    atr: Uint8Array,
  ) {
    this.#library = library;
    this.#context = context;
    this.#card = card;
    this.#protocol = protocol;
    this.readerName = readerName;
    this.atr = atr;
  }

  transmit(command: Uint8Array): Promise<Attempt<Uint8Array>> {
    const next = this.#last.then(() => this.#transmitNow(command));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #transmitNow(command: Uint8Array): Promise<Attempt<Uint8Array>> {
    if (this.#ended !== undefined) return this.#ended;
    const { code, length } = await this.#library.transmit(this.#card, this.#protocol, command, this.#receive);
    if (code !== PCSC_CODE.success) return this.#end(await this.#failure(code));
    // pcsc-lite reports a card pulled during the exchange as success with nothing received.
    if (length === 0) return this.#end(fail('card-removed', 'empty response'));
    if (length < 2) return fail('response-torn', `${length} bytes`);
    const response = this.#receive.slice(0, length);
    this.#receive.fill(0, 0, length);
    return done(response);
  }

  /** Tells a card that left from one that stayed and did not answer: PC/SC gives one code for both. */
  async #failure(code: number): Promise<Attempt<never>> {
    const failure = failureOfPcsc(code, 'transmit');
    if (failure.reason.code !== 'card-contact-lost') return failure;
    const { readerName } = this;
    const now = await this.#library.statusChange(this.#context, 0, [
      { readerName, currentState: PCSC_STATE.unaware },
    ]);
    const present = ((now.readers[0]?.eventState ?? 0) & PCSC_STATE.present) !== 0;
    return present ? failure : fail('card-removed', failure.reason.detail);
  }

  async #end(failure: Attempt<never>): Promise<Attempt<never>> {
    if (failure.status === 'failed' && FINAL.has(failure.reason.code)) {
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

  #release(): Promise<void> {
    this.#released ??= this.#releaseNow();
    return this.#released;
  }

  async #releaseNow(): Promise<void> {
    await this.#library.disconnect(this.#card);
    await this.#library.releaseContext(this.#context);
    this.#receive.fill(0);
  }
}
