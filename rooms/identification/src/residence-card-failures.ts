import type { FailureTable } from '@honnin/outcome';

const toDesk = {
  ja: '恐れ入りますが、カードをお持ちになって受付の窓口へお越しください。',
  en: 'Please take your card and come to the reception desk.',
};

/** Failures and remarks of identification by a residence card; part of this room's table. */
export const residenceCardFailures = {
  'document-not-insurance-card': {
    number: 'I401',
    actor: 'staff',
    patient: {
      ja: 'ご本人の確認は終わりました。健康保険の確認のため、保険の資格がわかるものをお持ちになって、受付の窓口へお越しください。',
      en: 'You have been identified. For your health insurance, please bring your insurance details to the reception desk.',
    },
    staff: {
      ja: '在留カードで本人確認は済みました。在留カードは健康保険証ではないため、保険の資格は窓口で確認してください（資格確認書、または被保険者番号での照会）。',
      en: 'Identified by residence card. It is no insurance card: check the insurance at the desk (certificate of eligibility, or a query by symbol and number).',
    },
    cause: {
      ja: '在留カードには利用者証明用電子証明書がなく、オンライン資格確認の照会に使えません。',
      en: 'A residence card has no authentication certificate, so coverage cannot be asked for by it.',
    },
    remedy: {
      ja: '保険の資格を窓口で確認してください。在留カードと一体のマイナンバーカード（特定在留カード）なら、そのまま受付できます。',
      en: 'Check the insurance at the desk. A specified residence card, which is a My Number card too, checks in as one.',
    },
    http: 422,
  },
  'document-not-accepted': {
    number: 'I402',
    actor: 'staff',
    patient: toDesk,
    staff: {
      ja: 'このサービスは、この種類の証明書による本人確認を受け付けていません。',
      en: 'This service does not take identifications by this kind of document.',
    },
    cause: {
      ja: 'サービスの設定で、受け付ける証明書が限られています。',
      en: 'The service’s policy limits the documents that it takes.',
    },
    remedy: {
      ja: 'ほかの証明書で受付するか、窓口で確認してください。',
      en: 'Use another document, or check at the desk.',
    },
    http: 403,
  },
  'issuer-signature-only': {
    number: 'I403',
    actor: 'staff',
    patient: toDesk,
    staff: {
      ja: '在留カードの電子署名は正しく、写真と券面は発行時のままです。ただし、このICチップには複製を見分ける仕組みがありません。',
      en: 'The residence card’s signature holds: photo and front are as issued. But nothing in its chip tells a copy.',
    },
    cause: {
      ja: '在留カードのICチップは自分の鍵を持たず、番号を知る人なら内容をそのまま写し取れます。失効もICチップからはわかりません。',
      en: 'The chip has no key of its own: whoever knows its number can copy what it holds. Nor does it tell that it was revoked.',
    },
    remedy: {
      ja: '必要なときは、券面の偽造防止の印刷と、出入国在留管理庁の失効情報照会で確認してください。',
      en: 'Where it matters, look at the printed security features and at the agency’s service for revoked numbers.',
    },
  },
  'residence-card-unsigned': {
    number: 'I404',
    actor: 'staff',
    patient: toDesk,
    staff: {
      ja: 'この在留カードには写真と電子署名がありません（16歳未満のカード）。窓口で確認してください。',
      en: 'This residence card has no photo and no signature (a holder under 16). Check at the desk.',
    },
    cause: {
      ja: '16歳未満の方のカードは、ICチップに顔写真と電子署名を持ちません。',
      en: 'Cards of holders under 16 have neither in the chip.',
    },
    remedy: { ja: '保護者とともに窓口で確認してください。', en: 'Check at the desk, with a parent.' },
  },
  'residence-card-expired': {
    number: 'I405',
    actor: 'staff',
    patient: {
      ja: 'このカードの有効期間が過ぎています。恐れ入りますが、受付の窓口へお越しください。',
      en: 'The date of this card has passed. Please come to the reception desk.',
    },
    staff: {
      ja: '在留カードの有効期間が過ぎています。機械では受け付けません。',
      en: 'The residence card has expired; it is not taken by machine.',
    },
    cause: {
      ja: '署名された有効期間の満了日が過ぎています。更新の申請中は、期限後も在留できることがあります。',
      en: 'The signed expiry date has passed. While a renewal is pending the holder may still be staying lawfully.',
    },
    remedy: { ja: '窓口で確認してください。', en: 'Check at the desk.' },
  },
  'residence-card-expiry-unread': {
    number: 'I406',
    actor: 'staff',
    patient: toDesk,
    staff: {
      ja: 'この世代の在留カードは、有効期間を画像としてしか持ちません。券面の日付を確認してください。',
      en: 'This generation of residence card holds its expiry date as an image only. Look at the printed date.',
    },
    cause: {
      ja: '第１世代のICチップには、券面の項目が文字として入っていません。',
      en: 'A chip of the first generation holds no entry of its front as text.',
    },
    remedy: { ja: '券面の有効期間を目で確認してください。', en: 'Look at the date on the card.' },
  },
  'residence-card-unbound': {
    number: 'I407',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '読み取った項目が、署名された内容と一致しません。',
      en: 'An entry that was read is not the one that was signed.',
    },
    cause: {
      ja: '読み取りプログラムの誤り、または改変です。',
      en: 'A fault of the reading program, or a change.',
    },
    remedy: { ja: 'ログを添えてお知らせください。', en: 'Report it with the log.' },
  },
  'residence-card-to-desk': {
    number: 'I410',
    actor: 'staff',
    patient: {
      ja: '在留カードですね。この端末ではマイナンバーカードで受付します。在留カードでの受付は、窓口で承ります。カードをお持ちになってお越しください。',
      en: 'This is a residence card. This terminal checks in with My Number cards; with a residence card, please take it and come to the reception desk.',
    },
    staff: {
      ja: '在留カードをお持ちの方が端末に来られました。窓口で本人と保険の資格を確認してください。',
      en: 'Somebody with a residence card was at the terminal. Check person and insurance at the desk.',
    },
    cause: {
      ja: 'この端末には、在留カードの署名を確かめるための認証局の証明書が設定されていません。',
      en: 'This terminal has not been given the authorities by which a residence card’s signature is checked.',
    },
    remedy: {
      ja: '窓口で在留カードと保険の資格を確認してください。特定在留カードなら、マイナンバーカードとしてそのまま受付できます。',
      en: 'Check residence card and insurance at the desk. A specified residence card checks in as a My Number card.',
    },
  },
} as const satisfies FailureTable;
