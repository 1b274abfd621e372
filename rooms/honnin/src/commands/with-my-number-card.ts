import type { MyNumberCard } from '@honnin/card';
import type { Attempt } from '@honnin/outcome';
import { type CardSource, openCommandSource } from './card-source.ts';
import { openMyNumberCardOnly } from './read-my-number-card.ts';

/** Opens the My Number card that a command's options name, and lets go of it when the work is done. */
export async function withMyNumberCard(
  options: Parameters<typeof openCommandSource>[0],
  work: (card: MyNumberCard, source: CardSource) => Promise<Attempt<unknown>>,
): Promise<Attempt<unknown>> {
  const source = await openCommandSource(options);
  if (source.status === 'failed') return source;
  await using open = source.value;
  const card = await openMyNumberCardOnly(open.connection);
  if (card.status === 'failed') return card;
  // Awaited here: the connection ends with this function.
  return await work(card.value, open);
}
