import { type Attempt, done } from '@honnin/outcome';
import type { CardReaders, ReaderState } from './card-readers.ts';
import { failureOfPcsc, PCSC_CODE } from './pcsc-code.ts';
import { openPcscConnection } from './pcsc-connection.ts';
import { loadPcscLibrary, type PcscLibrary } from './pcsc-library.ts';
import { PcscMonitor } from './pcsc-monitor.ts';
import { PCSC_STATE } from './pcsc-state.ts';
import { createReaderLimits, type ReaderLimits } from './reader-limits.ts';

export interface PcscOptions {
  /**
   * Path of pcscd's socket, for a service other than the system's. It is handed to pcsc-lite through the
   * environment (PCSCLITE_CSOCK_NAME), and pcsc-lite looks only once: it holds for the whole process, and has
   * to be given with the first call. Linux only.
   */
  readonly socketName?: string;
  /** How long the monitor waits at most before it looks again, and between tries of a lost service. */
  readonly pollMs?: number;
  /**
   * How long a card may take to answer one command, and a reader to connect or to let go, before the call is
   * given up (`card-not-answering`, `reader-hanging`); 10 s when left out. A signature takes a real card less
   * than a second, the longest file some three on a weak field.
   */
  readonly answerWithinMs?: number;
}

/**
 * The readers of this machine through PC/SC: pcsc-lite on Linux, winscard on Windows, PCSC.framework on
 * macOS. Fails only with `reader-service-not-installed`; a service that is down is no failure here, since it
 * may come: `list` and `connect` then fail with `reader-service-down`, and `watch` reports it.
 */
export async function openPcscReaders(options: PcscOptions = {}): Promise<Attempt<CardReaders>> {
  if (options.socketName !== undefined) process.env['PCSCLITE_CSOCK_NAME'] = options.socketName;
  const library = await loadPcscLibrary();
  if (library.status === 'failed') return library;
  const limits = createReaderLimits({
    answerWithinMs: options.answerWithinMs ?? 10_000,
    endProcess: library.value.endProcess,
  });
  return done(pcscReaders(library.value, options.pollMs ?? 500, limits));
}

function pcscReaders(library: PcscLibrary, pollMs: number, limits: ReaderLimits): CardReaders {
  const monitor = new PcscMonitor(library, pollMs);
  return {
    list: () => listReaders(library),
    watch: (listener) => monitor.watch(listener),
    connect: (readerName) => openPcscConnection(library, readerName, limits),
    [Symbol.asyncDispose]: () => monitor[Symbol.asyncDispose](),
  };
}

async function listReaders(library: PcscLibrary): Promise<Attempt<readonly ReaderState[]>> {
  const { code, context } = await library.establishContext();
  if (code !== PCSC_CODE.success) return failureOfPcsc(code, 'establish context');
  try {
    const listed = await library.listReaders(context);
    if (listed.code === PCSC_CODE.noReadersAvailable || listed.readerNames.length === 0)
      return listed.code === PCSC_CODE.success || listed.code === PCSC_CODE.noReadersAvailable
        ? done([])
        : failureOfPcsc(listed.code, 'list readers');
    const asked = listed.readerNames.map((readerName) => ({ readerName, currentState: PCSC_STATE.unaware }));
    const { code: stateCode, readers } = await library.statusChange(context, 0, asked);
    if (stateCode !== PCSC_CODE.success) return failureOfPcsc(stateCode, 'reader states');
    return done(readers.map(({ readerName, eventState }) => ({ readerName, card: cardState(eventState) })));
  } finally {
    await library.releaseContext(context);
  }
}

function cardState(eventState: number): ReaderState['card'] {
  if ((eventState & PCSC_STATE.mute) !== 0) return 'mute';
  return (eventState & PCSC_STATE.present) !== 0 ? 'present' : 'absent';
}
