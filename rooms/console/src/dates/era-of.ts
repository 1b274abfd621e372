/** A year counted within an era; the first is written 元年. */
export interface EraYear {
  readonly ja: string;
  readonly en: string;
}

/** First days of the eras (改元の詔書, 元号法に基づく政令), newest first. */
const eras = [
  { first: '2019-05-01', ja: '令和', en: 'Reiwa' },
  { first: '1989-01-08', ja: '平成', en: 'Heisei' },
  { first: '1926-12-25', ja: '昭和', en: 'Showa' },
  { first: '1912-07-30', ja: '大正', en: 'Taisho' },
  { first: '1868-01-25', ja: '明治', en: 'Meiji' },
] as const;

/**
 * The era year that a day lies in, such as 昭和59年 and Showa 59; null before Meiji.
 *
 * @param date `YYYY-MM-DD`
 */
export function eraOf(date: string): EraYear | null {
  const era = eras.find(({ first }) => date >= first);
  if (era === undefined) return null;
  const year = Number(date.slice(0, 4)) - Number(era.first.slice(0, 4)) + 1;
  return { ja: `${era.ja}${year === 1 ? '元' : year}年`, en: `${era.en} ${year}` };
}
