import { done } from '@honnin/outcome';
import { describeReadingAResidenceCard } from '../../test/reading-a-residence-card.suite.ts';
import { createInProcessReaders } from '../connecting/in-process-readers.ts';

describeReadingAResidenceCard('in process', async () => {
  const readers = createInProcessReaders(['tray']);
  return done({
    readers,
    readerName: 'tray',
    insert: async (card) => readers.insert('tray', card),
    remove: async () => readers.remove('tray'),
    [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose](),
  });
});
