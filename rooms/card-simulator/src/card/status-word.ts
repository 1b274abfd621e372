/** Status words this card answers with (ISO/IEC 7816-4 5.6, and what was seen on test cards). */
export const SW = {
  ok: 0x9000,
  /** The low digit is the number of tries left. */
  triesLeft: 0x63c0,
  badSessionKey: 0x66f1,
  wrongLength: 0x6700,
  noSessionKey: 0x69fc,
  notForThisFile: 0x6981,
  securityNotSatisfied: 0x6982,
  /** VERIFY with data against a blocked key. ISO's own word would be 6983. */
  blocked: 0x6984,
  conditionsNotSatisfied: 0x6985,
  noCurrentFile: 0x6986,
  secureMessagingMissing: 0x6987,
  secureMessagingWrong: 0x6988,
  badData: 0x6a80,
  notFound: 0x6a82,
  recordNotFound: 0x6a83,
  badParameters: 0x6a86,
  dataObjectAbsent: 0x6a88,
  offsetPastEnd: 0x6b00,
  insNotSupported: 0x6d00,
  claNotSupported: 0x6e00,
  internalError: 0x6f00,
} as const;
