import type { MyNumberCard, SecretName } from '@honnin/card';
import { type Attempt, done, failed, reason } from '@honnin/outcome';

/**
 * How many tries a secret has left, in words for its question. Fails where asking for it would be in vain
 * (`pin-locked`), or would risk the last try without the person's say (`pin-last-try`).
 */
export async function triesLeftText(
  card: MyNumberCard,
  secret: SecretName,
  spendLastTry: boolean,
): Promise<Attempt<string>> {
  const tries = await card.triesLeft(secret);
  if (tries.status === 'failed') return tries;
  if (tries.value === 0) return failed(reason('pin-locked'));
  if (tries.value === 1 && !spendLastTry)
    return failed(reason('pin-last-try', 'to use it, give --spend-last-try'));
  return done(tries.value === 1 ? 'one try left' : `${tries.value} tries left`);
}
