import type { BeforeCamera, WalletCard } from '../wallet-api.ts';

/**
 * Who goes before the kiosk's camera when a card is laid down: its holder, or the person at the webcam. Null
 * leaves things as they are: the infant, of whom there are no pictures.
 */
export function whoStepsForward(
  card: Pick<WalletCard, 'id' | 'own' | 'canStandBeforeCamera'>,
  isItMe: 'webcam' | 'persona',
): BeforeCamera | null {
  if (isItMe === 'webcam' || card.own) return { kind: 'webcam' };
  return card.canStandBeforeCamera ? { kind: 'persona', id: card.id } : null;
}
