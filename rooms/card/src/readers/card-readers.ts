import type { Attempt } from '@honnin/outcome';
import type { CardConnection } from '../apdu/card-connection.ts';
import type { ReaderEvent } from './reader-event.ts';

/** A reader and whether a card lies on it; `mute` is a card that does not answer the reset. */
export interface ReaderState {
  readonly readerName: string;
  readonly card: 'present' | 'absent' | 'mute';
}

/** The card readers of this machine, real or simulated. */
export interface CardReaders extends AsyncDisposable {
  list(): Promise<Attempt<readonly ReaderState[]>>;
  /** Reports the present state first, as if it had just come about, then every change. */
  watch(listener: (event: ReaderEvent) => void): Disposable;
  /**
   * Opens an exclusive session. Fails with `card-absent`, `card-mute`, `card-in-use`, `reader-missing`,
   * `reader-hanging` or `reader-service-down`.
   */
  connect(readerName: string): Promise<Attempt<CardConnection>>;
}
