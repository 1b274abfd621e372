import type { Chance, PrintedCard, PrintStyle } from '@honnin/printed-card/sample-kit';

const two = (value: number) => String(value).padStart(2, '0');

/** The demo's day; every card is valid on it. */
export const today = '2026-11-24';

const names = [
  '架空　太郎',
  '見本　花子',
  '佐藤　健一',
  '鈴木　正雄',
  '渡辺　𠮷隆',
  'NGUYEN　THI LAN',
] as const;
const places = [
  '東京都架空区見本町二丁目5番8号',
  '北海道架空市中央１２３４番地５６',
  '架空県見本郡例町大字仮字空1-2',
] as const;

/** A card of nobody: dates and code are drawn, everything that a card can be among them. */
export function samplePerson(chance: Chance, portrait: Uint8Array): { card: PrintedCard; style: PrintStyle } {
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[chance.whole(0, choices.length - 1)] ?? choices[0];
  const year = chance.whole(1924, 2024);
  const monthAndDay = `${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`;
  const western = chance.even() < 0.06;
  const child = year > 2007;
  const expiryYear = chance.whole(2027, child ? 2030 : 2035);
  // Of residents whose stay is limited the card ends with it, not on a birthday.
  const expiryDay = western ? `${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}` : monthAndDay;
  return {
    card: {
      name: pick(names),
      address: pick(places),
      birthDate: `${year}-${monthAndDay}`,
      expiryDate: `${expiryYear}-${expiryDay}`,
      securityCode: String(chance.whole(0, 9999)).padStart(4, '0'),
      sex: chance.even() < 0.5 ? '1' : '2',
      portrait,
    },
    style: { weight: pick(['regular', 'medium', 'semi-bold', 'bold']), padded: chance.even() < 0.5, western },
  };
}
