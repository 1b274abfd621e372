import type { Reason } from '@honnin/outcome';
import type { ReaderState } from './card-readers.ts';
import { openPcscReaders, type PcscOptions } from './open-pcsc-readers.ts';
import { pcscLayout } from './pcsc-layout.ts';

/** What `honnin doctor` and `honnin card list` say about card readers. */
export interface ReaderReport {
  /** Name of the platform's PC/SC library; null on a platform that has none. */
  readonly library: string | null;
  readonly libraryFound: boolean;
  readonly serviceReachable: boolean;
  readonly readers: readonly ReaderState[];
  /** What stands in the way, when something does: a code of this room's failure table. */
  readonly reason?: Reason;
}

/** Looks at library, service and readers, in that order, and stops at what is missing. Never throws. */
export async function describeReaders(options: PcscOptions = {}): Promise<ReaderReport> {
  const library = pcscLayout(process.platform)?.library ?? null;
  const opened = await openPcscReaders(options);
  if (opened.status === 'failed')
    return { library, libraryFound: false, serviceReachable: false, readers: [], reason: opened.reason };
  await using readers = opened.value;
  const listed = await readers.list();
  if (listed.status === 'failed')
    return { library, libraryFound: true, serviceReachable: false, readers: [], reason: listed.reason };
  const found = { library, libraryFound: true, serviceReachable: true, readers: listed.value };
  return listed.value.length === 0 ? { ...found, reason: { code: 'reader-missing' } } : found;
}
