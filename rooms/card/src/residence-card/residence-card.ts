import type { Attempt } from '@honnin/outcome';
import type {
  ResidenceCardGeneration,
  ResidenceCardType,
  UnverifiedResidenceBack,
  UnverifiedResidenceCard,
} from './unverified-residence-card.ts';

/** The card's answer to its number. It keeps no counter: there is nothing to lock, and nothing to run out of. */
export type ResidenceNumberCheck = { readonly kind: 'accepted' } | { readonly kind: 'wrong' };

/**
 * A residence card, or a special permanent resident certificate, in an exclusive session. Calls are queued.
 *
 * Every call may fail as `CardConnection.transmit` does, and with `card-data-malformed`, `response-torn`,
 * `secure-messaging-broken` or `card-answered-error`; reading before the number was accepted is
 * `secret-required`. The number is the caller's: it is not wiped.
 */
export interface ResidenceCard extends Disposable {
  readonly generation: ResidenceCardGeneration;
  readonly type: ResidenceCardType;
  /** Version of the specification that the chip follows, such as `0001`. */
  readonly version: string;
  /**
   * Agrees on a session key by the card number (12 ASCII characters, see `residenceCardNumber`) and presents it.
   * What it shows is that chip and front have the same number, not that the chip is genuine. Fails with
   * `residence-number-malformed` before anything is sent, and with `residence-card-unauthenticated` when the
   * answer is not one to this session.
   */
  presentNumber(number: Uint8Array): Promise<Attempt<ResidenceNumberCheck>>;
  /** Photo, image, entries and signature: everything that is signed. */
  readFront(): Promise<Attempt<UnverifiedResidenceCard>>;
  /** Address, permissions and renewal. */
  readBack(): Promise<Attempt<UnverifiedResidenceBack>>;
}
