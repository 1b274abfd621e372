import { PCSC_CODE } from '../src/readers/pcsc-code.ts';
import type { PcscLibrary } from '../src/readers/pcsc-library.ts';

/** A PC/SC library in which every call succeeds and nothing happens, but for what a test puts in its place. */
export function fakePcsc(changes: Partial<PcscLibrary> = {}): PcscLibrary {
  return {
    establishContext: async () => ({ code: PCSC_CODE.success, context: 1n }),
    releaseContext: async () => PCSC_CODE.success,
    cancel: () => undefined,
    listReaders: async () => ({ code: PCSC_CODE.success, readerNames: ['Fake 00'] }),
    statusChange: async () => ({ code: PCSC_CODE.timeout, readers: [] }),
    connect: async () => ({ code: PCSC_CODE.success, card: 2n, protocol: 2 }),
    transmit: async () => ({ code: PCSC_CODE.success, length: 0 }),
    disconnect: async () => PCSC_CODE.success,
    endProcess: () => undefined,
    ...changes,
  };
}
