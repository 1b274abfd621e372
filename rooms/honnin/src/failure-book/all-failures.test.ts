import { describe, expect, it } from 'vitest';
import { allFailures, findFailure } from './all-failures.ts';
import { failureBook } from './failure-book.ts';

const pages = allFailures.flatMap(({ room, table }) =>
  Object.entries(table).map(([code, failure]) => ({ room, code, failure })),
);

describe('the failure book', () => {
  it('gives every number to one failure only, over all rooms', () => {
    const numbers = pages.map(({ failure }) => failure.number);
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  });

  it('says everything in both languages', () => {
    for (const { code, failure } of pages) {
      for (const text of [failure.patient, failure.staff, failure.cause, failure.remedy]) {
        expect(text.ja, `${code} in Japanese`).toMatch(/[ぁ-んァ-ヶ一-龠]/);
        expect(text.en, `${code} in English`).not.toMatch(/[ぁ-んァ-ヶ一-龠、。]/);
      }
    }
  });

  it('has a page for every failure in every language', () => {
    for (const language of ['ja', 'en'] as const) {
      const book = failureBook(language);
      for (const { code, failure } of pages) expect(book).toContain(`### ${failure.number} \`${code}\``);
    }
  });

  it('finds a failure by its code, and none by a code that no room has', () => {
    expect(findFailure('card-removed')?.number).toBe('C101');
    expect(findFailure('no-such-code')).toBeNull();
  });
});
