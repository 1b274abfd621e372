import type { OtherCard, WalletCard, WalletState } from '../wallet-api.ts';

function sampleCard(
  part: Partial<WalletCard> & Pick<WalletCard, 'id' | 'name' | 'kana' | 'roman'>,
): WalletCard {
  return {
    birthDate: '1984-05-12',
    sex: '1',
    about: {
      ja: '会社員。会社の健康保険が有効で、カードと顔だけで受付が終わります。',
      en: 'An employee. His insurance is in force; card and face are all he needs.',
    },
    condition: 'valid',
    portrait: `/wallet/people/${part.id}/portrait.jpg`,
    cardFront: `/wallet/people/${part.id}/card-front.png`,
    pin: '1984',
    pinTriesLeft: 3,
    securityCode: '4821',
    expiryDate: '2033-05-12',
    own: false,
    canStandBeforeCamera: true,
    ...part,
  };
}

const noPicture: Partial<WalletCard> = { own: true, canStandBeforeCamera: false };
const {
  portrait: _portrait,
  cardFront: _front,
  ...own
} = sampleCard({
  ...noPicture,
  id: 'own-1',
  name: '見本　太郎',
  kana: 'ミホン　タロウ',
  roman: '',
  about: {
    ja: 'ご自身の顔で作ったカードです。デモを終えると消えます。',
    en: 'A card with your own face. It is gone when the demo ends.',
  },
});

/** Fictional cards of every kind. */
const cards: readonly WalletCard[] = [
  sampleCard({ id: 'sato', name: '佐藤　健一', kana: 'サトウ　ケンイチ', roman: 'SATO KENICHI' }),
  sampleCard({
    id: 'tanaka',
    name: '田中　和子',
    kana: 'タナカ　カズコ',
    roman: 'TANAKA KAZUKO',
    pin: '2580',
    pinTriesLeft: 1,
    securityCode: '1157',
    about: {
      ja: '72歳。国民健康保険で、高齢受給者証と限度額適用認定証の内容も病院に届きます。',
      en: 'Aged 72, national insurance; her elderly recipient and limit certificates reach the hospital too.',
    },
  }),
  sampleCard({
    id: 'kato',
    name: '加藤　由美',
    kana: 'カトウ　ユミ',
    roman: 'KATO YUMI',
    condition: 'revoked',
    pin: '0315',
    pinTriesLeft: 0,
    securityCode: '8465',
    about: {
      ja: 'なくしたと届け出たカードが手元に残っています。失効しているため使えず、窓口が案内します。',
      en: 'Still holds a card she had reported lost. It is revoked and cannot be used; the desk helps her.',
    },
  }),
  (({ pin: _pin, ...card }) => card)(
    sampleCard({
      id: 'yoshida',
      name: '吉田　トメ',
      kana: 'ヨシダ　トメ',
      roman: 'YOSHIDA TOME',
      condition: 'no-pin',
      securityCode: '1902',
      about: {
        ja: '85歳。暗証番号のないカードです。顔認証か、職員の目視で受付します。',
        en: 'Aged 85, a card without a PIN: face, or a staff check.',
      },
    }),
  ),
  own,
];

const otherCards: readonly OtherCard[] = [
  {
    id: 'residence-nguyen',
    name: { ja: 'NGUYENさんの在留カード', en: 'Residence card of NGUYEN' },
    about: {
      ja: '券面のカード番号と顔で本人確認をし、保険は窓口で確かめます。',
      en: 'Card number and face identify her; the desk looks at her insurance.',
    },
    holder: 'nguyen',
    number: 'XV20260401NA',
  },
  {
    id: 'transit-card',
    name: { ja: '交通系ICカード', en: 'Transit card' },
    about: {
      ja: '置くカードを間違えたときの案内を見られます。',
      en: 'What the kiosk says to whoever lays down the wrong card.',
    },
    holder: null,
  },
];

/** The tray in the states that the gallery shows. */
export const sampleWallet = {
  empty: {
    reader: { kind: 'pcsc', name: 'Virtual PCD 00 00' },
    laid: null,
    beforeCamera: { kind: 'webcam' },
    cards: [...cards],
    otherCards: [...otherCards],
  },
  laid: {
    reader: { kind: 'pcsc', name: 'Virtual PCD 00 00' },
    laid: 'sato',
    beforeCamera: { kind: 'persona', id: 'sato' },
    cards: [...cards],
    otherCards: [...otherCards],
  },
  photo: {
    reader: { kind: 'in-process', name: 'in-process' },
    laid: 'sato',
    beforeCamera: { kind: 'still-picture', id: 'sato' },
    cards: [...cards],
    otherCards: [...otherCards],
  },
  other: {
    reader: { kind: 'in-process', name: 'in-process' },
    laid: 'own-1',
    beforeCamera: { kind: 'persona', id: 'tanaka' },
    cards: [...cards],
    otherCards: [...otherCards],
  },
  residenceCard: {
    reader: { kind: 'pcsc', name: 'Virtual PCD 00 00' },
    laid: 'residence-nguyen',
    beforeCamera: { kind: 'webcam' },
    cards: [...cards],
    otherCards: [...otherCards],
  },
} satisfies Record<string, WalletState>;
