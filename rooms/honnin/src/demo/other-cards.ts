import type { Person } from '@honnin/personas';
import type { OtherCard } from '@honnin/wallet/wallet-api';
import { residencePermits } from '../demo-town/residence-permits.ts';
import { type OddCard, oddCards } from './odd-cards.ts';

/** What the wallet lists below the My Number cards: residence cards of the town, and odd ones. */
export function otherCards(people: readonly Person[]): OtherCard[] {
  const residence = people.flatMap((person): OtherCard[] => {
    const permit = residencePermits.get(person.id);
    if (permit === undefined) return [];
    return [
      {
        id: `residence-${person.id}`,
        name: { ja: `${person.roman}さんの在留カード`, en: `Residence card of ${person.roman}` },
        about: {
          ja: '券面のカード番号と顔で本人確認をします。健康保険は窓口で確かめます。',
          en: 'Card number and face identify them; the desk looks at their insurance.',
        },
        holder: person.id,
        number: permit.number,
      },
    ];
  });
  return [...residence, ...oddCards.map((id) => ({ id, holder: null, ...words[id] }))];
}

const words: Readonly<Record<OddCard, Pick<OtherCard, 'name' | 'about'>>> = {
  'transit-card': {
    name: { ja: '交通系ICカード', en: 'Transit card' },
    about: { ja: '置くカードを間違えたとき。', en: 'The wrong card was laid down.' },
  },
  'driving-licence': {
    name: { ja: '運転免許証', en: 'Driving licence' },
    about: { ja: '置くカードを間違えたとき。', en: 'The wrong card was laid down.' },
  },
  'credit-card': {
    name: { ja: 'クレジットカード', en: 'Credit card' },
    about: { ja: '置くカードを間違えたとき。', en: 'The wrong card was laid down.' },
  },
  'two-cards': {
    name: { ja: '2枚重ねのカード', en: 'Two cards at once' },
    about: { ja: '財布ごと置いたときなど。', en: 'A whole purse on the reader, say.' },
  },
  'card-in-a-case': {
    name: { ja: 'ケースに入ったカード', en: 'A card in its case' },
    about: { ja: '電波が弱く、遅く、途切れます。', en: 'A weak field: slow, and dropped now and then.' },
  },
  'damaged-chip': {
    name: { ja: 'ICが傷んだカード', en: 'A damaged chip' },
    about: { ja: '写真のところで読み取りが止まります。', en: 'Reading fails where the photo is.' },
  },
  'locked-pin': {
    name: { ja: '暗証番号がロックされたカード', en: 'A card with a locked PIN' },
    about: { ja: '顔認証か職員の確認で受付できます。', en: 'Face or staff still lead on.' },
  },
  'blocked-matching-number': {
    name: { ja: '照合番号がロックされたカード', en: 'A card whose matching number is blocked' },
    about: { ja: '暗証番号か職員の確認で受付できます。', en: 'PIN or staff still lead on.' },
  },
};
