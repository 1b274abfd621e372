import { openPcscReaders } from '@honnin/card';
import { done } from '@honnin/outcome';
import { privatePcscdForTests } from '../../test/private-pcscd-for-tests.ts';
import { describeReadingAResidenceCard } from '../../test/reading-a-residence-card.suite.ts';

describeReadingAResidenceCard('through pcscd and the virtual reader', async () => {
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
});
