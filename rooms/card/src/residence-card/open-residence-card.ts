import { randomBytes } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import { CardChannel } from '../apdu/card-channel.ts';
import type { CardConnection } from '../apdu/card-connection.ts';
import { fail } from '../fail.ts';
import { closeSession, presentNumber } from './present-number.ts';
import { readResidenceBack } from './read-residence-back.ts';
import { readResidenceFront } from './read-residence-front.ts';
import { recogniseResidenceCard } from './recognise-residence-card.ts';
import type { ResidenceCard } from './residence-card.ts';
import type { ResidenceSession } from './residence-session.ts';

export interface ResidenceCardOptions {
  /** Cryptographic random bytes, for the terminal's challenge and half of the session key. */
  readonly random?: (length: number) => Uint8Array;
}

/**
 * Recognises a residence card by the free files of its MF. Anything else is `document-not-supported`. The
 * connection stays the caller's; disposing of the card forgets the session key.
 */
export async function openResidenceCard(
  connection: CardConnection,
  options: ResidenceCardOptions = {},
): Promise<Attempt<ResidenceCard>> {
  const { random = (length) => Uint8Array.from(randomBytes(length)) } = options;
  const channel = new CardChannel(connection);
  const kind = await recogniseResidenceCard(channel);
  if (kind.status === 'failed') return kind;
  if (kind.value === null) return fail('document-not-supported', 'no residence card');
  const { generation, type, version } = kind.value;
  const session: ResidenceSession = { channel, generation, type, random, opened: null };
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  return done({
    generation,
    type,
    version,
    presentNumber: (number) => inTurn(() => presentNumber(session, number)),
    readFront: () => inTurn(() => readResidenceFront(session)),
    readBack: () => inTurn(() => readResidenceBack(session)),
    [Symbol.dispose]: () => closeSession(session),
  });
}
