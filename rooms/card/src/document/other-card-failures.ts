import type { Failure, FailureTable } from '@honnin/outcome';

const PLEASE = {
  ja: 'マイナンバーカードまたは在留カードを置いてください。',
  en: 'Please lay down your My Number card or your residence card.',
};

/** A card that cannot be used here, by the name that people call it. */
function laid(number: string, ja: string, en: string, hint = { ja: '', en: '' }): Failure {
  return {
    number,
    actor: 'patient',
    patient: {
      ja: `${ja}のようです。${hint.ja}${PLEASE.ja}`,
      en: `This looks like ${en}. ${hint.en}${PLEASE.en}`,
    },
    staff: { ja: `${ja}が置かれています。`, en: `The card on the reader is ${en}.` },
    cause: {
      ja: `${ja}は、この端末での本人確認には使えません。`,
      en: `For identification at this terminal, ${en} cannot be used.`,
    },
    remedy: {
      ja: 'マイナンバーカードか在留カードだけを置いてもらってください。お持ちでないときは、窓口で確認してください。',
      en: 'Have only a My Number card or a residence card laid down; without one, check at the desk.',
    },
  };
}

/** What other cards look like, each with its way on; part of the card room's table. */
export const otherCardFailures = {
  'transit-card-laid': laid('C521', '交通系または電子マネーのカード', 'a transit or e-money card'),
  'driving-licence-laid': laid('C522', '運転免許証', 'a driving licence'),
  'payment-card-laid': laid('C523', 'クレジットカードまたはキャッシュカード', 'a credit or bank card'),
  'passport-laid': laid('C524', '旅券（パスポート）', 'a passport'),
  'basic-resident-card-laid': laid('C525', '住民基本台帳カード', 'a Basic Resident Register card', {
    ja: 'このカードは使えなくなりました。',
    en: 'These cards are no longer in use. ',
  }),
  'phone-laid': laid('C526', 'スマートフォン', 'a smartphone', {
    ja: 'この端末では、スマートフォンの電子証明書には対応していません。',
    en: 'This terminal does not take the certificates of smartphones. ',
  }),
} as const satisfies FailureTable;
