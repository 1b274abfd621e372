import type { CardCondition } from '@honnin/personas';

const day = 24 * 60 * 60 * 1000;

/**
 * From when to when the authentication certificate of a persona's card is valid, seen from `now`: for most, two
 * years behind and three ahead; for the one whose certificate has run out, a month ago.
 */
export function cardValidity(condition: CardCondition, now: Date): { notBefore: Date; notAfter: Date } {
  const notBefore = new Date(now.getTime() - 2 * 365 * day);
  const notAfter = new Date(now.getTime() + (condition === 'certificate-expired' ? -31 : 3 * 365) * day);
  return { notBefore, notAfter };
}
