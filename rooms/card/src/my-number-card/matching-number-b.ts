/** First day of each era, newest first; the day itself belongs to the new era. */
const ERA_STARTS = [
  { firstDay: '2019-05-01', firstYear: 2019 },
  { firstDay: '1989-01-08', firstYear: 1989 },
  { firstDay: '1926-12-25', firstYear: 1926 },
  { firstDay: '1912-07-30', firstYear: 1912 },
  { firstDay: '1868-10-23', firstYear: 1868 },
] as const;

/**
 * Builds matching number B (照合番号B): the birth date as YYMMDD with the year of its era, the Gregorian
 * expiry year, and the security code printed on the card; 14 ASCII digits. Without a try being spent it
 * cannot be known to be right. The caller wipes it.
 *
 * `birthDate` is YYYY-MM-DD, `securityCode` 4 digits. Throws RangeError for anything else: check typed input
 * first with `isMatchingNumberParts`.
 */
export function matchingNumberB(parts: MatchingNumberParts): Uint8Array {
  if (!isMatchingNumberParts(parts)) throw new RangeError('these are not the parts of matching number B');
  const { birthDate, expiryYear, securityCode } = parts;
  const era = ERA_STARTS.find(({ firstDay }) => birthDate >= firstDay);
  if (era === undefined) throw new RangeError('a birth date before Meiji');
  const eraYear = Number(birthDate.slice(0, 4)) - era.firstYear + 1;
  const text = `${String(eraYear).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(8, 10)}`;
  return new TextEncoder().encode(`${text}${expiryYear}${securityCode}`);
}

/** What is printed on the card: birth date (YYYY-MM-DD), Gregorian expiry year, 4-digit security code. */
export interface MatchingNumberParts {
  readonly birthDate: string;
  readonly expiryYear: number;
  readonly securityCode: string;
}

/** Whether typed or recognised parts can be a matching number at all. */
export function isMatchingNumberParts(parts: MatchingNumberParts): boolean {
  const day = new Date(`${parts.birthDate}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(parts.birthDate) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(parts.birthDate) &&
    parts.birthDate >= '1868-10-23' &&
    Number.isInteger(parts.expiryYear) &&
    parts.expiryYear >= 2015 &&
    parts.expiryYear <= 2099 &&
    /^\d{4}$/.test(parts.securityCode)
  );
}
