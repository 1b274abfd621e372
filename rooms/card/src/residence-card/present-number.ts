import { type Attempt, done } from '@honnin/outcome';
import { failureOf } from '../apdu/card-channel.ts';
import { STATUS_WORD } from '../apdu/status-word.ts';
import { fail } from '../fail.ts';
import { openHalf, sealHalf } from './mutual-authentication.ts';
import type { ResidenceNumberCheck } from './residence-card.ts';
import { residenceCardNumber } from './residence-card-number.ts';
import { cipherOf, type ResidenceSession } from './residence-session.ts';
import { protect, SECURE_CLASS } from './secure-messaging.ts';
import { accessKey, sessionKey } from './session-keys.ts';

const CHALLENGE = 8;

/**
 * GET CHALLENGE, MUTUAL AUTHENTICATE, VERIFY (§3.5.2 of both specifications). A number that is not the chip's is
 * already refused by the second (6300); the card's own half is checked for the key and for both challenges, so
 * that answers recorded in another session do not pass.
 */
export async function presentNumber(
  session: ResidenceSession,
  number: Uint8Array,
): Promise<Attempt<ResidenceNumberCheck>> {
  closeSession(session);
  const text = new TextDecoder('latin1').decode(number);
  if (residenceCardNumber(text) === undefined || text.length !== number.length || /[^A-Z0-9]/.test(text))
    return fail('residence-number-malformed');
  const key = accessKey(number);
  try {
    const agreed = await agreeOnKey(session, key);
    if (agreed.status === 'failed') return agreed;
    if (agreed.value === null) return done({ kind: 'wrong' });
    const verified = await verifyNumber(session, agreed.value, number);
    if (verified.status === 'done' && verified.value.kind === 'accepted') {
      session.opened = { key: agreed.value, number: text };
    } else {
      agreed.value.fill(0);
    }
    return verified;
  } finally {
    key.fill(0);
  }
}

/** Forgets the session key; the card keeps its half until it is reset. */
export function closeSession(session: ResidenceSession): void {
  session.opened?.key.fill(0);
  session.opened = null;
}

/** The session key; null when the card does not know the number. */
async function agreeOnKey(session: ResidenceSession, key: Uint8Array): Promise<Attempt<Uint8Array | null>> {
  const { channel, random } = session;
  const cipher = cipherOf(session.generation);
  const challenge = await channel.send({ cla: 0, ins: 0x84, p1: 0, p2: 0, le: CHALLENGE });
  if (challenge.status === 'failed') return challenge;
  if (challenge.value.statusWord !== STATUS_WORD.ok)
    return failureOf(challenge.value.statusWord, 'GET CHALLENGE');
  const cardChallenge = challenge.value.data;
  if (cardChallenge.length !== CHALLENGE) return fail('response-torn', 'GET CHALLENGE');

  const ownChallenge = random(CHALLENGE);
  const keyHalf = random(16);
  const data = sealHalf(cipher, key, { own: ownChallenge, other: cardChallenge, keyHalf });
  const answer = await channel.send({ cla: 0, ins: 0x82, p1: 0, p2: 0, data, le: 0x100 });
  if (answer.status === 'failed') return answer;
  if (answer.value.statusWord === STATUS_WORD.wrongWithoutCounter) return done(null);
  if (answer.value.statusWord !== STATUS_WORD.ok)
    return failureOf(answer.value.statusWord, 'MUTUAL AUTHENTICATE');
  const half = openHalf(cipher, key, answer.value.data);
  if (half === undefined) return fail('residence-card-unauthenticated', 'the MAC does not hold');
  if (Buffer.compare(half.own, cardChallenge) !== 0 || Buffer.compare(half.other, ownChallenge) !== 0)
    return fail('residence-card-unauthenticated', 'an answer to another challenge');
  const agreed = sessionKey(keyHalf, half.keyHalf);
  keyHalf.fill(0);
  half.keyHalf.fill(0);
  return done(agreed);
}

async function verifyNumber(
  session: ResidenceSession,
  key: Uint8Array,
  number: Uint8Array,
): Promise<Attempt<ResidenceNumberCheck>> {
  const data = protect(cipherOf(session.generation), key, number);
  const answer = await session.channel.send({ cla: SECURE_CLASS, ins: 0x20, p1: 0, p2: 0x86, data });
  if (answer.status === 'failed') return answer;
  const { statusWord } = answer.value;
  if (statusWord === STATUS_WORD.ok) return done({ kind: 'accepted' });
  if (statusWord === STATUS_WORD.wrongWithoutCounter) return done({ kind: 'wrong' });
  return failureOf(statusWord, 'VERIFY of the card number');
}
