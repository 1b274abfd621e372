import { type Attempt, done } from '@honnin/outcome';
import { type CardChannel, failureOf } from '../apdu/card-channel.ts';
import { isLocked, STATUS_WORD, triesLeftOf } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import type { SecretCheck } from './secret-check.ts';
import type { SecretPlace } from './secret-place.ts';
import type { SpendOptions } from './spend-options.ts';

const VERIFY = { cla: 0, ins: 0x20, p1: 0x00, p2: 0x80 } as const;

/**
 * Asks how many tries a secret has left (VERIFY without data, ISO/IEC 7816-4 §7.5.6), which spends none.
 * Leaves the key file selected. Where the secret counts as presented already, the card answers 9000 and
 * tells no number: the application is then selected anew.
 */
export async function askTriesLeft(channel: CardChannel, place: SecretPlace): Promise<Attempt<number>> {
  // How a card answers the query under a session key is not known: that session ends here.
  const application = channel.isProtected
    ? await channel.reselectApplication(place.aid, place.application)
    : await channel.selectApplication(place.aid, place.application);
  if (application.status === 'failed') return application;
  for (const last of [false, true]) {
    const file = await channel.selectFile(place.file);
    if (file.status === 'failed') return file;
    const answer = await channel.send(VERIFY);
    if (answer.status === 'failed') return answer;
    const { statusWord } = answer.value;
    const tries = triesLeftOf(statusWord);
    if (tries !== undefined) return done(tries);
    if (isLocked(statusWord)) return done(0);
    if (statusWord !== STATUS_WORD.ok || last)
      return failureOf(statusWord, `VERIFY query of ${place.application}`);
    const again = await channel.reselectApplication(place.aid, place.application);
    if (again.status === 'failed') return again;
  }
  return fail('card-answered-error', 'VERIFY query');
}

/**
 * Presents a secret, having asked the counter first: a locked one is not presented, and the last try is
 * spent only when the caller says so (else `pin-last-try` or `matching-number-last-try`).
 */
export async function presentSecret(
  channel: CardChannel,
  place: SecretPlace,
  secret: Uint8Array,
  options: SpendOptions,
): Promise<Attempt<SecretCheck>> {
  const tries = await askTriesLeft(channel, place);
  if (tries.status === 'failed') return tries;
  if (tries.value === 0) return done({ kind: 'locked' });
  if (tries.value === 1 && options.spendLastTry !== true) {
    return fail(place.kind === 'pin' ? 'pin-last-try' : 'matching-number-last-try');
  }
  const answer = await channel.send({ ...VERIFY, data: secret });
  if (answer.status === 'failed') return answer;
  const { statusWord } = answer.value;
  if (statusWord === STATUS_WORD.ok) return done({ kind: 'accepted' });
  const left = statusWord === STATUS_WORD.wrongWithoutCounter ? tries.value - 1 : triesLeftOf(statusWord);
  if (left === 0 || isLocked(statusWord)) return done({ kind: 'locked' });
  if (left !== undefined) return done({ kind: 'wrong', triesLeft: left });
  return failureOf(statusWord, `VERIFY of ${place.application}`);
}

/** Turns anything but acceptance into a failure, for calls that present a secret and go on. */
export function requireAccepted(check: Attempt<SecretCheck>, kind: SecretPlace['kind']): Attempt<null> {
  if (check.status === 'failed') return check;
  switch (check.value.kind) {
    case 'accepted':
      return done(null);
    case 'locked':
      return fail(kind === 'pin' ? 'pin-locked' : 'matching-number-locked');
    case 'wrong':
      return fail(
        kind === 'pin' ? 'pin-wrong' : 'matching-number-wrong',
        `tries left: ${check.value.triesLeft}`,
      );
  }
}
