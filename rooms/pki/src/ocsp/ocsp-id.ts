/** Object identifiers of RFC 6960 (§4.2.1, §4.2.2.2, §4.4.1). */
export const ocspId = {
  basicResponse: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  noCheck: '1.3.6.1.5.5.7.48.1.5',
  /** id-kp-OCSPSigning, the purpose in extendedKeyUsage. */
  signing: '1.3.6.1.5.5.7.3.9',
} as const;
