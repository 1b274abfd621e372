import { type Attempt, done, unreachable } from '@honnin/outcome';
import { CardChannel } from '../apdu/card-channel.ts';
import type { CardConnection } from '../apdu/card-connection.ts';
import { fail } from '../fail.ts';
import {
  cardFaceMatchingNumberA,
  cardFaceMatchingNumberB,
  proveCardFaceKey,
  readCardFace,
  readCardFaceIssuer,
} from './card-face-application.ts';
import { readCommonRecord } from './common-application.ts';
import {
  authenticationPin,
  readAvailability,
  readJpkiCertificate,
  readTokenInfo,
  selectJpki,
  signaturePassword,
  signWithJpkiKey,
} from './jpki-application.ts';
import type { MyNumberCard, SecretName, SpendOptions } from './my-number-card.ts';
import { JPKI_FILE } from './my-number-files.ts';
import { askTriesLeft, presentSecret, requireAccepted, type SecretPlace } from './present-secret.ts';
import type { SecretCheck } from './secret-check.ts';
import { hasForm, type SecretForm } from './secret-form.ts';
import type { TextInputSecret } from './text-attributes.ts';
import {
  readTextAttributes,
  readTextInputIssuer,
  textInputMatchingNumberB,
  textInputPin,
} from './text-input-application.ts';
import { signWithVerifierExtension } from './verifier-extension.ts';

/**
 * Recognises a My Number card by its JPKI application and the label in EF 0006, never by its ATR. Anything
 * else is `card-not-my-number`; a card that cannot be talked to fails as `CardConnection.transmit` does. The
 * connection stays the caller's.
 */
export async function openMyNumberCard(connection: CardConnection): Promise<Attempt<MyNumberCard>> {
  const channel = new CardChannel(connection);
  const selected = await selectJpki(channel);
  if (selected.status === 'failed') return notMyNumber(selected.reason) ?? selected;
  const token = await readTokenInfo(channel);
  if (token.status === 'failed') return notMyNumber(token.reason) ?? token;
  if (token.value.kind !== 'my-number-card')
    return fail('card-not-my-number', `token kind: ${token.value.kind}`);
  return done(myNumberCard(channel));
}

/** What a card answers is about the card; what the transport answers is not. */
function notMyNumber(reason: { code: string; detail?: string }) {
  const answers = ['card-file-missing', 'card-answered-error', 'card-data-malformed', 'secret-required'];
  return answers.includes(reason.code) ? fail('card-not-my-number', reason.detail) : undefined;
}

const DIGITS_4: SecretForm = { shortest: 4, longest: 4, letters: false };
const DIGITS_14: SecretForm = { shortest: 14, longest: 14, letters: false };
const PASSWORD: SecretForm = { shortest: 6, longest: 16, letters: true };

function myNumberCard(channel: CardChannel): MyNumberCard {
  const inTurn = queue();
  const present = (place: SecretPlace, form: SecretForm, secret: Uint8Array, options: SpendOptions = {}) =>
    presentChecked(channel, place, form, secret, options);
  const presentPassword = async (password: Uint8Array, options?: SpendOptions) => {
    const upperCase = password.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));
    try {
      return await present(signaturePassword, PASSWORD, upperCase, options);
    } finally {
      upperCase.fill(0);
    }
  };
  return {
    readAuthenticationCertificate: () =>
      inTurn(() => readJpkiCertificate(channel, JPKI_FILE.authenticationCertificate)),
    readAuthenticationAuthority: () =>
      inTurn(() => readJpkiCertificate(channel, JPKI_FILE.authenticationAuthority)),
    readSignatureAuthority: () => inTurn(() => readJpkiCertificate(channel, JPKI_FILE.signatureAuthority)),
    readTokenInfo: () => inTurn(() => readTokenInfo(channel)),
    readCertificateAvailability: () => inTurn(() => readAvailability(channel)),
    readCommonRecord: () => inTurn(() => readCommonRecord(channel)),
    triesLeft: (secret) => inTurn(() => askTriesLeft(channel, placeOf(secret))),

    verifyAuthenticationPin: (pin, options) =>
      inTurn(() => present(authenticationPin, DIGITS_4, pin, options)),
    signForAuthentication: (sha256) =>
      inTurn(() => signWithJpkiKey(channel, JPKI_FILE.authenticationKey, sha256)),

    verifySignaturePassword: (password, options) => inTurn(() => presentPassword(password, options)),
    readSignatureCertificate: (password, options) =>
      inTurn(async () => {
        const accepted = requireAccepted(await presentPassword(password, options), 'pin');
        if (accepted.status === 'failed') return accepted;
        return readJpkiCertificate(channel, JPKI_FILE.signatureCertificate);
      }),
    signForSignature: (sha256) => inTurn(() => signWithJpkiKey(channel, JPKI_FILE.signatureKey, sha256)),

    openCardFace: (number, options) =>
      inTurn(() => present(cardFaceMatchingNumberB, DIGITS_14, number, options)),
    readCardFace: () => inTurn(() => readCardFace(channel)),
    readCardFaceIssuer: () => inTurn(() => readCardFaceIssuer(channel)),
    proveCardFaceKey: (challenge) => inTurn(() => proveCardFaceKey(channel, challenge)),

    readTextAttributes: (secret, options) =>
      inTurn(async () => {
        const { place, form, value } = textInputSecret(secret);
        const accepted = requireAccepted(await present(place, form, value, options), place.kind);
        return accepted.status === 'failed' ? accepted : readTextAttributes(channel);
      }),
    readTextInputIssuer: () => inTurn(() => readTextInputIssuer(channel)),
    signAuthorisedByVerifier: (sha256) => inTurn(() => signWithVerifierExtension(channel, sha256)),
  };
}

async function presentChecked(
  channel: CardChannel,
  place: SecretPlace,
  form: SecretForm,
  secret: Uint8Array,
  options: SpendOptions,
): Promise<Attempt<SecretCheck>> {
  if (!hasForm(secret, form)) return fail('secret-malformed');
  return presentSecret(channel, place, secret, options);
}

function placeOf(secret: SecretName): SecretPlace {
  switch (secret) {
    case 'authentication-pin':
      return authenticationPin;
    case 'signature-password':
      return signaturePassword;
    case 'matching-number-b':
      return cardFaceMatchingNumberB;
    case 'matching-number-a':
      return cardFaceMatchingNumberA;
    case 'text-input-pin':
      return textInputPin;
    default:
      return unreachable(secret);
  }
}

function textInputSecret(secret: TextInputSecret) {
  return 'textInputPin' in secret
    ? { place: textInputPin, form: DIGITS_4, value: secret.textInputPin }
    : { place: textInputMatchingNumberB, form: DIGITS_14, value: secret.matchingNumberB };
}

/** Lets one conversation with the card end before the next begins: SELECT and what follows belong together. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}
