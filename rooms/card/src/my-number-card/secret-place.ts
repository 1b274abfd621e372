import type { SecretName } from './my-number-card.ts';
import {
  AID,
  CARD_FACE_FILE,
  COMMON_FILE,
  JPKI_FILE,
  RESIDENT_REGISTER_FILE,
  TEXT_INPUT_FILE,
} from './my-number-files.ts';
import type { SecretForm } from './secret-form.ts';

/** Where a secret lives on the card, what it looks like, and how its holder changes it. */
export interface SecretPlace {
  readonly aid: Uint8Array;
  readonly application: string;
  readonly file: number;
  readonly kind: 'pin' | 'matching-number';
  readonly form: SecretForm;
  readonly change: 'reference-data' | 'key' | 'never';
}

const digits = (count: number): SecretForm => ({ shortest: count, longest: count, letters: false });

const jpkiPin: SecretPlace = {
  aid: AID.jpki,
  application: 'JPKI',
  file: JPKI_FILE.authenticationPin,
  kind: 'pin',
  form: digits(4),
  change: 'reference-data',
};
const cardFaceB: SecretPlace = {
  aid: AID.cardFace,
  application: 'card face',
  file: CARD_FACE_FILE.matchingNumberB,
  kind: 'matching-number',
  form: digits(14),
  change: 'never',
};
const textInputPin: SecretPlace = {
  ...jpkiPin,
  aid: AID.textInput,
  application: 'text input',
  file: TEXT_INPUT_FILE.pin,
};
const commonPin: SecretPlace = {
  ...jpkiPin,
  aid: AID.common,
  application: 'common',
  file: COMMON_FILE.pin,
  change: 'key',
};

/** Every secret of the card that its holder knows or that stands on its front. */
export const SECRET_PLACE: Readonly<Record<SecretName, SecretPlace>> = {
  'authentication-pin': jpkiPin,
  'signature-password': {
    ...jpkiPin,
    file: JPKI_FILE.signaturePassword,
    form: { shortest: 6, longest: 16, letters: true },
  },
  'matching-number-b': cardFaceB,
  'matching-number-a': { ...cardFaceB, file: CARD_FACE_FILE.matchingNumberA, form: digits(12) },
  'birth-date': { ...cardFaceB, file: CARD_FACE_FILE.birthDateKey, form: digits(6) },
  'text-input-pin': textInputPin,
  'text-input-matching-number-b': {
    ...cardFaceB,
    aid: textInputPin.aid,
    application: textInputPin.application,
    file: TEXT_INPUT_FILE.matchingNumberB,
  },
  'text-input-matching-number-a': {
    ...cardFaceB,
    aid: textInputPin.aid,
    application: textInputPin.application,
    file: TEXT_INPUT_FILE.matchingNumberA,
    form: digits(12),
  },
  'common-pin': commonPin,
  'resident-register-pin': {
    ...commonPin,
    aid: AID.residentRegister,
    application: 'resident register',
    file: RESIDENT_REGISTER_FILE.pin,
  },
};
