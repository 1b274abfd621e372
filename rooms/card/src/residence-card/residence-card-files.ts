/**
 * Files of the residence card (在留カード等仕様書 1.5 §3.3, 第２世代在留カード等仕様書 1.1 §3.3). Every EF is
 * addressed by its short identifier inside its DF. Access: the files of the MF are free; DF2 and DF3 open after
 * the card number was presented; DF1 answers in secure messaging only.
 */
const dfName = (number: number) =>
  Uint8Array.of(0xd3, 0x92, 0xf0, 0x00, 0x4f, number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

/** DF names; the MF has none and is current after reset. */
export const RESIDENCE_AID = {
  /** What the front shows, in secure messaging only. */
  front: dfName(0x02),
  /** What the back shows: address, permissions. */
  back: dfName(0x03),
  /** The issuer's signature. */
  signature: dfName(0x04),
} as const;

/** Short identifiers of the EFs by generation. */
export const RESIDENCE_FILE = {
  /** MF, both generations: version of the specification (C0). */
  common: 0x0b,
  /** MF, both generations: kind of card (C1). */
  kind: 0x0a,
  /** DF3, both generations. */
  signature: 0x02,
  first: { frontImage: 0x05, photo: 0x06, address: 0x01, general: 0x02, individual: 0x03, renewal: 0x04 },
  second: { number: 0x01, entries: 0x03, nameAndPhoto: 0x04, address: 0x06, permission: 0x01, renewal: 0x02 },
} as const;

/** Tags of the data objects (§3.3.4 of both specifications). */
export const RESIDENCE_TAG = {
  version: 0xc0,
  kind: 0xc1,
  number: 0xc2,
  expiryDate: 0xc5,
  birthDate: 0xc6,
  sex: 0xc7,
  nationality: 0xc8,
  status: 0xc9,
  permissionKind: 0xca,
  permissionDate: 0xcb,
  work: 0xcc,
  periodEnd: 0xcd,
  period: 0xce,
  /** The front as an image in the first generation, the name as one in the second. */
  image: 0xd0,
  photo: 0xd1,
  addressDate: 0xd2,
  municipality: 0xd3,
  address: 0xd4,
  addressImage: 0xdfd1,
  first: { general: 0xd5, individual: 0xd6, renewal: 0xd7, checkCode: 0xda, certificate: 0xdb },
  second: {
    general: 0xd5,
    generalUntil: 0xd6,
    individual: 0xd7,
    renewal: 0xd8,
    checkCode: 0xdc,
    certificate: 0xdd,
  },
} as const;

/** Bytes that a value takes up in what is signed; shorter ones are filled with 00 (§3.4.3.1). */
export const SIGNED_LENGTH = { frontImage: 7000, photo: 3000, nameImage: 2500, entries: 53 } as const;
