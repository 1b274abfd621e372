import type { CardChannel } from '../apdu/card-channel.ts';
import { aes } from './aes.ts';
import type { BlockCipher } from './block-cipher.ts';
import { tripleDes } from './triple-des.ts';
import type { ResidenceCardGeneration, ResidenceCardType } from './unverified-residence-card.ts';

/** What the conversation with one residence card goes by. */
export interface ResidenceSession {
  readonly channel: CardChannel;
  readonly generation: ResidenceCardGeneration;
  readonly type: ResidenceCardType;
  readonly random: (length: number) => Uint8Array;
  /** Set once the card took its number. */
  opened: { readonly key: Uint8Array; readonly number: string } | null;
}

/** The cipher of a generation. */
export function cipherOf(generation: ResidenceCardGeneration): BlockCipher {
  return generation === 'first' ? tripleDes : aes;
}
