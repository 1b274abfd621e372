export type { CommandApdu, ResponseApdu } from './apdu.ts';
export { decodeCommand, encodeCommand, parseResponse } from './apdu.ts';
export type { Tlv, TlvHeader } from './ber-tlv.ts';
export { locateTlv, readTlv, readTlvHeader, readTlvs, writeTlv } from './ber-tlv.ts';
export type { CardConnection } from './card-connection.ts';
export type { CardReaders, ReaderState } from './card-readers.ts';
export type { CertificateAvailability } from './certificate-availability.ts';
export type { CommonRecord } from './common-record.ts';
export type { ReaderReport } from './describe-readers.ts';
export { describeReaders } from './describe-readers.ts';
export type { CardFailureCode } from './failures.ts';
export { cardFailures } from './failures.ts';
export type { MatchingNumberParts } from './matching-number-b.ts';
export { isMatchingNumberParts, matchingNumberB } from './matching-number-b.ts';
export type { MyNumberCard, SecretName, SpendOptions } from './my-number-card.ts';
export {
  AID,
  CARD_FACE_FILE,
  COMMON_FILE,
  JPKI_FILE,
  MY_NUMBER_CARD_LABEL,
  TEXT_INPUT_FILE,
} from './my-number-files.ts';
export { openMyNumberCard } from './open-my-number-card.ts';
export type { PcscOptions } from './open-pcsc-readers.ts';
export { openPcscReaders } from './open-pcsc-readers.ts';
export type { ReaderEvent } from './reader-event.ts';
export type { SecretCheck } from './secret-check.ts';
export type { SexCode } from './sex-code.ts';
export { describeStatusWord, isLocked, STATUS_WORD, triesLeftOf } from './status-word.ts';
export type { TextInputSecret, UnverifiedTextAttributes } from './text-attributes.ts';
export type { TokenInfo, TokenKind } from './token-info.ts';
export type { RsaPublicKeyBytes, UnverifiedCardFace } from './unverified-card-face.ts';
export { VERIFIER_EXTENSION } from './verifier-extension.ts';
