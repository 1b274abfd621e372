import { expect, it } from 'vitest';
import { judgeDates } from './plausible-print.ts';

const today = '2026-11-24';

it.each([
  ['a grown-up whose card ends on a birthday', '1984-05-12', '2033-05-12', 'agrees'],
  ['somebody of 99', '1927-03-01', '2031-03-01', 'agrees'],
  ['a leap day, kept on the day before', '1984-02-29', '2031-02-28', 'agrees'],
  ['a leap day, kept on the day after', '1984-02-29', '2031-03-01', 'agrees'],
  ['a resident whose stay ends', '1998-09-02', '2028-04-15', 'possible'],
  ['a child’s card of five years', '2018-04-09', '2029-04-09', 'agrees'],
  ['a child’s card of ten years', '2018-04-09', '2035-04-09', 'impossible'],
  ['a card of more than ten years', '1984-05-12', '2037-05-12', 'impossible'],
  ['a card that ran out last month', '1984-10-12', '2026-10-12', 'agrees'],
  ['a card that ran out years ago', '1984-05-12', '2021-05-12', 'impossible'],
  ['somebody not yet born', '2027-05-12', '2031-05-12', 'impossible'],
  ['somebody of 134', '1892-05-12', '2031-05-12', 'impossible'],
] as const)('%s', (_who, birthDate, expiryDate, judged) => {
  expect(judgeDates({ birthDate, expiryDate }, today)).toBe(judged);
});
