import { defineFailures } from '@honnin/outcome';

/** What can go wrong in the command and in the demo around the real parts. */
export const demoFailures = defineFailures('H', {
  'no-such-card': {
    number: 'H101',
    actor: 'developer',
    http: 404,
    patient: {
      ja: 'そのカードはここにありません。一覧からお選びください。',
      en: 'That card is not here. Please choose one from the list.',
    },
    staff: {
      ja: 'デモの財布にないカードが指定されました。',
      en: 'A card was asked for that the demo wallet does not hold.',
    },
    cause: {
      ja: '削除したカード、または古いページからの操作です。',
      en: 'The card was deleted, or the page is an old one.',
    },
    remedy: { ja: 'ページを読み直してください。', en: 'Reload the page.' },
  },
  'request-malformed': {
    number: 'H102',
    actor: 'developer',
    http: 400,
    patient: {
      ja: '入力の形が正しくありません。見本のとおりに入力してください。',
      en: 'The entry has the wrong form. Please follow the example.',
    },
    staff: { ja: 'デモへの要求の形式が違います。', en: 'A request to the demo has the wrong form.' },
    cause: { ja: '項目が足りないか、形式が違います。', en: 'A field is missing or has the wrong form.' },
    remedy: { ja: '項目と形式を確かめてください。', en: 'Check the fields and their form.' },
  },
  'nobody-to-stand-there': {
    number: 'H103',
    actor: 'developer',
    http: 404,
    patient: {
      ja: 'この人の動く写真はありません。ほかの人をお選びください。',
      en: 'There are no moving pictures of this person. Please choose somebody else.',
    },
    staff: { ja: 'カメラの前に立てる人ではありません。', en: 'This persona cannot stand before the camera.' },
    cause: { ja: '乳児など、写真のない人です。', en: 'The persona has no live frames, such as the infant.' },
    remedy: { ja: 'ほかの人を選んでください。', en: 'Choose another persona.' },
  },
  'own-photo-without-face': {
    number: 'H104',
    actor: 'patient',
    http: 422,
    patient: {
      ja: '写真の中にお顔が見つかりませんでした。明るいところで、正面を向いて撮り直してください。',
      en: 'No face was found in the picture. Please take it again in good light, looking straight ahead.',
    },
    staff: {
      ja: 'カード用の写真に顔がひとつ写っていません。',
      en: 'The picture for the card does not show exactly one face.',
    },
    cause: {
      ja: '暗い、遠い、横を向いている、または複数の人が写っています。',
      en: 'Too dark, too far, turned away, or several people.',
    },
    remedy: { ja: '撮り直してください。', en: 'Take the picture again.' },
  },
  'own-photo-unreadable': {
    number: 'H105',
    actor: 'developer',
    http: 422,
    patient: {
      ja: '写真を読み取れませんでした。もう一度撮ってください。',
      en: 'The picture could not be read. Please take it again.',
    },
    staff: {
      ja: 'カード用の写真が画像として読めません。',
      en: 'The picture for the card cannot be decoded.',
    },
    cause: {
      ja: 'JPEG か PNG ではないか、途中で切れています。',
      en: 'It is neither JPEG nor PNG, or it is cut off.',
    },
    remedy: { ja: '撮り直してください。', en: 'Take the picture again.' },
  },
  'foreign-origin': {
    number: 'H106',
    actor: 'developer',
    http: 403,
    patient: { ja: 'このページからは操作できません。', en: 'This page may not do that.' },
    staff: {
      ja: '別のサイトのページからの要求を断りました。',
      en: 'A request from another site’s page was refused.',
    },
    cause: {
      ja: '要求の Origin または Host がこのデモのものではありません。',
      en: 'The Origin or the Host of the request is not this demo’s.',
    },
    remedy: { ja: 'デモのアドレスで開き直してください。', en: 'Open the page at the demo’s own address.' },
  },
});
