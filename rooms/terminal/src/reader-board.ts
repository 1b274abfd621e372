import type { ReaderEvent } from '@honnin/card';
import type { ReaderState } from './screen-protocol.ts';

/** Which readers there are, and on which a card lies. */
export interface ReaderBoard {
  heed(event: ReaderEvent): void;
  /** Whether this terminal uses the reader. */
  heeds(readerName: string): boolean;
  hasCard(readerName: string): boolean;
  state(): ReaderState;
}

/** `only`: the one reader to use; null for all of them. */
export function createReaderBoard(only: string | null): ReaderBoard {
  const readers = new Set<string>();
  const cards = new Set<string>();
  let serviceDown = false;
  const heeds = (readerName: string) => only === null || only === readerName;
  return {
    heed(event) {
      switch (event.kind) {
        case 'reader-added':
          readers.add(event.readerName);
          break;
        case 'reader-removed':
          readers.delete(event.readerName);
          cards.delete(event.readerName);
          break;
        case 'card-inserted':
          readers.add(event.readerName);
          cards.add(event.readerName);
          break;
        case 'card-removed':
          cards.delete(event.readerName);
          break;
        case 'service-lost':
          serviceDown = true;
          readers.clear();
          cards.clear();
          break;
        case 'service-back':
          serviceDown = false;
          break;
      }
    },
    heeds,
    hasCard: (readerName) => cards.has(readerName),
    state() {
      if (serviceDown) return 'service-down';
      return [...readers].some(heeds) ? 'ready' : 'missing';
    },
  };
}
