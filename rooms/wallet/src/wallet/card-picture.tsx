import { useState } from 'react';
import type { WalletCard } from '../wallet-api.ts';
import { DrawnCard } from './drawn-card.tsx';

/** The printed side of a card; drawn where there is no picture of it, as of one's own. */
export function CardPicture(props: { readonly card: WalletCard }) {
  const { card } = props;
  const [isMissing, setMissing] = useState(false);
  if (card.cardFront === undefined || isMissing) return <DrawnCard card={card} />;
  return <img className="card-picture" src={card.cardFront} alt="" onError={() => setMissing(true)} />;
}
