import { type BilingualText, defineFailures } from '@honnin/outcome';
import { otherCardFailures } from './document/other-card-failures.ts';
import { residenceCardFailures } from './residence-card/residence-card-failures.ts';

const AGAIN: BilingualText = {
  ja: 'もう一度、カードを読み取り口に置いてください。読み取りが終わるまで、そのままにしておいてください。',
  en: 'Please lay your card on the reader again, and leave it there until reading has finished.',
};
const AGAIN_WITHOUT_CASE: BilingualText = {
  ja: 'カードをケースから出して、もう一度、読み取り口の中央に置いてください。読み取りが終わるまで、そのままにしておいてください。',
  en: 'Please take your card out of its case, lay it on the middle of the reader again, and leave it there until reading has finished.',
};
const ASK_STAFF: BilingualText = {
  ja: 'お手数ですが、係の者にお声がけください。別の方法でも受付できます。',
  en: 'Please ask a member of staff. You can also be checked in another way.',
};
const OTHER_WAY: BilingualText = {
  ja: 'カードはこのままで、別の確認方法をお選びいただけます。お困りのときは係の者にお声がけください。',
  en: 'You can choose another way to continue. If you need help, please ask a member of staff.',
};

/** The failures of cards and readers; letter C of the failure-code book. */
export const cardFailures = defineFailures('C', {
  ...otherCardFailures,
  ...residenceCardFailures,
  'card-removed': {
    number: 'C101',
    actor: 'patient',
    patient: AGAIN,
    staff: {
      ja: 'カードが読み取り中に離れました。もう一度置いていただいてください。',
      en: 'The card left the reader while it was being read. Ask the person to lay it down again.',
    },
    cause: {
      ja: '読み取りの途中でカードが動いたか、別のカードと入れ替わりました。',
      en: 'The card was moved or exchanged before reading had finished.',
    },
    remedy: {
      ja: 'カードを置き直すと、最初から読み取ります。読み取り途中の内容は使われません。',
      en: 'Lay the card down again; reading starts anew, and nothing of the broken session is used.',
    },
  },
  'card-absent': {
    number: 'C102',
    actor: 'patient',
    patient: { ja: 'カードを読み取り口に置いてください。', en: 'Please lay your card on the reader.' },
    staff: { ja: '読み取り口にカードがありません。', en: 'There is no card on the reader.' },
    cause: {
      ja: 'カードが置かれていないか、ケースや金属で電波が届いていません。',
      en: 'No card lies on the reader, or a case or metal keeps the field away from it.',
    },
    remedy: {
      ja: 'ケースから出して、読み取り口の中央に置いてください。',
      en: 'Take the card out of its case and lay it on the middle of the reader.',
    },
  },
  'card-mute': {
    number: 'C103',
    actor: 'patient',
    patient: {
      ja: 'カードから応答がありません。ケースから出し、1枚だけを、向きと表裏を確かめて、もう一度置いてください。',
      en: 'The card does not answer. Please take it out of its case, and lay it down again by itself, the right way round.',
    },
    staff: {
      ja: 'カードが応答しません。2枚重なっていないか、向きが正しいかを見てください。直らなければ、ICチップの故障が考えられます。',
      en: 'The card does not answer. See that it lies there alone and the right way round; if that does not help, its chip may be damaged.',
    },
    cause: {
      ja: 'リセットへの応答がないか、読み取れません。2枚重ね、裏返し、接点の汚れ、ICチップの故障などが考えられます。',
      en: 'No answer to reset, or none that makes sense: two cards at once, the wrong way round, dirty contacts, or a damaged chip.',
    },
    remedy: {
      ja: '1枚だけを置き直す、接点を乾いた布で拭く。直らなければ、市区町村での再交付をご案内ください。',
      en: 'Lay it down again by itself or wipe the contacts; otherwise the municipality issues a new card.',
    },
  },
  'card-contact-lost': {
    number: 'C104',
    actor: 'patient',
    patient: AGAIN_WITHOUT_CASE,
    staff: {
      ja: 'カードとの通信が途切れました。カードを中央に置き直していただいてください。',
      en: 'Communication with the card broke off. Ask the person to lay it in the middle of the reader.',
    },
    cause: {
      ja: 'カードは読み取り口にありますが、通信が続きませんでした。電波が弱いか、接点が汚れています。',
      en: 'The card is there but the exchange failed: a weak field or dirty contacts.',
    },
    remedy: {
      ja: 'ケースから出して置き直す。繰り返すときは、リーダーの故障も確かめてください。',
      en: 'Take it out of its case and lay it down again; if it recurs, check the reader too.',
    },
  },
  'card-not-my-number': {
    number: 'C105',
    actor: 'patient',
    patient: {
      ja: 'このカードはマイナンバーカードとして読み取れませんでした。マイナンバーカードを置いてください。',
      en: 'This card could not be read as a My Number card. Please lay down your My Number card.',
    },
    staff: {
      ja: 'マイナンバーカード以外のカード（運転免許証、交通系カードなど）が置かれています。',
      en: 'A card that is not a My Number card lies on the reader (a driving licence, a transit card, …).',
    },
    cause: {
      ja: '公的個人認証アプリケーションが見つからないか、その種別がマイナンバーカードではありません。',
      en: 'The JPKI application is missing, or its token label is not that of a My Number card.',
    },
    remedy: {
      ja: 'マイナンバーカードを1枚だけ置いてください。',
      en: 'Lay down the My Number card, and only that one.',
    },
  },
  'card-in-use': {
    number: 'C106',
    actor: 'device',
    patient: {
      ja: 'ただいまカードを準備しています。そのまま少しお待ちください。',
      en: 'Your card is being prepared. Please leave it there and wait a moment.',
    },
    staff: {
      ja: 'ほかのソフトウェアがこのカードを使っています。',
      en: 'Another program is using this card.',
    },
    cause: {
      ja: '別のプログラムがカードに接続しているため、専有できません。',
      en: 'Another program is connected to the card, so that an exclusive session is not possible.',
    },
    remedy: {
      ja: 'この端末で動いている、カードを使うほかのソフトウェアを終了してください。',
      en: 'Close other software on this machine that uses cards.',
    },
  },
  'card-answered-error': {
    number: 'C107',
    actor: 'device',
    patient: {
      ja: 'カードの一部を読み取れませんでした。もう一度置いてみてください。別の方法でも受付できます。',
      en: 'Part of the card could not be read. Please try laying it down again; you can also be checked in another way.',
    },
    staff: {
      ja: 'カードが想定外の応答を返しました。置き直しても同じなら、別の方法で受付してください。',
      en: 'The card gave an unexpected answer. If laying it down again does not help, use another way.',
    },
    cause: {
      ja: 'カードのステータスワードが、この操作で予定しているものではありませんでした。ICチップの一部が傷んでいることもあります。',
      en: 'A status word that this operation does not expect; part of the chip may be damaged.',
    },
    remedy: {
      ja: '同じカードで繰り返すなら、市区町村での再交付をご案内ください。ほかのカードでも起こるなら、ログの詳細を添えてお知らせください。',
      en: 'If it recurs with this card, the municipality issues a new one; if with others too, report it with the detail in the log.',
    },
  },
  'extension-not-offered': {
    number: 'C108',
    actor: 'developer',
    patient: OTHER_WAY,
    staff: {
      ja: 'このカードは、暗証番号なしの署名（模擬カード専用の機能）に対応していません。',
      en: 'This card does not offer signing without a PIN, which only the simulated card has.',
    },
    cause: {
      ja: '暗証番号なしの署名は公開されていない仕様のため、実物のカードでは使えません。',
      en: 'Signing without a PIN is not public, so it does not work with a real card.',
    },
    remedy: {
      ja: '顔認証ではカードの真正性確認を、署名では暗証番号を使ってください。',
      en: 'Rely on the proof by the card’s own key, or ask for the PIN.',
    },
  },
  'card-not-answering': {
    number: 'C109',
    actor: 'patient',
    patient: AGAIN_WITHOUT_CASE,
    staff: {
      ja: 'カードの応答が時間内に返りませんでした。カードを置き直していただいてください。',
      en: 'The card did not answer in time. Ask the person to lay it down again.',
    },
    cause: {
      ja: '電波が弱い、ICチップが応答しない、またはリーダーのドライバーが止まっています。待たずに中断しました。',
      en: 'A weak field, a chip that does not answer, or a driver that hangs. The command was given up.',
    },
    remedy: {
      ja: 'カードを取り除き、置き直すと、最初から読み取ります。繰り返すときは、リーダーをつなぎ直してください。',
      en: 'Take the card away and lay it down again; reading starts anew. If it recurs, plug the reader in again.',
    },
  },
  'card-several': {
    number: 'C110',
    actor: 'patient',
    patient: {
      ja: 'カードが2枚以上置かれています。使うカードを1枚だけ置いてください。',
      en: 'More than one card is on the readers. Please lay down only the one to use.',
    },
    staff: {
      ja: '複数のリーダーにカードがあります。1枚だけにするか、リーダーを指定してください。',
      en: 'There are cards on several readers. Leave only one, or name the reader.',
    },
    cause: {
      ja: 'どのカードを読むのか決められません。',
      en: 'Which card is meant cannot be known.',
    },
    remedy: {
      ja: 'カードを1枚だけ残すか、--reader で名前を指定してください。',
      en: 'Leave one card only, or name the reader with --reader.',
    },
  },
  'reader-missing': {
    number: 'C201',
    actor: 'staff',
    patient: ASK_STAFF,
    staff: {
      ja: 'カードリーダーが見つかりません。ケーブルを確かめてください。',
      en: 'The card reader was not found. Check its cable.',
    },
    cause: {
      ja: 'リーダーが外れているか、電源が入っていないか、名前が変わりました。',
      en: 'The reader is unplugged or off, or its name has changed.',
    },
    remedy: {
      ja: 'リーダーをつなぎ直してください。つながると自動で使えるようになります。',
      en: 'Plug the reader in again; it is taken up by itself.',
    },
  },
  'reader-service-down': {
    number: 'C202',
    actor: 'device',
    patient: ASK_STAFF,
    staff: {
      ja: 'カードリーダーのサービス（PC/SC）が動いていません。',
      en: 'The card reader service (PC/SC) is not running.',
    },
    cause: {
      ja: 'pcscd または Smart Card サービスが停止しているか、つながりません。',
      en: 'pcscd, or the Smart Card service, is stopped or cannot be reached.',
    },
    remedy: {
      ja: 'サービスを起動してください。起動すると自動で再開します。',
      en: 'Start the service; reading resumes by itself.',
    },
  },
  'reader-service-not-installed': {
    number: 'C203',
    actor: 'developer',
    patient: ASK_STAFF,
    staff: {
      ja: 'この端末には、カードリーダー用のソフトウェアが入っていません。',
      en: 'The software for card readers is not installed on this machine.',
    },
    cause: {
      ja: 'PC/SC のライブラリ（pcsc-lite、winscard、PCSC.framework）を読み込めません。',
      en: 'The PC/SC library (pcsc-lite, winscard or PCSC.framework) cannot be loaded.',
    },
    remedy: {
      ja: 'Debian や Ubuntu では pcscd と libpcsclite1 を入れてください。',
      en: 'On Debian and Ubuntu install pcscd and libpcsclite1.',
    },
  },
  'command-refused': {
    number: 'C204',
    actor: 'device',
    patient: OTHER_WAY,
    staff: {
      ja: 'カードリーダーがこの操作を受け付けませんでした。',
      en: 'The card reader did not accept this operation.',
    },
    cause: {
      ja: 'リーダーまたはドライバーが、コマンドの形や長さに対応していません。',
      en: 'The reader or its driver does not take the form or length of the command.',
    },
    remedy: {
      ja: 'リーダーのドライバーを更新するか、別のリーダーを使ってください。',
      en: 'Update the driver, or use another reader.',
    },
  },
  'response-torn': {
    number: 'C205',
    actor: 'patient',
    patient: AGAIN,
    staff: {
      ja: 'カードの応答が途中で切れました。置き直していただいてください。',
      en: 'The card’s answer was cut off. Ask the person to lay the card down again.',
    },
    cause: {
      ja: '応答が短すぎるか、長さが合いません。通信中にカードが動いたときに起こります。',
      en: 'The answer is too short or of the wrong length, as when the card moves.',
    },
    remedy: {
      ja: '置き直すと、最初から読み取ります。',
      en: 'Lay the card down again; reading starts anew.',
    },
  },
  'reader-hanging': {
    number: 'C206',
    actor: 'staff',
    patient: ASK_STAFF,
    staff: {
      ja: 'カードリーダーが応答しません。カードを取り除き、リーダーをつなぎ直してください。',
      en: 'The card reader does not respond. Take the card away, and plug the reader in again.',
    },
    cause: {
      ja: '中断したコマンドがまだドライバーに残っています。ドライバーが手放すと自動で使えるようになります。',
      en: 'The driver still holds a command that was given up. Once it lets go, the reader works again by itself.',
    },
    remedy: {
      ja: 'つなぎ直しても同じなら、PC/SC のサービス（pcscd）を再起動してください。',
      en: 'If that does not help, restart the PC/SC service (pcscd).',
    },
  },
  'pin-wrong': {
    number: 'C301',
    actor: 'patient',
    patient: {
      ja: '暗証番号がカードのものと一致しませんでした。もう一度入力するか、別の方法をお選びください。',
      en: 'The PIN did not match the card’s. Please enter it again, or choose another way.',
    },
    staff: { ja: '暗証番号が一致しませんでした。', en: 'The PIN did not match.' },
    cause: {
      ja: '入力された暗証番号が、カードに設定されたものと違います。',
      en: 'The PIN that was entered differs from the one set on the card.',
    },
    remedy: {
      ja: '残り回数を確かめて入力し直すか、顔認証または目視確認に切り替えてください。',
      en: 'Enter it again with an eye on the tries left, or switch to face or staff check.',
    },
    http: 422,
  },
  'pin-last-try': {
    number: 'C302',
    actor: 'patient',
    patient: {
      ja: '暗証番号の入力は、あと1回です。次に一致しないとロックされるため、別の方法もお選びいただけます。',
      en: 'One try is left for your PIN. It locks if the next one does not match; you can choose another way.',
    },
    staff: {
      ja: '暗証番号の残りが1回です。ご本人の確認なしには使いません。',
      en: 'One PIN try is left. It is not used without the person’s say.',
    },
    cause: {
      ja: 'これまでの不一致で、残り回数が1回になっています。',
      en: 'Earlier mismatches have left a single try.',
    },
    remedy: {
      ja: 'ご本人が望むときだけ入力してください。ほかに顔認証、目視確認があります。',
      en: 'Continue only if the person wishes to; face and staff check remain.',
    },
    http: 409,
  },
  'pin-locked': {
    number: 'C303',
    actor: 'issuer',
    patient: {
      ja: '暗証番号がロックされています。今日は顔認証か、係の者による確認で受付できます。',
      en: 'The PIN is locked. Today you can be checked in by face, or by a member of staff.',
    },
    staff: {
      ja: '暗証番号がロックされています。顔認証か目視確認に切り替えてください。',
      en: 'The PIN is locked. Switch to face or staff check.',
    },
    cause: {
      ja: '暗証番号の不一致が続き、カードがロックしました。',
      en: 'The card locked the PIN after repeated mismatches.',
    },
    remedy: {
      ja: 'お住まいの市区町村の窓口などで、暗証番号を再設定できます。',
      en: 'The PIN can be set anew at the municipal office.',
    },
    http: 423,
  },
  'matching-number-wrong': {
    number: 'C311',
    actor: 'patient',
    patient: {
      ja: '生年月日、有効期限、セキュリティコードのいずれかがカードと一致しませんでした。券面をご確認ください。',
      en: 'Birth date, expiry year or security code did not match the card. Please check what is printed on it.',
    },
    staff: {
      ja: '照合番号Bが一致しませんでした。券面と入力を確かめてください。',
      en: 'Matching number B did not match. Compare the entry with the printed card.',
    },
    cause: {
      ja: '入力または読み取られた値が、カードの照合番号と違います。',
      en: 'The values typed or recognised differ from the card’s matching number.',
    },
    remedy: {
      ja: '券面のとおりに入力し直してください。暗証番号でも受付できます。',
      en: 'Enter what is printed on the card; the PIN works too.',
    },
    http: 422,
  },
  'matching-number-last-try': {
    number: 'C312',
    actor: 'staff',
    patient: OTHER_WAY,
    staff: {
      ja: '照合番号の残りが1回です。確かでなければ、暗証番号か目視確認に切り替えてください。',
      en: 'One try is left for the matching number. Unless it is certain, use PIN or staff check.',
    },
    cause: {
      ja: 'これまでの不一致で、照合番号の残り回数が1回になっています。',
      en: 'Earlier mismatches have left a single try.',
    },
    remedy: {
      ja: '暗証番号か目視確認をお使いください。正しい値を一度照合すると、回数は元に戻ります。',
      en: 'Use PIN or staff check. One match restores the counter.',
    },
    http: 409,
  },
  'matching-number-locked': {
    number: 'C313',
    actor: 'issuer',
    patient: {
      ja: 'カードの写真を読み取れない状態です。暗証番号か、係の者による確認で受付できます。',
      en: 'The photo in this card cannot be opened. You can use your PIN, or ask a member of staff.',
    },
    staff: {
      ja: '照合番号がロックされています。暗証番号か目視確認に切り替えてください。',
      en: 'The matching number is locked. Switch to PIN or staff check.',
    },
    cause: {
      ja: '照合番号の不一致が続き、カードがロックしました。',
      en: 'The card locked the matching number after repeated mismatches.',
    },
    remedy: {
      ja: 'お住まいの市区町村の窓口で解除できます。',
      en: 'The municipal office can unlock it.',
    },
    http: 423,
  },
  'secret-malformed': {
    number: 'C321',
    actor: 'patient',
    patient: {
      ja: '入力の形をご確認ください。暗証番号は数字4けた、署名用は英数字6〜16文字です。',
      en: 'Please check the form: 4 digits for a PIN, 6 to 16 letters and digits for the signature password.',
    },
    staff: {
      ja: '入力の形が違います。カードには送っていないので、回数は減っていません。',
      en: 'The entry has the wrong form. It was not sent to the card, so no try was spent.',
    },
    cause: {
      ja: '長さまたは文字の種類が、その暗証番号の決まりに合いません。',
      en: 'Length or characters do not fit the rule of this secret.',
    },
    remedy: { ja: '決まりに合わせて入力してください。', en: 'Enter it in its proper form.' },
    http: 422,
  },
  'secret-not-given': {
    number: 'C323',
    actor: 'developer',
    patient: ASK_STAFF,
    staff: {
      ja: '暗証番号または券面の番号が指定されていません。',
      en: 'The PIN, or what is printed on the card, was not given.',
    },
    cause: {
      ja: '端末から尋ねることができず、環境変数にも標準入力にもありませんでした。',
      en: 'It could not be asked for at a terminal, and was in neither the environment nor the standard input.',
    },
    remedy: {
      ja: '端末で実行するか、--help に示された環境変数か標準入力で渡してください。引数では渡せません。',
      en: 'Run it at a terminal, or use the environment variable or standard input that --help names; never an argument.',
    },
  },
  'secret-required': {
    number: 'C322',
    actor: 'developer',
    patient: AGAIN,
    staff: {
      ja: 'この情報を読むには、暗証番号または照合番号が必要です。',
      en: 'A PIN or matching number is needed first.',
    },
    cause: {
      ja: '照合の前か、別のアプリケーションを選んで照合の状態が消えた後に、読み取りまたは署名をしました。',
      en: 'Read or signed before the secret was presented, or after another application was selected.',
    },
    remedy: {
      ja: '照合の直後に、同じアプリケーションの操作を行ってください。',
      en: 'Do it right after presenting the secret, without another application in between.',
    },
  },
  'card-data-malformed': {
    number: 'C401',
    actor: 'issuer',
    patient: OTHER_WAY,
    staff: {
      ja: 'カードの記録を読み解けませんでした。別の方法で受付してください。',
      en: 'The card’s record could not be understood. Use another way.',
    },
    cause: {
      ja: 'データの構造または値が仕様と違います。ICチップの一部が傷んでいることもあります。',
      en: 'Structure or values differ from the specification; part of the chip may be damaged.',
    },
    remedy: {
      ja: '置き直しても同じなら、市区町村での再交付をご案内ください。',
      en: 'If it stays so, the municipality issues a new card.',
    },
  },
  'card-file-missing': {
    number: 'C402',
    actor: 'issuer',
    patient: OTHER_WAY,
    staff: {
      ja: 'このカードには、必要な情報が入っていません。',
      en: 'This card does not hold the information that is needed.',
    },
    cause: {
      ja: 'アプリケーションまたはファイルがカードにありません。',
      en: 'The application or file is not on the card.',
    },
    remedy: {
      ja: '別の方法で受付してください。',
      en: 'Use another way.',
    },
  },
  'text-attributes-altered': {
    number: 'C404',
    actor: 'issuer',
    patient: OTHER_WAY,
    staff: {
      ja: 'カードの氏名・住所などが、発行者の署名と一致しません。別の方法で確認してください。',
      en: 'Name, address, birth date or sex in the chip are not what the issuer signed. Check in another way.',
    },
    cause: {
      ja: '券面事項入力補助の記録が書き換えられたか、読み取り中に変わりました。',
      en: 'The text-input record was altered, or changed while it was read.',
    },
    remedy: {
      ja: '読み直しても同じなら、目視で確認し、市区町村にお問い合わせください。',
      en: 'If reading again gives the same, check by eye and ask the municipality.',
    },
  },
  'card-records-differ': {
    number: 'C405',
    actor: 'issuer',
    patient: OTHER_WAY,
    staff: {
      ja: 'カードの二つの記録（券面と文字情報）で、生年月日または性別が異なります。別の方法で確認してください。',
      en: 'Two records of the card (face and text) differ in birth date or sex. Check in another way.',
    },
    cause: {
      ja: '二つの記録が別のカードのものか、片方だけが更新されています。',
      en: 'The records are of two cards, or one of them alone was brought up to date.',
    },
    remedy: {
      ja: '目視で確認し、市区町村にお問い合わせください。',
      en: 'Check by eye, and ask the municipality.',
    },
  },
  'certificate-absent': {
    number: 'C403',
    actor: 'issuer',
    patient: {
      ja: 'このカードには電子証明書が入っていません。係の者にお声がけください。別の方法で受付できます。',
      en: 'This card holds no electronic certificate. Please ask a member of staff for another way.',
    },
    staff: {
      ja: '電子証明書が発行されていないカードです。目視確認などに切り替えてください。',
      en: 'No certificate was issued for this card. Switch to another way.',
    },
    cause: {
      ja: '電子証明書を希望しなかったか、まだ発行されていません。',
      en: 'The holder declined the certificate, or it has not been issued yet.',
    },
    remedy: {
      ja: '市区町村の窓口で、電子証明書を発行できます。',
      en: 'The municipal office can issue one.',
    },
  },
  'apdu-malformed': {
    number: 'C901',
    actor: 'developer',
    patient: ASK_STAFF,
    staff: {
      ja: 'カードへのコマンドの形に誤りがあります。',
      en: 'A command to the card is malformed.',
    },
    cause: {
      ja: 'コマンドAPDUの長さが合いません。プログラムの誤りです。',
      en: 'The lengths of a command APDU do not add up: a fault in the program.',
    },
    remedy: { ja: 'ログを添えてお知らせください。', en: 'Report it with the log.' },
  },
});

/** A code of this room's failure table. */
export type CardFailureCode = keyof typeof cardFailures;
