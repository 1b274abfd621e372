export type { CommandApdu, ResponseApdu } from './apdu/apdu.ts';
export { decodeCommand, encodeCommand, parseResponse } from './apdu/apdu.ts';
export type { Tlv, TlvHeader } from './apdu/ber-tlv.ts';
export { locateTlv, readTlv, readTlvHeader, readTlvs, writeTlv } from './apdu/ber-tlv.ts';
export type { CardConnection } from './apdu/card-connection.ts';
export { describeStatusWord, isLocked, STATUS_WORD, triesLeftOf } from './apdu/status-word.ts';
export type { Document, MyNumberDocument, PrintedCheck, ResidenceDocument } from './document/document.ts';
export { openDocument } from './document/open-document.ts';
export type {
  DocumentAttributes,
  DocumentKind,
  UnverifiedDocument,
  UnverifiedMyNumberDocument,
  UnverifiedResidenceDocument,
} from './document/unverified-document.ts';
export type { CardFailureCode } from './failures.ts';
export { cardFailures } from './failures.ts';
export type { ApplicationInfo } from './my-number-card/application-info.ts';
export type { CardObjects } from './my-number-card/card-objects.ts';
export type { CertificateAvailability } from './my-number-card/certificate-availability.ts';
export type { CommonRecord } from './my-number-card/common-record.ts';
export type { MatchingNumberParts } from './my-number-card/matching-number-b.ts';
export { isMatchingNumberParts, matchingNumberB } from './my-number-card/matching-number-b.ts';
export type {
  ChangeableSecretName,
  MyNumberCard,
  SecretName,
} from './my-number-card/my-number-card.ts';
export {
  AID,
  CARD_FACE_FILE,
  COMMON_FILE,
  JPKI_FILE,
  MY_NUMBER_CARD_LABEL,
  RESIDENT_REGISTER_FILE,
  TEXT_INPUT_FILE,
} from './my-number-card/my-number-files.ts';
export { type OpenMyNumberCardOptions, openMyNumberCard } from './my-number-card/open-my-number-card.ts';
export type { SecretCheck } from './my-number-card/secret-check.ts';
export type { SexCode } from './my-number-card/sex-code.ts';
export type { SignatureScheme } from './my-number-card/signature-scheme.ts';
export type { SpendOptions } from './my-number-card/spend-options.ts';
export type {
  TextInputOptions,
  TextInputSecret,
  UnverifiedTextAttributes,
  UnverifiedTextInputKey,
} from './my-number-card/text-attributes.ts';
export type { TokenDetails, TokenInfo, TokenKind } from './my-number-card/token-info.ts';
export type { RsaPublicKeyBytes, UnverifiedCardFace } from './my-number-card/unverified-card-face.ts';
export type {
  UnverifiedAgeRecord,
  UnverifiedMyNumberImage,
  UnverifiedSignedRecord,
} from './my-number-card/unverified-signed-record.ts';
export { VERIFIER_EXTENSION } from './my-number-card/verifier-extension.ts';
export type { CardReaders, ReaderState } from './readers/card-readers.ts';
export type { ReaderReport } from './readers/describe-readers.ts';
export { describeReaders } from './readers/describe-readers.ts';
export type { PcscOptions } from './readers/open-pcsc-readers.ts';
export { openPcscReaders } from './readers/open-pcsc-readers.ts';
export type { ReaderEvent } from './readers/reader-event.ts';
export { aes } from './residence-card/aes.ts';
export type { BlockCipher } from './residence-card/block-cipher.ts';
export { padToBlocks, unpaddedLength } from './residence-card/iso-padding.ts';
export { openHalf, sealHalf } from './residence-card/mutual-authentication.ts';
export { openResidenceCard } from './residence-card/open-residence-card.ts';
export type { ResidenceCard, ResidenceNumberCheck } from './residence-card/residence-card.ts';
export {
  RESIDENCE_AID,
  RESIDENCE_FILE,
  RESIDENCE_TAG,
  SIGNED_LENGTH,
} from './residence-card/residence-card-files.ts';
export { residenceCardNumber } from './residence-card/residence-card-number.ts';
export { protect, SECURE_CLASS, unprotect } from './residence-card/secure-messaging.ts';
export { accessKey, sessionKey } from './residence-card/session-keys.ts';
export { tripleDes } from './residence-card/triple-des.ts';
export type {
  ResidenceCardGeneration,
  ResidenceCardSignature,
  ResidenceCardType,
  ResidenceEntries,
  UnverifiedResidenceBack,
  UnverifiedResidenceCard,
} from './residence-card/unverified-residence-card.ts';
