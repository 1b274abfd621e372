import { defineFailures } from '@honnin/outcome';

const desk = { ja: '受付の職員にお声がけください。', en: 'Please speak to the staff at the desk.' };

/** What can go wrong in the command itself: its arguments, files and settings. */
export const commandFailures = defineFailures('H', {
  'file-unreadable': {
    number: 'H201',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'ファイルを開けません。', en: 'The file cannot be opened.' },
    cause: { ja: 'ファイルがないか、読む権限がありません。', en: 'It does not exist, or may not be read.' },
    remedy: { ja: '名前と権限を確かめてください。', en: 'Check its name and permissions.' },
  },
  'configuration-malformed': {
    number: 'H202',
    actor: 'developer',
    patient: desk,
    staff: { ja: '設定ファイルに誤りがあります。', en: 'The configuration file is wrong.' },
    cause: {
      ja: 'honnin.config.json の書き方か値が正しくありません。',
      en: 'honnin.config.json is not JSON, or has a value or name that does not exist.',
    },
    remedy: { ja: '示された場所を直してください。', en: 'Mend the place that is named.' },
  },
  'no-such-persona': {
    number: 'H203',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'その名前の見本の人はいません。', en: 'There is no persona of that name.' },
    cause: { ja: '--persona の値が一覧にありません。', en: 'The value of --persona is not in the list.' },
    remedy: { ja: '一覧から選んでください。', en: 'Choose one from the list.' },
  },
  'matching-number-incomplete': {
    number: 'H204',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '生年月日、有効期限の年、セキュリティコードがそろっていません。',
      en: 'Birth date, year of expiry and security code are needed together.',
    },
    cause: {
      ja: '一部だけが指定されたか、形が違います。',
      en: 'Only some were given, or one has the wrong form.',
    },
    remedy: {
      ja: '--birth 年-月-日、--expiry 西暦年、--code 4桁 の三つを指定してください。',
      en: 'Give --birth YYYY-MM-DD, --expiry YYYY and --code NNNN.',
    },
  },
  'port-in-use': {
    number: 'H206',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'ポートは別のプログラムが使っています。', en: 'Another program uses that port.' },
    cause: {
      ja: 'すでにデモが動いているか、別のサーバーが同じ番号を使っています。',
      en: 'The demo runs already, or another server has the same port.',
    },
    remedy: {
      ja: 'それを終えるか、--port で別の番号を指定してください。',
      en: 'End it, or give another port with --port.',
    },
  },
  'demo-already-running': {
    number: 'H207',
    actor: 'developer',
    patient: desk,
    staff: { ja: '同じフォルダーで別のデモが動いています。', en: 'Another demo uses the same data folder.' },
    cause: {
      ja: '二つのデモは一つのデータフォルダーを使えません。',
      en: 'Two demos cannot share a data folder.',
    },
    remedy: {
      ja: '先のデモを終えるか、--data で別のフォルダーを指定してください。',
      en: 'End the other one, or give another folder with --data.',
    },
  },
});
