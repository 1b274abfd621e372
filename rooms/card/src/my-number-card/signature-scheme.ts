/** The card's six ways to sign with RSA-2048, by what they take and what they make of it. */
export type SignatureScheme =
  /** 00: RSASSA-PKCS1-v1_5 over 1 to 245 bytes as they are; a DigestInfo, for a signature that others verify. */
  | 'pkcs1-as-given'
  /** 01: the bare SHA-256 of 1 to 255 bytes, PKCS #1 v1.5, without DigestInfo. */
  | 'pkcs1-bare-sha256'
  /** 02: RSASSA-PKCS1-v1_5 of a SHA-256 digest. */
  | 'pkcs1-of-digest'
  /** 03: RSASSA-PKCS1-v1_5 with SHA-256 of 1 to 255 bytes. */
  | 'pkcs1'
  /** 04: RSASSA-PSS of a SHA-256 digest. */
  | 'pss-of-digest'
  /** 05: RSASSA-PSS with SHA-256 of 1 to 255 bytes. */
  | 'pss';

interface SchemeForm {
  readonly p1: number;
  readonly shortest: number;
  readonly longest: number;
}

const FORMS: Readonly<Record<SignatureScheme, SchemeForm>> = {
  'pkcs1-as-given': { p1: 0x00, shortest: 1, longest: 245 },
  'pkcs1-bare-sha256': { p1: 0x01, shortest: 1, longest: 255 },
  'pkcs1-of-digest': { p1: 0x02, shortest: 32, longest: 32 },
  pkcs1: { p1: 0x03, shortest: 1, longest: 255 },
  'pss-of-digest': { p1: 0x04, shortest: 32, longest: 32 },
  pss: { p1: 0x05, shortest: 1, longest: 255 },
};

/** P1 of COMPUTE DIGITAL SIGNATURE. Throws RangeError for data of a length that the scheme does not take. */
export function schemeByte(scheme: SignatureScheme, data: Uint8Array): number {
  const { p1, shortest, longest } = FORMS[scheme];
  if (data.length < shortest || data.length > longest)
    throw new RangeError(`${scheme} takes ${shortest} to ${longest} bytes`);
  return p1;
}
