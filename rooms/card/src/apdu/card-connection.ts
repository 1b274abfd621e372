import type { Attempt } from '@honnin/outcome';

/**
 * One exclusive session with one card: from opening to disposal no other process reaches the card, and a
 * session never passes over to another card (a swapped card is `card-removed`, for good).
 */
export interface CardConnection extends AsyncDisposable {
  readonly readerName: string;
  /** Answer to reset, as the reader reports it (ISO/IEC 7816-3 §8). For display only: it identifies nothing. */
  readonly atr: Uint8Array;
  /**
   * Sends one command APDU and returns the response APDU with its two status bytes. Fails with
   * `card-removed`, `card-contact-lost`, `card-not-answering`, `card-mute`, `command-refused`,
   * `reader-missing`, `reader-service-down` or `response-torn`; a status word other than 9000 is not a failure here.
   * The response is the caller's to wipe; the command is wiped by the caller once this has settled.
   */
  transmit(command: Uint8Array): Promise<Attempt<Uint8Array>>;
}
