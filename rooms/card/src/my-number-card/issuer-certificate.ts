import { type Attempt, done } from '@honnin/outcome';
import type { CardChannel } from '../apdu/card-channel.ts';
import { fail } from '../fail.ts';

/** Reads a card-verifiable certificate (object 7F21) out of the selected application. */
export async function readIssuerCertificate(
  channel: CardChannel,
  file: number,
): Promise<Attempt<Uint8Array>> {
  const object = await channel.readObject(file, 0x7f21);
  if (object.status === 'failed') return object;
  return object.value === null
    ? fail('card-data-malformed', 'issuer certificate is empty')
    : done(object.value);
}
