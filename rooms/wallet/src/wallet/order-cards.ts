import type { WalletCard } from '../wallet-api.ts';

/** The card of the start page's tour. */
const tourCard = 'sato';

/** One's own cards first, then the one of the tour, then ordinary cards before those with something special. */
export function orderCards(cards: readonly WalletCard[]): readonly WalletCard[] {
  const rank = (card: WalletCard) =>
    card.own ? 0 : card.id === tourCard ? 1 : card.condition === 'valid' ? 2 : 3;
  return [...cards].sort((a, b) => rank(a) - rank(b));
}
