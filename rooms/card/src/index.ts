export type { CardConnection } from './card-connection.ts';
export type { CardReaders, ReaderState } from './card-readers.ts';
export type { CertificateAvailability } from './certificate-availability.ts';
export type { CommonRecord } from './common-record.ts';
export type { MyNumberCard, SecretName, SpendOptions } from './my-number-card.ts';
export {
  AID,
  CARD_FACE_FILE,
  COMMON_FILE,
  JPKI_FILE,
  MY_NUMBER_CARD_LABEL,
  TEXT_INPUT_FILE,
} from './my-number-files.ts';
export type { ReaderEvent } from './reader-event.ts';
export type { SecretCheck } from './secret-check.ts';
export type { TextInputSecret, UnverifiedTextAttributes } from './text-attributes.ts';
export type { TokenInfo, TokenKind } from './token-info.ts';
export type { RsaPublicKeyBytes, UnverifiedCardFace } from './unverified-card-face.ts';
export { VERIFIER_EXTENSION } from './verifier-extension.ts';
