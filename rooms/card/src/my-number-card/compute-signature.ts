import { type Attempt, done } from '@honnin/outcome';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';

/** Length of every signature of the card: its keys are RSA of 2048 bits. */
const SIGNATURE_LENGTH = 256;

/**
 * COMPUTE DIGITAL SIGNATURE (`80 2A`). P1 is the scheme (00: PKCS #1 v1.5 over the data as given, 02: over a
 * SHA-256 digest), P2 the key (80: the selected key file, 00: the application's own).
 */
export async function computeSignature(
  channel: CardChannel,
  key: { readonly p1: number; readonly p2: number; readonly name: string },
  data: Uint8Array,
): Promise<Attempt<Uint8Array>> {
  const answer = await channel.send({ cla: 0x80, ins: 0x2a, p1: key.p1, p2: key.p2, data, le: 0x100 });
  if (answer.status === 'failed') return answer;
  if (answer.value.statusWord !== STATUS_WORD.ok)
    return failureOf(answer.value.statusWord, `sign with ${key.name}`);
  if (answer.value.data.length !== SIGNATURE_LENGTH)
    return fail('response-torn', `signature of ${answer.value.data.length} bytes`);
  return done(answer.value.data.slice());
}
