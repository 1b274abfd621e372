import { openPcscReaders } from '@honnin/card';
import { type Attempt, done } from '@honnin/outcome';
import { createInProcessReaders } from '../src/connecting/in-process-readers.ts';
import { privatePcscdForTests } from './private-pcscd-for-tests.ts';
import type { Desk } from './reading-a-card.suite.ts';

/** A desk whose reader is in process. */
export async function deskInProcess(): Promise<Attempt<Desk>> {
  const readers = createInProcessReaders(['tray']);
  return done({
    readers,
    readerName: 'tray',
    insert: async (card) => readers.insert('tray', card),
    remove: async () => readers.remove('tray'),
    [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose](),
  });
}

/** A desk whose reader is the virtual one of a real pcscd, or why there is none on this machine. */
export async function deskWithPcscd(): Promise<Attempt<Desk> | { readonly skip: string }> {
  const started = await privatePcscdForTests();
  if ('skip' in started) return started;
  const { pcscd, end } = started;
  const readers = await openPcscReaders({ socketName: pcscd.socketName, pollMs: 100 });
  if (readers.status === 'failed') {
    await end();
    return readers;
  }
  return done({
    readers: readers.value,
    readerName: pcscd.readerNames[0],
    insert: (card) => pcscd.insert(card),
    remove: () => pcscd.remove(),
    async [Symbol.asyncDispose]() {
      await readers.value[Symbol.asyncDispose]();
      await end();
    },
  });
}
