const eras: readonly { readonly name: string; readonly since: string }[] = [
  { name: '令和', since: '2019-05-01' },
  { name: '平成', since: '1989-01-08' },
  { name: '昭和', since: '1926-12-25' },
  { name: '大正', since: '1912-07-30' },
];

/** A date as Japanese cards print it, in era years (元年 for the first): 昭和59年5月12日. */
export function japaneseDate(date: string): string {
  const era = eras.find(({ since }) => date >= since);
  if (!era) throw new RangeError(`no era for ${date}`);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const count = year - Number(era.since.slice(0, 4)) + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${day}日`;
}
