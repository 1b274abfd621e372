import { setTimeout as sleep } from 'node:timers/promises';
import { PCSC_CODE } from './pcsc-code.ts';
import type { PcscHandle, PcscLibrary, PcscReaderStatus } from './pcsc-library.ts';
import { eventCount, PCSC_STATE } from './pcsc-state.ts';
import type { ReaderEvent } from './reader-event.ts';

/** Pseudo-reader by which pcsc-lite and winscard report that readers come and go. */
const PLUG_AND_PLAY = '\\\\?PnP?\\Notification';

interface Known {
  state: number;
  present: boolean;
  atr: Uint8Array;
}

/**
 * Follows all readers on one context, in one waiting call with a finite time-out (so one of libuv's threads,
 * whatever the number of readers), and begins anew when the service goes away and comes back.
 */
export class PcscMonitor implements AsyncDisposable {
  readonly #library: PcscLibrary;
  readonly #pollMs: number;
  readonly #listeners = new Set<(event: ReaderEvent) => void>();
  readonly #known = new Map<string, Known>();
  readonly #stop = new AbortController();
  #service: 'unknown' | 'up' | 'down' = 'unknown';
  #context: PcscHandle | undefined;
  #running: Promise<void> | undefined;
  #plugAndPlay: number | undefined = PCSC_STATE.unaware;

  constructor(library: PcscLibrary, pollMs: number) {
    this.#library = library;
    this.#pollMs = pollMs;
  }

  watch(listener: (event: ReaderEvent) => void): Disposable {
    // One entry a call, so that the same function may watch twice.
    const entry = (event: ReaderEvent) => listener(event);
    let disposed = false;
    queueMicrotask(() => {
      if (disposed) return;
      for (const event of this.#present()) entry(event);
      this.#listeners.add(entry);
      this.#running ??= this.#run();
    });
    return {
      [Symbol.dispose]: () => {
        disposed = true;
        this.#listeners.delete(entry);
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listeners.clear();
    this.#stop.abort();
    if (this.#context !== undefined) this.#library.cancel(this.#context);
    await this.#running;
  }

  *#present(): Generator<ReaderEvent> {
    if (this.#service === 'down') yield { kind: 'service-lost' };
    for (const [readerName, { present, atr }] of this.#known) {
      yield { kind: 'reader-added', readerName };
      if (present) yield { kind: 'card-inserted', readerName, atr };
    }
  }

  #emit(event: ReaderEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        // One listener's fault must not end the watch of the others; it surfaces as an uncaught error.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const { code, context } = await this.#library.establishContext();
      if (code === PCSC_CODE.success) {
        this.#context = context;
        await this.#follow(context);
        this.#context = undefined;
        await this.#library.releaseContext(context);
      } else this.#serviceLost();
      await this.#pause(this.#pollMs);
    }
  }

  /** Follows the readers until the service fails or the monitor is stopped. */
  async #follow(context: PcscHandle): Promise<void> {
    this.#plugAndPlay = PCSC_STATE.unaware;
    while (!this.#stop.signal.aborted) {
      const listed = await this.#library.listReaders(context);
      if (listed.code !== PCSC_CODE.success && listed.code !== PCSC_CODE.noReadersAvailable) {
        this.#serviceLost();
        return;
      }
      this.#serviceBack();
      this.#takeNames(listed.readerNames);
      const readers = [...this.#known].map(([readerName, { state }]) => ({
        readerName,
        currentState: state,
      }));
      if (this.#plugAndPlay !== undefined)
        readers.push({ readerName: PLUG_AND_PLAY, currentState: this.#plugAndPlay });
      if (readers.length === 0) {
        await this.#pause(this.#pollMs);
        continue;
      }
      if (this.#stop.signal.aborted) return;
      const result = await this.#library.statusChange(context, this.#pollMs, readers);
      if (result.code === PCSC_CODE.success) {
        // A change that is none of ours must not make this loop spin.
        if (!this.#takeStates(result.readers)) await this.#pause(Math.min(50, this.#pollMs));
      } else if (!ORDINARY.has(result.code)) {
        this.#serviceLost();
        return;
      } else if (result.code === PCSC_CODE.unknownReader) await this.#pause(Math.min(50, this.#pollMs));
    }
  }

  #takeNames(names: readonly string[]): void {
    for (const readerName of [...this.#known.keys()])
      if (!names.includes(readerName)) this.#forget(readerName);
    for (const readerName of names) {
      if (this.#known.has(readerName)) continue;
      this.#known.set(readerName, { state: PCSC_STATE.unaware, present: false, atr: new Uint8Array(0) });
      this.#emit({ kind: 'reader-added', readerName });
    }
  }

  /** Takes the new states in; tells whether anything was reported for the first time. */
  #takeStates(readers: readonly PcscReaderStatus[]): boolean {
    let news = false;
    for (const { readerName, eventState, atr } of readers) {
      if (readerName === PLUG_AND_PLAY) {
        const supported = (eventState & PCSC_STATE.unknown) === 0;
        const next = supported ? eventState & ~PCSC_STATE.changed : undefined;
        news ||= next !== this.#plugAndPlay;
        this.#plugAndPlay = next;
        continue;
      }
      const known = this.#known.get(readerName);
      if (known === undefined) continue;
      const state = (eventState & ~PCSC_STATE.changed) >>> 0;
      news ||= state !== known.state;
      this.#takeCard(readerName, known, state, atr);
    }
    return news;
  }

  #takeCard(readerName: string, known: Known, state: number, atr: Uint8Array): void {
    const present = (state & PCSC_STATE.present) !== 0;
    // Taken away and laid down between two looks: only the service's counter of events shows it.
    const swapped = known.present && present && eventCount(state) !== eventCount(known.state);
    if (known.present && (!present || swapped)) this.#emit({ kind: 'card-removed', readerName });
    if (present && (!known.present || swapped)) this.#emit({ kind: 'card-inserted', readerName, atr });
    known.state = state;
    known.present = present;
    known.atr = atr;
  }

  #forget(readerName: string): void {
    if (this.#known.get(readerName)?.present === true) this.#emit({ kind: 'card-removed', readerName });
    this.#known.delete(readerName);
    this.#emit({ kind: 'reader-removed', readerName });
  }

  #serviceLost(): void {
    if (this.#service === 'down' || this.#stop.signal.aborted) return;
    this.#service = 'down';
    for (const readerName of [...this.#known.keys()]) this.#forget(readerName);
    this.#emit({ kind: 'service-lost' });
  }

  #serviceBack(): void {
    const wasDown = this.#service === 'down';
    this.#service = 'up';
    if (wasDown) this.#emit({ kind: 'service-back' });
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}

const ORDINARY: ReadonlySet<number> = new Set([
  PCSC_CODE.timeout,
  PCSC_CODE.cancelled,
  PCSC_CODE.unknownReader,
  PCSC_CODE.readerUnavailable,
]);
