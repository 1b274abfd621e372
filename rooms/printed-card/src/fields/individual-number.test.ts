import { expect, it } from 'vitest';
import { showsIndividualNumber } from './individual-number.ts';

const sure = (text: string, certainty = 0.99) => ({ text, certainties: [...text].map(() => certainty) });

it('knows the other side of the card by its twelve digits', () => {
  expect(showsIndividualNumber(sure('123456789018'))).toBe(true);
  expect(showsIndividualNumber(sure('個人番号123456789018'))).toBe(true);
});

it('does not take a smeared line of the printed side for it', () => {
  expect(showsIndividualNumber(sure('292267762057', 0.5))).toBe(false);
  expect(showsIndividualNumber(sure('2922677620570'))).toBe(false);
  expect(showsIndividualNumber(sure('2034年2月10日'))).toBe(false);
});
