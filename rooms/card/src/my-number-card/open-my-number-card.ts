import { randomBytes } from 'node:crypto';
import { type Attempt, done } from '@honnin/outcome';
import { CardChannel } from '../apdu/card-channel.ts';
import type { CardConnection } from '../apdu/card-connection.ts';
import { fail } from '../fail.ts';
import { cardFaceCalls } from './card-face-calls.ts';
import { readCardObjects } from './card-objects.ts';
import { type CardTalk, createCardTalk } from './card-talk.ts';
import { proveCommonKey, readCommonRecord, readKeyReference } from './common-application.ts';
import { readTokenInfo, selectJpki } from './jpki-application.ts';
import { jpkiCalls } from './jpki-calls.ts';
import type { MyNumberCard } from './my-number-card.ts';
import { askTriesLeft } from './present-secret.ts';
import { SECRET_PLACE } from './secret-place.ts';
import { textInputCalls } from './text-input-calls.ts';
import { signWithVerifierExtension } from './verifier-extension.ts';

export interface OpenMyNumberCardOptions {
  /** Cryptographic random bytes, for session keys. */
  readonly random?: (length: number) => Uint8Array;
}

/**
 * Recognises a My Number card by its JPKI application and the label in EF 0006, never by its ATR. Anything
 * else is `card-not-my-number`; a card that cannot be talked to fails as `CardConnection.transmit` does. The
 * connection stays the caller's.
 */
export async function openMyNumberCard(
  connection: CardConnection,
  options: OpenMyNumberCardOptions = {},
): Promise<Attempt<MyNumberCard>> {
  const { random = (length) => Uint8Array.from(randomBytes(length)) } = options;
  const channel = new CardChannel(connection);
  const selected = await selectJpki(channel);
  if (selected.status === 'failed')
    return isAnswer(selected.reason.code) ? fail('card-not-my-number', selected.reason.detail) : selected;
  const token = await readTokenInfo(channel);
  // The application is there: a chip that fails to read it is a damaged one, not one of another kind.
  if (token.status === 'failed')
    return isWithoutToken(token.reason.code) ? fail('card-not-my-number', token.reason.detail) : token;
  if (token.value.kind !== 'my-number-card')
    return fail('card-not-my-number', `token kind: ${token.value.kind}`);
  return done(myNumberCard(createCardTalk(channel, random)));
}

/** What a card answers is about the card; what the transport answers is not. */
const isAnswer = (code: string) =>
  isWithoutToken(code) || code === 'card-answered-error' || code === 'secret-required';

const isWithoutToken = (code: string) => code === 'card-file-missing' || code === 'card-data-malformed';

function myNumberCard(talk: CardTalk): MyNumberCard {
  const { channel, inTurn } = talk;
  const { readCardFaceInfo, ...cardFace } = cardFaceCalls(talk);
  const { readTextInputInfo, ...textInput } = textInputCalls(talk);
  return {
    ...jpkiCalls(talk),
    ...cardFace,
    ...textInput,
    readApplicationInfo: (application) =>
      application === 'card-face' ? readCardFaceInfo() : readTextInputInfo(),
    readCommonRecord: () => inTurn(() => readCommonRecord(channel)),
    readKeyReference: (application) => inTurn(() => readKeyReference(channel, application)),
    proveCommonKey: (challenge) => inTurn(() => proveCommonKey(channel, challenge)),
    readCardObjects: () => inTurn(() => readCardObjects(channel)),
    triesLeft: (secret) => inTurn(() => askTriesLeft(channel, SECRET_PLACE[secret])),
    changeSecret: (secret, secrets, spend) => inTurn(() => talk.change(secret, secrets, spend)),
    signAuthorisedByVerifier: (sha256) => inTurn(() => signWithVerifierExtension(channel, sha256)),
  };
}
