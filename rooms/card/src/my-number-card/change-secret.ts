import { type Attempt, done } from '@honnin/outcome';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { presentSecret } from './present-secret.ts';
import type { SecretCheck } from './secret-check.ts';
import type { SecretPlace } from './secret-place.ts';
import type { SpendOptions } from './spend-options.ts';

/**
 * Presents the present secret as `presentSecret` does and, once it was accepted, sets the next one: by CHANGE
 * REFERENCE DATA (`00 24 01 80`), or by the card's own CHANGE KEY (`80 32 00 80`) in the common and the
 * resident-register application. `accepted` means that the new one holds.
 */
export async function changeSecret(
  channel: CardChannel,
  place: SecretPlace,
  secrets: { readonly current: Uint8Array; readonly next: Uint8Array },
  options: SpendOptions,
): Promise<Attempt<SecretCheck>> {
  const presented = await presentSecret(channel, place, secrets.current, options);
  if (presented.status === 'failed' || presented.value.kind !== 'accepted') return presented;
  const command =
    place.change === 'key'
      ? { cla: 0x80, ins: 0x32, p1: 0x00, p2: 0x80 }
      : { cla: 0x00, ins: 0x24, p1: 0x01, p2: 0x80 };
  const answer = await channel.send({ ...command, data: secrets.next });
  if (answer.status === 'failed') return answer;
  return answer.value.statusWord === STATUS_WORD.ok
    ? done({ kind: 'accepted' })
    : failureOf(answer.value.statusWord, `change of a secret of ${place.application}`);
}
