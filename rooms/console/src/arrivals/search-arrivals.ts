import type { Arrival } from '@honnin/reception/staff-api';

/** Full-width katakana, capital letters, no spaces: what is typed and what is registered meet here. */
function searchKey(words: string): string {
  return words
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[\s・･]/g, '')
    .toUpperCase();
}

/** Arrivals whose kana, name or insured number contains what was typed, in hiragana or any width. */
export function searchArrivals(arrivals: readonly Arrival[], words: string): readonly Arrival[] {
  const key = searchKey(words);
  if (key === '') return arrivals;
  return arrivals.filter(({ person, coverages }) =>
    [
      person?.kana,
      person?.kanaOfOther,
      person?.name,
      person?.nameOfOther,
      ...coverages.map(({ number }) => number),
    ].some((field) => field !== undefined && searchKey(field).includes(key)),
  );
}
