import type { Time } from '@peculiar/asn1-x509';

/** A UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5); throws where it is no date. */
export function readTime(time: Time): Date {
  const date = time.getTime();
  if (Number.isNaN(date.getTime())) throw new Error('a time that is no date');
  return date;
}
