import { type BilingualText, defineFailures } from '@honnin/outcome';

const toDesk: BilingualText = {
  ja: 'ただいまこの機械では受付できません。恐れ入りますが、カードをお持ちになって受付の窓口へお越しください。',
  en: 'This machine cannot check you in just now. Please take your card and come to the reception desk.',
};
const otherWay: BilingualText = {
  ja: 'カメラを使えません。暗証番号、または職員による確認をお選びください。',
  en: 'The camera cannot be used. Please choose the PIN or a check by our staff.',
};
const report: BilingualText = { ja: 'ログを添えてお知らせください。', en: 'Report it with the log.' };

/** Failures of the agent beside the patient; letter T of the failure-code book. */
export const terminalFailures = defineFailures('T', {
  'reception-unreachable': {
    number: 'T101',
    actor: 'network',
    patient: toDesk,
    staff: {
      ja: '端末が受付のサーバーにつながりません。ネットワークとサーバーをご確認ください。',
      en: 'The terminal cannot reach reception’s server. Check the network and the server.',
    },
    cause: {
      ja: '回線が切れている、サーバーが止まっている、または応答に時間がかかりすぎています。',
      en: 'The line is down, the server is stopped, or it takes too long to answer.',
    },
    remedy: {
      ja: 'つながると自動で再開します。それまでは窓口で受付してください。',
      en: 'It resumes by itself once connected. Until then check patients in at the desk.',
    },
  },
  'reception-refused': {
    number: 'T102',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '受付のサーバーが端末の要求を受け付けませんでした。端末の登録をご確認ください。',
      en: 'Reception’s server refused the terminal’s request. Check the terminal’s registration.',
    },
    cause: {
      ja: '端末の合言葉（トークン）や名前の設定が合っていない、または受付が先に終わっています。',
      en: 'The terminal’s token or name is not registered, or the visit was closed before.',
    },
    remedy: {
      ja: '端末と受付の設定を照らし合わせてください。',
      en: 'Compare the settings of terminal and reception.',
    },
  },
  'reception-answer-malformed': {
    number: 'T103',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '受付のサーバーの応答を読み取れませんでした。版が合っているかご確認ください。',
      en: 'Reception’s answer could not be read. Check that the versions agree.',
    },
    cause: {
      ja: '端末と受付の版が合っていません。',
      en: 'Terminal and reception are of different versions.',
    },
    remedy: { ja: '同じ版にそろえてください。', en: 'Bring them to the same version.' },
  },
  'result-needs-desk': {
    number: 'T104',
    actor: 'staff',
    patient: {
      ja: '本人確認のあと、保険の確認を終えられませんでした。恐れ入りますが、受付の窓口へお越しください。',
      en: 'Your insurance could not be confirmed just now. Please come to the reception desk.',
    },
    staff: {
      ja: '資格確認が終わりませんでした。理由は受付画面に出ています。',
      en: 'The eligibility check did not complete. The console shows why.',
    },
    cause: {
      ja: '資格確認サービスが断った、または応答がありません。',
      en: 'The eligibility service refused, or did not answer.',
    },
    remedy: {
      ja: '受付画面の案内に従ってください。',
      en: 'Follow what the console says.',
    },
  },
  'staff-called': {
    number: 'T105',
    actor: 'staff',
    patient: {
      ja: '職員を呼びました。そのままお待ちください。',
      en: 'Our staff has been called. Please wait here.',
    },
    staff: {
      ja: '患者さんが職員による確認を希望しています。本人とカードの写真を見比べてください。',
      en: 'The patient asks for a check by staff. Compare the person with the photo on the card.',
    },
    cause: { ja: '「職員を呼ぶ」が選ばれました。', en: '“Call staff” was chosen.' },
    remedy: {
      ja: '受付画面で「確認した」または「確認できない」を選んでください。',
      en: 'Choose “confirmed” or “not confirmed” on the console.',
    },
  },
  'other-card-laid': {
    number: 'T107',
    actor: 'patient',
    patient: {
      ja: 'はじめのカードと別のカードが置かれました。このカードで受付するには「もう一度」を押してください。',
      en: 'This is another card than the one before. To check in with this one, please start again.',
    },
    staff: {
      ja: '券面をカメラに見せたあと、別のカードが置かれました。前の受付は終わりました。',
      en: 'After the printed side was shown to the camera, another card was laid down. The visit before is over.',
    },
    cause: {
      ja: 'ご家族のカードを取り違えた、または次の方がカードを置きました。',
      en: 'Cards of one family were mixed up, or the next person laid theirs down.',
    },
    remedy: {
      ja: '置いてあるカードで、はじめから受付できます。',
      en: 'The card that lies there can be checked in from the start.',
    },
  },
  'camera-denied': {
    number: 'T201',
    actor: 'device',
    patient: otherWay,
    staff: {
      ja: '画面がカメラの使用を許可されていません。ブラウザーの設定をご確認ください。',
      en: 'The screen is not allowed to use the camera. Check the browser’s settings.',
    },
    cause: { ja: 'カメラの許可が拒否されています。', en: 'Permission for the camera is denied.' },
    remedy: {
      ja: 'ブラウザーの設定でカメラを許可してください。',
      en: 'Allow the camera in the browser’s settings.',
    },
  },
  'camera-missing': {
    number: 'T202',
    actor: 'device',
    patient: otherWay,
    staff: {
      ja: 'カメラが見つかりません。ケーブルをご確認ください。',
      en: 'No camera was found. Check its cable.',
    },
    cause: { ja: 'カメラがつながっていません。', en: 'No camera is connected.' },
    remedy: { ja: 'カメラをつなぎ直してください。', en: 'Connect the camera again.' },
  },
  'camera-lost': {
    number: 'T203',
    actor: 'device',
    patient: {
      ja: 'カメラの映像が止まりました。もう一度試すか、暗証番号または職員による確認をお選びください。',
      en: 'The camera stopped. Please try again, or choose the PIN or a check by our staff.',
    },
    staff: {
      ja: '顔認証の途中でカメラが止まりました。ケーブルをご確認ください。',
      en: 'The camera stopped during face recognition. Check its cable.',
    },
    cause: {
      ja: 'カメラが抜けた、または他のソフトウェアに取られました。',
      en: 'The camera was unplugged, or taken by other software.',
    },
    remedy: { ja: 'カメラをつなぎ直してください。', en: 'Connect the camera again.' },
  },
  'camera-silent': {
    number: 'T204',
    actor: 'device',
    patient: {
      ja: 'カメラの映像が届きませんでした。もう一度試すか、暗証番号または職員による確認をお選びください。',
      en: 'No picture came from the camera. Please try again, or choose the PIN or a check by our staff.',
    },
    staff: {
      ja: 'カメラの映像が端末に届いていません。画面を再読み込みしてください。',
      en: 'No picture reaches the terminal. Reload the screen.',
    },
    cause: {
      ja: '画面が止まっている、またはカメラの起動に時間がかかりすぎました。',
      en: 'The screen hangs, or the camera took too long to start.',
    },
    remedy: { ja: '画面を再読み込みしてください。', en: 'Reload the screen.' },
  },
  'screen-origin-refused': {
    number: 'T301',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '許可されていないページが端末につなごうとしました。',
      en: 'A page that is not allowed tried to connect to the terminal.',
    },
    cause: {
      ja: '別のサイトのページ、または画面のアドレスが設定と違います。',
      en: 'A page of another site, or the screen’s address differs from the setting.',
    },
    remedy: {
      ja: '画面のアドレスを設定（allowedOrigins）に加えてください。',
      en: 'Add the screen’s address to the setting (allowedOrigins).',
    },
    http: 403,
  },
  'screen-token-refused': {
    number: 'T302',
    actor: 'device',
    patient: toDesk,
    staff: {
      ja: '画面の合言葉が古くなっています。画面を開き直してください。',
      en: 'The screen’s token is out of date. Open the screen again.',
    },
    cause: {
      ja: '端末のプログラムが再起動したあと、画面が開いたままでした。',
      en: 'The agent was restarted while the screen stayed open.',
    },
    remedy: { ja: '画面を再読み込みしてください。', en: 'Reload the screen.' },
    http: 401,
  },
  'screen-replaced': {
    number: 'T303',
    actor: 'device',
    patient: {
      ja: '別の画面で受付を続けています。',
      en: 'Check-in goes on in another window.',
    },
    staff: {
      ja: '新しい画面が開かれたため、この画面は閉じられました。',
      en: 'A newer screen was opened, so this one was closed.',
    },
    cause: { ja: '画面が二つ開かれました。', en: 'Two screens were open.' },
    remedy: { ja: '画面を一つだけ開いてください。', en: 'Keep one screen open.' },
  },
  'screen-message-malformed': {
    number: 'T304',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '画面と端末の版が合っていません。画面を再読み込みしてください。',
      en: 'Screen and agent are of different versions. Reload the screen.',
    },
    cause: {
      ja: '決まりにない内容が画面から届きました。',
      en: 'Something outside the protocol came from the screen.',
    },
    remedy: report,
  },
  'terminal-stopped': {
    number: 'T106',
    actor: 'device',
    patient: toDesk,
    staff: {
      ja: '手続きの途中で端末のプログラムが終了しました。',
      en: 'The terminal’s program was stopped during check-in.',
    },
    cause: { ja: '更新や再起動など、端末の停止です。', en: 'The terminal was stopped, as for an update.' },
    remedy: {
      ja: '起動したあと、カードを置き直してもらってください。',
      en: 'Once it runs, the card is laid down again.',
    },
  },
  'terminal-error': {
    number: 'T901',
    actor: 'developer',
    patient: toDesk,
    staff: {
      ja: '端末のプログラムで問題が起きました。もう一度試して、続く場合はご連絡ください。',
      en: 'Something went wrong in the terminal. Try again; report it if it recurs.',
    },
    cause: { ja: 'プログラムの誤りです。', en: 'A fault in the program.' },
    remedy: report,
  },
});
