/** DF names (AIDs) of the My Number card's applications. */
export const AID = {
  jpki: Uint8Array.of(0xd3, 0x92, 0xf0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01),
  cardFace: Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x02),
  textInput: Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x08),
  residentRegister: Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x04, 0x01),
  common: Uint8Array.of(0xd3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00),
  issuerSecurityDomain: Uint8Array.of(0xa0, 0x00, 0x00, 0x01, 0x51, 0x00, 0x00),
} as const;

/** Elementary files of the JPKI application; keys and PINs are files too. */
export const JPKI_FILE = {
  signatureCertificate: 0x0001,
  signatureAuthority: 0x0002,
  tokenInfo: 0x0006,
  certificateAvailability: 0x0008,
  authenticationCertificate: 0x000a,
  authenticationAuthority: 0x000b,
  authenticationKey: 0x0017,
  authenticationPin: 0x0018,
  signatureKey: 0x001a,
  signaturePassword: 0x001b,
} as const;

/** Elementary files of the card-face application. */
export const CARD_FACE_FILE = {
  ageRecord: 0x0001,
  cardFace: 0x0002,
  applicationInfo: 0x0003,
  issuerCertificate: 0x0004,
  myNumberImage: 0x0005,
  birthDateKey: 0x0011,
  matchingNumberB: 0x0012,
  matchingNumberA: 0x0013,
} as const;

/** Elementary files of the text-input application. */
export const TEXT_INPUT_FILE = {
  myNumber: 0x0001,
  attributes: 0x0002,
  attributesSignature: 0x0003,
  issuerCertificate: 0x0004,
  applicationInfo: 0x0005,
  /** Public half of the key that session keys are delivered under. */
  sessionKeyDelivery: 0x0006,
  /** Public half of the application's own key, signed by the issuer. */
  ownKey: 0x0007,
  pin: 0x0011,
  matchingNumberA: 0x0014,
  matchingNumberB: 0x0015,
} as const;

/** Elementary files of the common application. */
export const COMMON_FILE = { record: 0x0001, keyReference: 0x0002, key: 0x0019, pin: 0x001c } as const;

/** Elementary files of the resident-register application; what else it holds is not public. */
export const RESIDENT_REGISTER_FILE = { keyReference: 0x0002, pin: 0x001c } as const;

/** Label that JPKI EF 0006 begins with on a My Number card. */
export const MY_NUMBER_CARD_LABEL = 'JPKIAPICCTOKEN2';
