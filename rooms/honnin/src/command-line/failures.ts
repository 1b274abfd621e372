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
  'service-not-configured': {
    number: 'H208',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: 'このサービスの設定がありません。',
      en: 'This service has no settings.',
    },
    cause: {
      ja: '設定ファイルの services に、このサービスの欄がありません。デモの設定は使いません。',
      en: 'The configuration file has no section for it under `services`; the demo’s settings are never used.',
    },
    remedy: {
      ja: 'docs/operating.md のとおりに honnin.config.json に書いてください。',
      en: 'Write the section into honnin.config.json, as docs/operating.md shows.',
    },
  },
  'setting-unusable': {
    number: 'H209',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '設定が指すファイルまたは値が使えません。',
      en: 'A setting, or the file that it names, cannot be used.',
    },
    cause: {
      ja: '形式が違うか、ほかの設定と合っていません。',
      en: 'It is of the wrong kind, or does not go with the other settings.',
    },
    remedy: {
      ja: '示された場所のファイルと値を確かめてください。',
      en: 'Check the file and the value at the place that is named.',
    },
  },
  'connection-unprotected': {
    number: 'H210',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '暗号化されない通信は、同じ機械の中でだけ使えます。',
      en: 'Unencrypted connections are allowed within one machine only.',
    },
    cause: {
      ja: '別の機械との通信に TLS が設定されていません。氏名やトークンが読まれるおそれがあります。',
      en: 'TLS is not set for a connection between machines, where names and tokens could be read.',
    },
    remedy: {
      ja: 'listen には tls を、相手の url には https を設定してください。',
      en: 'Give `tls` with `listen`, and `https` in the other service’s `url`.',
    },
  },
  'face-rate-not-measured': {
    number: 'H211',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: 'その誤一致率のしきい値は、その集団では測られていません。',
      en: 'No threshold was measured for that false match rate in that group.',
    },
    cause: {
      ja: 'モデルの記録に、その集団と誤一致率にあたるしきい値がないか、出荷時のしきい値より低くなります。',
      en: 'The model manifest has no threshold for them, or one below the shipped threshold.',
    },
    remedy: {
      ja: '示された集団と率から選ぶか、face の設定を省いてください。',
      en: 'Choose among the groups and rates that are named, or leave `face` out.',
    },
  },
  'listen-address-unusable': {
    number: 'H212',
    actor: 'developer',
    patient: desk,
    staff: { ja: '待ち受けの番地が使えません。', en: 'The address to listen on cannot be used.' },
    cause: {
      ja: '別のプログラムが使っているか、この機械の番地ではないか、許されていません。',
      en: 'Another program uses it, it is not this machine’s, or it is not allowed.',
    },
    remedy: {
      ja: '設定の番地とポートを確かめてください。',
      en: 'Check the address and port in the configuration.',
    },
  },
  'screen-not-built': {
    number: 'H213',
    actor: 'developer',
    patient: desk,
    staff: { ja: '画面がまだ作られていません。', en: 'The screen is not built yet.' },
    cause: { ja: 'まだ一度も準備をしていません。', en: 'The setup has not run here.' },
    remedy: {
      ja: 'npm start を一度実行してください。画面が作られます。',
      en: 'Run `npm start` once; it builds the screens.',
    },
  },
  'hospital-folder-missing': {
    number: 'H214',
    actor: 'device',
    patient: desk,
    staff: {
      ja: '病院システムとの受け渡しフォルダーに書けません。',
      en: 'The hospital’s folder is missing or cannot be written.',
    },
    cause: {
      ja: '共有フォルダーが外れているか、名前か権限が違います。',
      en: 'A share is not mounted, or name or permissions are wrong.',
    },
    remedy: {
      ja: 'フォルダーと権限を確かめてください。結果は、書けるようになりしだい書かれます。',
      en: 'Check the folder and its permissions. Results are written as soon as it can be written.',
    },
  },
  'service-not-answering': {
    number: 'H215',
    actor: 'network',
    patient: desk,
    staff: { ja: 'サービスが応答しません。', en: 'A service does not answer.' },
    cause: {
      ja: '動いていないか、番地か証明書が違うか、回線が切れています。',
      en: 'It does not run, its address or certificate is another one, or the line is down.',
    },
    remedy: {
      ja: 'honnin doctor で、どの機械のどのサービスかを確かめてください。',
      en: 'See with honnin doctor which service of which machine it is.',
    },
  },
});
