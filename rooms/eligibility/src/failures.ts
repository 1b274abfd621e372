import { defineFailures } from '@honnin/outcome';

const staffWillHelp = {
  ja: 'ご本人の確認はできています。保険のことは受付の係員がご案内しますので、受付へお声がけください。',
  en: 'Your identity has been confirmed. Please speak to reception; they will help you with your insurance.',
};
const atTheDesk = {
  ja: '今はこの機械で手続きを終えることができません。受付へお声がけください。',
  en: 'We cannot finish this at the machine right now. Please speak to reception.',
};
const tryAgain = {
  ja: 'もう一度カードを置いて、はじめからお試しください。うまくいかないときは受付へお声がけください。',
  en: 'Please lay your card down and try again from the start. If it does not work, please speak to reception.',
};

/** What can go wrong, or has to be said, in an eligibility check. Codes of the statement and certificate are in
 * the tables of the identification and pki rooms. */
export const eligibilityFailures = defineFailures('E', {
  'certificate-expires-soon': {
    number: 'E102',
    actor: 'patient',
    patient: {
      ja: '電子証明書の有効期限が近づいています。市区町村の窓口で更新できます。',
      en: 'The certificate on your card will run out soon. You can renew it at your municipality.',
    },
    staff: {
      ja: '電子証明書の有効期限まで3か月を切っています。',
      en: 'The certificate runs out within three months.',
    },
    cause: { ja: '電子証明書の有効期間は5年です。', en: 'Certificates are valid for five years.' },
    remedy: {
      ja: '更新は期限の3か月前からできます。',
      en: 'It can be renewed from three months before it runs out.',
    },
  },
  'person-not-registered': {
    number: 'E103',
    actor: 'staff',
    patient: staffWillHelp,
    staff: {
      ja: 'このカードは健康保険証としての利用登録がまだです。登録を案内するか、資格確認書などをご確認ください。',
      en: 'This card is not yet registered as an insurance card. Help the patient register, or look at their eligibility certificate.',
    },
    cause: {
      ja: '証明書は正しいものですが、結び付いた加入者がいません。',
      en: 'The certificate is genuine but is linked to no insured person.',
    },
    remedy: {
      ja: 'カードリーダーまたはマイナポータルで利用登録をします。',
      en: 'Register the card on the reader or in Mynaportal.',
    },
  },
  'no-coverage-in-force': {
    number: 'E104',
    actor: 'staff',
    patient: staffWillHelp,
    staff: {
      ja: '確認日に有効な資格が見つかりません。保険者の登録待ちのことがあります。資格確認書・資格申立書をご案内ください。',
      en: 'No coverage in force on that day. It may not have been registered yet: ask for the eligibility certificate or a declaration.',
    },
    cause: {
      ja: '資格を失ったか、保険者がまだ登録していません。',
      en: 'The coverage was lost, or the insurer has not registered it yet.',
    },
    remedy: {
      ja: '保険者に登録の状況を問い合わせます。',
      en: 'Ask the insurer how far registration has got.',
    },
  },
  'several-coverages': {
    number: 'E105',
    actor: 'staff',
    patient: staffWillHelp,
    staff: {
      ja: '有効な医療保険が2つ以上登録されています。どちらを使うか、ご本人に確かめてください。',
      en: 'Two or more insurances are in force. Ask the patient which one applies.',
    },
    cause: {
      ja: '前の保険者の喪失登録が済んでいないことが多いです。',
      en: 'Usually the former insurer has not registered the loss yet.',
    },
    remedy: {
      ja: '前の保険者に喪失の登録を依頼します。',
      en: 'Ask the former insurer to register the loss.',
    },
  },
  'no-medical-ticket': {
    number: 'E106',
    actor: 'staff',
    patient: staffWillHelp,
    staff: {
      ja: '医療扶助の資格はありますが、確認日の医療券・調剤券が登録されていません。福祉事務所へご確認ください。',
      en: 'Medical aid is in force but no ticket is registered for that day. Ask the welfare office.',
    },
    cause: { ja: '福祉事務所の登録待ちです。', en: 'The welfare office has not registered the ticket yet.' },
    remedy: { ja: '福祉事務所に登録を依頼します。', en: 'Ask the welfare office to register it.' },
  },
  'rule-relaxed': {
    number: 'E107',
    actor: 'staff',
    patient: {
      ja: 'この確認は試験用の設定で行われました。',
      en: 'This check was made with a setting meant for trials.',
    },
    staff: {
      ja: '本人確認の規則の一部をゆるめた試験用の設定です。実際の受付では使わないでください。',
      en: 'Part of the identification rules was relaxed. Do not use this setting with real patients.',
    },
    cause: {
      ja: '端末とサービスの両方で、名前の付いた緩和が許されています。',
      en: 'Terminal and service both allow the named relaxation.',
    },
    remedy: { ja: '設定から緩和を外します。', en: 'Remove the relaxation from the configuration.' },
  },
  'method-not-accepted': {
    number: 'E202',
    actor: 'staff',
    patient: tryAgain,
    staff: {
      ja: 'この本人確認の方法は受け付けていません。別の方法でお試しください。',
      en: 'This way of identification is not accepted. Use another one.',
    },
    cause: {
      ja: 'サービスの方針で許されていない方法です。',
      en: 'The policy of the service does not allow it.',
    },
    remedy: { ja: '顔認証か暗証番号で行います。', en: 'Use face or PIN.' },
  },
  'proof-not-accepted': {
    number: 'E203',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: 'カードの証明のしかたが受け付けられませんでした。目視で確認してください。',
      en: 'The way the card was proved is not accepted. Check by looking.',
    },
    cause: { ja: '方針の acceptedProofs にない方法です。', en: 'It is not in acceptedProofs of the policy.' },
    remedy: { ja: '端末か方針の設定を見直します。', en: 'Review the settings of terminal or policy.' },
  },
  'card-face-of-another': {
    number: 'E208',
    actor: 'staff',
    patient: atTheDesk,
    staff: {
      ja: 'カードの証明書の持ち主と、カードの写真の記録の生年月日が合いません。別の方法で本人確認をしてください。',
      en: 'The birth date in the card’s photo record is not that of the certificate’s holder. Identify in another way.',
    },
    cause: {
      ja: '証明書と券面の記録が別のカードのものです。登録されている生年月日の誤りのこともあります。',
      en: 'Certificate and card-face record are of two cards; or the birth date in the register is wrong.',
    },
    remedy: {
      ja: '暗証番号での確認なら、証明書の鍵が署名します。登録の生年月日も確かめてください。',
      en: 'By PIN the certificate’s own key signs. Check the birth date in the register too.',
    },
  },
  'face-not-sure-enough': {
    number: 'E207',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: '顔の照合の確かさが、サービスの決めた水準に届きません。暗証番号か目視で確認してください。',
      en: 'The face was not compared as surely as the service asks. Use the PIN, or check by looking.',
    },
    cause: {
      ja: '端末のしきい値が低く、言明された誤一致率が方針の largestFalseMatchRate を超えています。',
      en: 'The terminal’s threshold is low: the stated false match rate is over largestFalseMatchRate of the policy.',
    },
    remedy: { ja: '端末のしきい値を上げます。', en: 'Raise the threshold of the terminal.' },
  },
  'statement-replayed': {
    number: 'E205',
    actor: 'staff',
    patient: tryAgain,
    staff: {
      ja: 'この本人確認は一度使われています。もう一度カードで本人確認をしてください。',
      en: 'This identification was used before. Please identify the patient again.',
    },
    cause: {
      ja: '同じ署名済みの本人確認が2回送られました。',
      en: 'The same signed identification was sent twice.',
    },
    remedy: {
      ja: '新しい受付で本人確認をやり直します。繰り返すときは調べてください。',
      en: 'Identify again in a new visit; if it happens again, investigate.',
    },
  },
  'terminal-of-another-institution': {
    number: 'E206',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: '別の医療機関に登録された端末での本人確認です。',
      en: 'The identification comes from a terminal of another institution.',
    },
    cause: {
      ja: '端末の証明書の組織と、照会した医療機関が違います。',
      en: "The terminal certificate's organisation is not the institution that asks.",
    },
    remedy: {
      ja: '端末の証明書を発行し直します。',
      en: 'Issue the terminal a certificate of this institution.',
    },
  },
  'request-malformed': {
    number: 'E301',
    actor: 'developer',
    patient: atTheDesk,
    staff: { ja: '照会の形式が正しくありません。', en: 'The request is not well-formed.' },
    cause: { ja: '送った側のプログラムの誤りです。', en: 'A mistake of the program that sent it.' },
    remedy: {
      ja: 'detail が示す場所を OpenAPI の定義と比べてください。',
      en: 'Compare the place in `detail` with the OpenAPI definition.',
    },
    http: 400,
  },
  'date-out-of-range': {
    number: 'E302',
    actor: 'staff',
    patient: atTheDesk,
    staff: {
      ja: '確認できるのは1年前から明日までの日付です。',
      en: 'Dates from a year ago until tomorrow can be asked for.',
    },
    cause: { ja: '確認日が範囲の外です。', en: 'The day is outside that range.' },
    remedy: { ja: '日付と端末の時計を確かめます。', en: 'Check the date and the clock.' },
    http: 400,
  },
  'institution-not-known': {
    number: 'E303',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: 'この医療機関の認証情報がサービスに受け付けられませんでした。',
      en: 'The service does not know the credentials of this institution.',
    },
    cause: {
      ja: 'トークンがないか、違っているか、取り消されています。',
      en: 'The token is missing, wrong or withdrawn.',
    },
    remedy: { ja: '設定のトークンを確かめます。', en: 'Check the token in the configuration.' },
    http: 401,
  },
  'institution-mismatch': {
    number: 'E304',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: '医療機関コードがトークンの医療機関と違います。',
      en: 'The institution code is not the one the token belongs to.',
    },
    cause: { ja: '設定の食い違いです。', en: 'Code and token of the configuration do not belong together.' },
    remedy: { ja: '医療機関コードとトークンを確かめます。', en: 'Check code and token.' },
    http: 403,
  },
  'request-id-reused': {
    number: 'E305',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: '同じ照会番号で違う内容が送られました。',
      en: 'The same request id was sent with different contents.',
    },
    cause: {
      ja: '送った側が番号を使い回しています。',
      en: 'The sender uses one id for two requests.',
    },
    remedy: { ja: '照会ごとに新しい番号を付けます。', en: 'Use a new id for each request.' },
    http: 409,
  },
  'request-too-large': {
    number: 'E306',
    actor: 'developer',
    patient: atTheDesk,
    staff: { ja: '照会が大きすぎます。', en: 'The request is too large.' },
    cause: { ja: '64 KiB を超えています。', en: 'It is over 64 KiB.' },
    remedy: { ja: '送った内容を確かめます。', en: 'Look at what was sent.' },
    http: 413,
  },
  'too-many-requests': {
    number: 'E307',
    actor: 'network',
    patient: atTheDesk,
    staff: {
      ja: '短い時間に照会が集中しました。少し待ってからもう一度お試しください。',
      en: 'Too many requests in a short time. Wait a moment and try again.',
    },
    cause: { ja: '医療機関ごとの上限を超えました。', en: 'The limit of one institution was passed.' },
    remedy: { ja: '繰り返し送るプログラムがないか調べます。', en: 'Look for a program that repeats itself.' },
    http: 429,
  },
  'not-found': {
    number: 'E308',
    actor: 'developer',
    patient: atTheDesk,
    staff: { ja: 'そのような窓口はありません。', en: 'There is no such address here.' },
    cause: { ja: 'アドレスが違います。', en: 'The address is wrong.' },
    remedy: { ja: '/openapi.json を見てください。', en: 'See /openapi.json.' },
    http: 404,
  },
  'database-unavailable': {
    number: 'E401',
    actor: 'network',
    patient: atTheDesk,
    staff: {
      ja: '資格確認サービスの記録装置に届きません。しばらくしてからお試しください。',
      en: 'The eligibility service cannot reach its database. Try again later.',
    },
    cause: {
      ja: 'データベースが止まっているか、応答していません。',
      en: 'The database is down or does not answer.',
    },
    remedy: { ja: 'データベースの状態を調べます。', en: 'Look at the database.' },
    http: 503,
  },
  'service-failed': {
    number: 'E402',
    actor: 'developer',
    patient: atTheDesk,
    staff: {
      ja: '資格確認サービスの内部で誤りが起きました。',
      en: 'The eligibility service made a mistake.',
    },
    cause: { ja: 'プログラムの誤りです。', en: 'A bug.' },
    remedy: { ja: 'ログを添えて開発者に知らせます。', en: 'Tell the developers, with the log.' },
    http: 500,
  },
  'database-not-installed': {
    number: 'E501',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: '組み込みのデータベースが入っていません。',
      en: 'The database that comes with Honnin is not installed.',
    },
    cause: {
      ja: 'このOS用の部品がないか、組み込みが途中で止まりました。',
      en: 'There is none for this system, or installation was interrupted.',
    },
    remedy: {
      ja: 'もう一度組み込むか、DATABASE_URL で別の PostgreSQL を指定します。',
      en: 'Install again, or name another PostgreSQL in DATABASE_URL.',
    },
  },
  'database-account-missing': {
    number: 'E502',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: 'データベース用の利用者 postgres を作れませんでした。',
      en: 'The system user postgres could not be made.',
    },
    cause: {
      ja: 'PostgreSQL は root では動きません。',
      en: 'PostgreSQL does not run as root and needs a user of its own.',
    },
    remedy: {
      ja: 'root 以外で動かすか、利用者 postgres を作ります。',
      en: 'Run as another user, or make the user postgres.',
    },
  },
  'database-folder-unusable': {
    number: 'E503',
    actor: 'device',
    patient: atTheDesk,
    staff: { ja: 'データの置き場所が使えません。', en: 'The data folder cannot be used.' },
    cause: {
      ja: '権限がないか、道筋が長すぎます。',
      en: 'Permission is missing, or its path is too long.',
    },
    remedy: { ja: '別の場所を指定します。', en: 'Choose another folder.' },
  },
  'database-in-use': {
    number: 'E504',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: '同じデータで別の Honnin が動いています。',
      en: 'Another Honnin runs on the same data.',
    },
    cause: { ja: '二つ目を始めようとしました。', en: 'A second one was started.' },
    remedy: {
      ja: '先の Honnin を止めるか、--data で別の場所を使います。',
      en: 'Stop the first one, or use another folder with --data.',
    },
  },
  'database-orphan-stays': {
    number: 'E505',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: '前回のデータベースが止まりません。',
      en: 'The database server of an earlier run does not stop.',
    },
    cause: {
      ja: '前回の Honnin が途中で止められ、サーバーが残っています。',
      en: 'Honnin was killed and its server lives on.',
    },
    remedy: {
      ja: 'detail にある番号のプロセスを調べて止めます。',
      en: 'Look at the process named in `detail` and stop it.',
    },
  },
  'database-not-created': {
    number: 'E506',
    actor: 'device',
    patient: atTheDesk,
    staff: { ja: 'データベースを作れませんでした。', en: 'The database could not be created.' },
    cause: { ja: 'initdb が失敗しました。', en: 'initdb failed.' },
    remedy: { ja: '空き容量と権限を確かめます。', en: 'Check disk space and permissions.' },
  },
  'database-of-another-version': {
    number: 'E507',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: 'データが別の版の PostgreSQL のものです。',
      en: 'The data belongs to another version of PostgreSQL.',
    },
    cause: { ja: '版が上がり、形式が変わりました。', en: 'The version was raised and the format changed.' },
    remedy: {
      ja: '前の版で書き出して読み込むか、新しい場所で始めます。',
      en: 'Dump with the former version and load, or start in a new folder.',
    },
  },
  'database-did-not-start': {
    number: 'E508',
    actor: 'device',
    patient: atTheDesk,
    staff: { ja: 'データベースが起動しません。', en: 'The database server does not start.' },
    cause: { ja: 'detail に最後の記録があります。', en: 'Its last words are in `detail`.' },
    remedy: { ja: '記録に従って直します。', en: 'Mend what the log names.' },
  },
  'database-ended': {
    number: 'E509',
    actor: 'device',
    patient: atTheDesk,
    staff: { ja: 'データベースが途中で止まりました。', en: 'The database server ended by itself.' },
    cause: { ja: '外から止められたか、故障です。', en: 'It was stopped from outside, or broke.' },
    remedy: { ja: 'Honnin を起動し直します。', en: 'Start Honnin again.' },
  },
  'database-schema-unknown': {
    number: 'E510',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: 'データベースの構造がこの版の Honnin と合いません。',
      en: 'The database schema does not fit this version of Honnin.',
    },
    cause: {
      ja: '新しい版の Honnin が使ったデータか、移行の内容が書き換えられています。',
      en: 'A newer Honnin used it, or a migration was changed after it ran.',
    },
    remedy: { ja: '新しい版の Honnin を使います。', en: 'Use the newer Honnin.' },
  },
  'address-in-use': {
    number: 'E511',
    actor: 'device',
    patient: atTheDesk,
    staff: {
      ja: '資格確認サービスの番地（ポート）が使えません。',
      en: 'The address or port of the eligibility service cannot be used.',
    },
    cause: {
      ja: '別のプログラムが使っているか、許されていません。',
      en: 'Another program uses it, or it is not allowed.',
    },
    remedy: { ja: '別のポートを指定します。', en: 'Choose another port.' },
  },
  'records-malformed': {
    number: 'E601',
    actor: 'developer',
    patient: atTheDesk,
    staff: { ja: '読み込むデータに誤りがあります。', en: 'The records to be loaded hold a mistake.' },
    cause: {
      ja: 'detail が誤りの場所を示します。何も読み込まれていません。',
      en: '`detail` names the place. Nothing was loaded.',
    },
    remedy: { ja: 'その場所を直して、もう一度読み込みます。', en: 'Mend that place and load again.' },
  },
});
