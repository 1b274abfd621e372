import type { BilingualText, FailureTable } from '@honnin/outcome';

const ASK_STAFF: BilingualText = {
  ja: 'お手数ですが、係の者にお声がけください。別の方法でも受付できます。',
  en: 'Please ask a member of staff. You can also be checked in another way.',
};

/** Failures that only documents other than the My Number card have; part of the card room's table. */
export const residenceCardFailures = {
  'document-not-supported': {
    number: 'C501',
    actor: 'patient',
    patient: {
      ja: 'このカードでは受付できません。マイナンバーカードまたは在留カードを置いてください。',
      en: 'This card cannot be used here. Please lay down your My Number card or your residence card.',
    },
    staff: {
      ja: 'マイナンバーカードでも在留カードでもないカードが置かれています。',
      en: 'The card on the reader is neither a My Number card nor a residence card.',
    },
    cause: {
      ja: '交通系カード、運転免許証、クレジットカード、旅券などが置かれています。何に見えるかは詳細にあります。',
      en: 'A transit card, driving licence, credit card, passport or the like. The detail says what it looks like.',
    },
    remedy: {
      ja: '使えるカードだけを置いてもらってください。お持ちでないときは、窓口で確認してください。',
      en: 'Have only a card that works laid down; without one, the person is checked at the desk.',
    },
  },
  'document-generation-unknown': {
    number: 'C502',
    actor: 'developer',
    patient: ASK_STAFF,
    staff: {
      ja: 'この在留カードの種別にはまだ対応していません。窓口で券面を確認してください。',
      en: 'This kind of residence card is not supported yet. Please look at the card itself at the desk.',
    },
    cause: {
      ja: 'カード種別の値が、知られている仕様（1、2、05、06）のどれでもありません。',
      en: 'The kind of card is none of those in the known specifications (1, 2, 05, 06).',
    },
    remedy: {
      ja: 'ソフトウェアを新しくしてください。特定在留カードはマイナンバーカードとして読み取れます。',
      en: 'Update the software. A specified residence card (07, 08) is read as a My Number card.',
    },
  },
  'residence-number-wrong': {
    number: 'C511',
    actor: 'patient',
    patient: {
      ja: '番号がカードと合いませんでした。カードの右上にある12文字を、もう一度お確かめください。',
      en: 'The number does not belong to this card. Please check the 12 characters at its top right.',
    },
    staff: {
      ja: '入力された在留カード番号が、ICチップの番号と違います。回数の制限はありません。',
      en: 'The card number that was typed is not the chip’s. There is no limit of tries.',
    },
    cause: {
      ja: '打ち間違い（0とO、1とIなど）、別のカードの番号、または券面の偽造が考えられます。',
      en: 'A typing mistake (0 and O, 1 and I), another card’s number, or a forged front.',
    },
    remedy: {
      ja: 'カードを見ながら入力し直す。正しく入力しても合わないときは、券面の偽造を疑ってください。',
      en: 'Type it again from the card. If it is right and still does not fit, the front may be forged.',
    },
    http: 422,
  },
  'residence-number-malformed': {
    number: 'C512',
    actor: 'patient',
    patient: {
      ja: '在留カード番号は、英字2文字、数字8文字、英字2文字です。',
      en: 'A residence card number is two letters, eight digits and two letters.',
    },
    staff: {
      ja: '在留カード番号の形が違います（例：AB12345678CD）。カードには送られていません。',
      en: 'That is not the form of a card number (AB12345678CD). It was not sent to the card.',
    },
    cause: {
      ja: '入力された文字の数または種類が違います。',
      en: 'The number or the kind of characters is wrong.',
    },
    remedy: { ja: '12文字で入力してください。', en: 'Enter the 12 characters.' },
    http: 422,
  },
  'residence-card-unauthenticated': {
    number: 'C513',
    actor: 'staff',
    patient: ASK_STAFF,
    staff: {
      ja: 'カードが、この読み取りに対する正しい応答を返しませんでした。券面と本人を窓口で確認してください。',
      en: 'The card did not answer this session as a genuine one does. Check card and person at the desk.',
    },
    cause: {
      ja: '相互認証の応答が合いません。以前の通信の再送、通信の誤り、または仕様外のチップです。',
      en: 'The answer of the mutual authentication does not hold: a replay, a fault on the air, or another chip.',
    },
    remedy: {
      ja: 'カードを置き直して、それでも同じなら、このカードを機械では受け付けないでください。',
      en: 'Lay the card down again; if it stays so, do not take this card by machine.',
    },
  },
  'secure-messaging-broken': {
    number: 'C514',
    actor: 'patient',
    patient: {
      ja: 'もう一度、カードを読み取り口に置いてください。読み取りが終わるまで、そのままにしておいてください。',
      en: 'Please lay your card on the reader again, and leave it there until reading has finished.',
    },
    staff: {
      ja: '暗号化された応答を元に戻せませんでした。カードを置き直していただいてください。',
      en: 'An encrypted answer could not be opened. Ask the person to lay the card down again.',
    },
    cause: {
      ja: '応答が途中で切れたか、書き換えられています。セキュアメッセージングの形が仕様と違います。',
      en: 'The answer was torn or altered: it is not secure messaging as specified.',
    },
    remedy: {
      ja: '置き直すと最初から読み取ります。繰り返すときは、リーダーを確かめてください。',
      en: 'Laying it down again starts anew; if it recurs, check the reader.',
    },
  },
} as const satisfies FailureTable;
