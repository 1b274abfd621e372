/** First day of each era; the last one that has begun counts. */
const eras: readonly (readonly [digit: string, firstDay: string])[] = [
  ['1', '1868-01-25'],
  ['2', '1912-07-30'],
  ['3', '1926-12-25'],
  ['4', '1989-01-08'],
  ['5', '2019-05-01'],
];

/**
 * The birth date as the signature certificate writes it: the era's digit (1 Meiji to 5 Reiwa, 0 unknown), then
 * the Gregorian year, month and day. Takes YYYY-MM-DD; throws on anything else.
 */
export function eraBirthDate(birthDate: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(birthDate)) throw new Error('birth date must be YYYY-MM-DD');
  const era = eras.findLast(([, firstDay]) => birthDate >= firstDay);
  return `${era?.[0] ?? '0'}${birthDate.replaceAll('-', '')}`;
}
