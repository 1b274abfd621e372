import { expect, it } from 'vitest';
import { sampleWallet } from '../gallery/sample-wallet.ts';
import { orderCards } from './order-cards.ts';

it("puts one's own card first, then the tour's, and special cards last, losing none", () => {
  const mixed = [...sampleWallet.empty.cards].reverse().sort((a, b) => b.id.localeCompare(a.id));
  expect(orderCards(mixed).map(({ id }) => id)).toEqual(['own-1', 'sato', 'tanaka', 'yoshida', 'kato']);
});
