import type { TestAuthority } from '@honnin/pki';
import type { CardHolder } from '../issuing/card-holder.ts';
import type { CardKeys } from '../issuing/card-keys.ts';

/** Everything that the applications of one card are built from. */
export interface CardPlan {
  readonly authority: TestAuthority;
  readonly holder: CardHolder;
  readonly keys: CardKeys;
  readonly authenticationCertificate: Uint8Array;
  /** Null for a card without a signature password. */
  readonly signatureCertificate: Uint8Array | null;
  /** 14 ASCII digits. */
  readonly matchingNumberB: Uint8Array;
  /** 15 digits, the card's own number. */
  readonly serial: string;
  readonly atr: Uint8Array;
}
