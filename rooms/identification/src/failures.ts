import { defineFailures } from '@honnin/outcome';
import { residenceCardFailures } from './residence-card-failures.ts';

const goToDesk = {
  ja: '恐れ入りますが、カードをお持ちになって受付の窓口へお越しください。',
  en: 'Please take your card and come to the reception desk.',
};

/** Failures of identification: statements, card-face records, and the ways through a visit. */
export const identificationFailures = defineFailures('I', {
  ...residenceCardFailures,
  'statement-claims-malformed': {
    number: 'I101',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '本人確認の証明書の形式が正しくありません。端末の担当者にご連絡ください。',
      en: 'The identification statement is not well formed. Please tell the operator of the terminal.',
    },
    cause: {
      ja: '端末とサービスの版が合っていない、または途中で書き換えられています。',
      en: 'Terminal and service are of different versions, or it was changed on the way.',
    },
    remedy: {
      ja: '端末とサービスを同じ版にそろえてください。',
      en: 'Bring terminal and service to the same version.',
    },
    http: 422,
  },
  'statement-wrong-audience': {
    number: 'I102',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '別のサービス宛ての本人確認でした。端末の設定をご確認ください。',
      en: 'The identification was made out to another service. Please check the terminal’s settings.',
    },
    cause: {
      ja: '宛先の設定が違う、または他の場所で得た証明書が使い回されています。',
      en: 'The audience is set wrongly, or a statement from elsewhere is being reused.',
    },
    remedy: { ja: '宛先の設定を確認してください。', en: 'Check the audience setting.' },
    http: 403,
  },
  'statement-too-old': {
    number: 'I103',
    actor: 'patient',
    patient: {
      ja: '時間がたったため、もう一度カードを置いてはじめからお願いします。',
      en: 'Some time has passed. Please lay your card down once more and start again.',
    },
    staff: {
      ja: '本人確認から時間がたちすぎました。もう一度受付してもらってください。',
      en: 'Too much time passed since the identification. Please let the patient check in again.',
    },
    cause: {
      ja: '本人確認のあと、送信までに時間がかかりました。時計のずれでも起こります。',
      en: 'It took long from identification to sending. A clock that is slow or fast does it too.',
    },
    remedy: { ja: '繰り返す場合は時計を確認してください。', en: 'If it recurs, check the clocks.' },
    http: 403,
  },
  'statement-from-future': {
    number: 'I104',
    actor: 'device',
    patient: goToDesk,
    staff: {
      ja: '端末の時計が進んでいるようです。時刻合わせをご確認ください。',
      en: 'The terminal’s clock seems to be fast. Please check its time.',
    },
    cause: {
      ja: '端末とサービスの時計が2分以上ずれています。',
      en: 'The clocks of terminal and service differ by more than two minutes.',
    },
    remedy: { ja: '時刻同期（NTP）を有効にしてください。', en: 'Switch time synchronisation (NTP) on.' },
    http: 403,
  },
  'statement-issuer-mismatch': {
    number: 'I105',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '端末の名前と端末証明書が一致しません。担当者にご連絡ください。',
      en: 'The terminal’s name and its certificate do not agree. Please tell the operator.',
    },
    cause: {
      ja: '別の端末の鍵が設定されています。',
      en: 'The key of another terminal is installed.',
    },
    remedy: {
      ja: '端末の鍵と証明書を設定し直してください。',
      en: 'Install the terminal’s own key and certificate.',
    },
    http: 403,
  },
  'statement-inconsistent': {
    number: 'I106',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '本人確認の内容に食い違いがあるため、受け付けませんでした。',
      en: 'The identification contradicts itself and was not accepted.',
    },
    cause: {
      ja: '確認方法と、その根拠（顔・暗証番号・職員）が合っていません。',
      en: 'The method and what it rests on (face, PIN, staff) do not fit together.',
    },
    remedy: { ja: '端末の版を確認してください。', en: 'Check the terminal’s version.' },
    http: 403,
  },
  'statement-face-not-verified': {
    number: 'I107',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '顔の一致が確認されていないため、受け付けませんでした。',
      en: 'The face had not been verified, so the identification was not accepted.',
    },
    cause: {
      ja: '類似度がしきい値に届かない、または生体の確認ができていません。',
      en: 'The similarity is below the threshold, or liveness was not shown.',
    },
    remedy: { ja: '端末の版と設定を確認してください。', en: 'Check the terminal’s version and settings.' },
    http: 403,
  },
  'relaxation-not-accepted': {
    number: 'I108',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '端末が試験用の設定で動いているため、受け付けませんでした。',
      en: 'The terminal runs with a setting for trials, so the identification was not accepted.',
    },
    cause: {
      ja: '端末で緩められた規則を、サービスが認めていません。',
      en: 'The terminal relaxed a rule that the service does not let go.',
    },
    remedy: { ja: '端末の試験用設定を外してください。', en: 'Take the trial setting off the terminal.' },
    http: 403,
  },
  'card-proof-invalid': {
    number: 'I109',
    actor: 'staff',
    patient: goToDesk,
    staff: {
      ja: 'カードが本物であることを確認できませんでした。カードと本人を窓口で確認してください。',
      en: 'The card did not prove to be genuine. Please look at card and person at the desk.',
    },
    cause: {
      ja: 'カードの署名が、この受付の要求に対するものではありません。',
      en: 'The card’s signature does not answer this request.',
    },
    remedy: {
      ja: '同じカードで繰り返す場合は、発行元に問い合わせてください。',
      en: 'If it recurs with the same card, ask its issuer.',
    },
    http: 403,
  },
  'card-face-unbound': {
    number: 'I201',
    actor: 'staff',
    patient: goToDesk,
    staff: {
      ja: 'カード内の写真と署名された記録が一致しません。カードと本人を窓口で確認してください。',
      en: 'The photo and the signed record in the card do not agree. Please look at card and person at the desk.',
    },
    cause: {
      ja: '読み取った項目が、署名の対象になっている記録と異なります。',
      en: 'What was read differs from the record that is signed.',
    },
    remedy: {
      ja: '同じカードで繰り返す場合は、発行元に問い合わせてください。',
      en: 'If it recurs with the same card, ask its issuer.',
    },
  },
  'card-key-unproven': {
    number: 'I202',
    actor: 'staff',
    patient: goToDesk,
    staff: {
      ja: 'カードが本物であることを確認できませんでした。カードと本人を窓口で確認してください。',
      en: 'The card did not prove to be genuine. Please look at card and person at the desk.',
    },
    cause: {
      ja: 'カードが、記録にある鍵で署名できませんでした。記録の写しの可能性があります。',
      en: 'The card could not sign with the key of its record: it may be a copy of the record only.',
    },
    remedy: {
      ja: '同じカードで繰り返す場合は、発行元に問い合わせてください。',
      en: 'If it recurs with the same card, ask its issuer.',
    },
  },
  'card-expiry-not-signed': {
    number: 'I203',
    actor: 'developer',
    patient: {
      ja: 'カードの有効期限は参考として表示しています。',
      en: 'The card’s expiry date is shown for information.',
    },
    staff: {
      ja: '券面の有効期限はカードの署名の対象外です。',
      en: 'The expiry date on the card’s face is not covered by the card’s signature.',
    },
    cause: {
      ja: 'カードの仕様により、有効期限（DF29）は署名に含まれません。',
      en: 'By the card’s specification the expiry date (DF29) is outside the signature.',
    },
    remedy: {
      ja: '期限の判断には電子証明書の有効期間を使います。',
      en: 'The certificate’s validity decides about expiry.',
    },
  },
  'card-session-by-terminal': {
    number: 'I204',
    actor: 'developer',
    patient: {
      ja: '手続きには影響ありません。',
      en: 'This does not affect your check-in.',
    },
    staff: {
      ja: 'カードと電子証明書の結び付きは、端末が一続きの読み取りで確認しました。',
      en: 'That card and certificate belong together was seen by the terminal, in one session.',
    },
    cause: {
      ja: '暗証番号なしで署名できるのは認定された機器だけです。',
      en: 'Only certified readers can have a card sign without its PIN.',
    },
    remedy: {
      ja: '署名による確認が必要な場合は、暗証番号を使ってください。',
      en: 'Where a signature is required, use the PIN.',
    },
  },
  'verifier-extension-used': {
    number: 'I205',
    actor: 'developer',
    patient: { ja: '手続きには影響ありません。', en: 'This does not affect your check-in.' },
    staff: {
      ja: '模擬カードの拡張機能で署名しました。実物のカードにはない機能です。',
      en: 'Signed by an extension of the simulated card, which real cards do not have.',
    },
    cause: { ja: '模擬カードが使われています。', en: 'A simulated card is in use.' },
    remedy: { ja: '対応は不要です。', en: 'Nothing needs to be done.' },
  },
  'card-has-no-photo': {
    number: 'I301',
    actor: 'patient',
    patient: {
      ja: 'このカードには顔写真が入っていません。暗証番号、または職員による確認をお選びください。',
      en: 'This card holds no photo. Please choose the PIN or a check by our staff.',
    },
    staff: {
      ja: '顔写真のないカードです（1歳未満で申請したカードなど）。暗証番号か、窓口での確認をご案内ください。',
      en: 'A card without a photo (such as one applied for before the first birthday). Offer PIN or desk.',
    },
    cause: { ja: '写真なしで発行されたカードです。', en: 'The card was issued without a photo.' },
    remedy: { ja: '対応は不要です。', en: 'Nothing needs to be done.' },
  },
  'pin-not-usable': {
    number: 'I302',
    actor: 'patient',
    patient: {
      ja: 'このカードでは暗証番号を使えません。顔認証、または職員による確認をお選びください。',
      en: 'The PIN cannot be used with this card. Please choose face recognition or a check by our staff.',
    },
    staff: {
      ja: '暗証番号がロックされているか、暗証番号のないカード（顔認証マイナンバーカード）です。',
      en: 'The PIN is locked, or the card has none (face-only card).',
    },
    cause: {
      ja: '3回続けて誤った、または暗証番号を設定せずに発行されました。カードからは区別できません。',
      en: 'Three wrong entries, or issued without a PIN; the card does not tell which.',
    },
    remedy: {
      ja: 'ロックの解除は住所地の市区町村の窓口でできます。',
      en: 'The municipality of residence can unlock it.',
    },
  },
  'matching-number-tries-used': {
    number: 'I303',
    actor: 'patient',
    patient: {
      ja: 'カードの番号の入力が、これまでに何度か合わなかったようです。職員がお手伝いします。暗証番号もお使いいただけます。',
      en: 'The numbers of this card have not matched a few times so far. Our staff will gladly help; you can also use your PIN.',
    },
    staff: {
      ja: '照合番号が続けて3回一致しませんでした（以前の受付の分も含みます）。カードの回数を守るため止めています。入力をお手伝いください。',
      en: 'Matching number B was wrong three times in a row, earlier visits included; stopped to spare the card’s counter. Please help with it.',
    },
    cause: {
      ja: '入力された生年月日・有効期限の年・セキュリティコードのどれかが、カードと違いました。カードの10回のうち、残り7回になったところで止めています。',
      en: 'Birth date, year of expiry or security code differed from the card’s. It is stopped when 7 of the card’s 10 tries are left.',
    },
    remedy: {
      ja: 'カードの表を見ながら、もう一度入力してください。',
      en: 'Enter them once more with the card’s front in view.',
    },
  },
  'face-tries-wait': {
    number: 'I311',
    actor: 'patient',
    patient: {
      ja: '少し間をあけて、またお試しいただけます。お急ぎのときは、暗証番号または職員による確認をお選びください。',
      en: 'You can try again in a moment. If you are in a hurry, please choose the PIN or a check by our staff.',
    },
    staff: {
      ja: '顔認証が続けて成立しなかったため、次の試行まで30秒以上あけています。暗証番号と職員の確認は、いつでも使えます。',
      en: 'Several face attempts in a row did not succeed, so the next one waits for at least 30 seconds. PIN and staff are open all the time.',
    },
    cause: {
      ja: '試行を重ねるほど他人を誤って通すおそれが増えます。続けて5回（生きた人の顔だと確かめられた回は10回まで）成立しないと、次からは1回ごとに30秒以上あけます（NIST SP 800-63B-4 3.2.3）。',
      en: 'Each attempt adds to the chance of a false match. After five in a row that did not succeed (ten where a living person was seen), each further one waits for at least 30 seconds (NIST SP 800-63B-4, 3.2.3).',
    },
    remedy: {
      ja: 'お待ちいただくか、暗証番号または目視で確認します。写真が古い場合は、カードの更新で改善します。',
      en: 'Wait, or use the PIN or a check by eye. If the photo is old, a renewed card helps.',
    },
  },
  'child-needs-staff': {
    number: 'I312',
    actor: 'staff',
    patient: {
      ja: '職員が確認します。お子さまは、職員がカードの写真とお顔を見比べます。カードを置いたまま、お待ちください。',
      en: 'Our staff will check. For children, a member of staff compares the face with the photo on the card. Please leave the card where it is.',
    },
    staff: {
      ja: 'お子さまのカードです。本人とカードの写真を見比べてください。',
      en: 'This is a child’s card. Please compare the child with the photo on it.',
    },
    cause: {
      ja: '設定された年齢より若い方のカードでは、顔認証の誤り率が測られていないため、機械は判定しません（services.terminal.face.children）。',
      en: 'For holders younger than the age that is set, the error rates of face verification are not measured, so the machine does not decide (services.terminal.face.children).',
    },
    remedy: {
      ja: '目視で確認してください。暗証番号も使えます。',
      en: 'Check by eye. The PIN works as well.',
    },
  },
  'face-tries-used': {
    number: 'I304',
    actor: 'patient',
    patient: {
      ja: '今回は顔で確認できませんでした。暗証番号、または職員による確認をお選びください。',
      en: 'We could not confirm by face this time. Please choose the PIN or a check by our staff.',
    },
    staff: {
      ja: '顔認証の回数の上限に達しました。窓口での確認をお願いします。',
      en: 'The limit of face attempts is reached. Please check at the desk.',
    },
    cause: {
      ja: '試行を重ねるほど他人を誤って通すおそれが増えるため、続けて50回（生きた人の顔だと確かめられた回は100回）までに限っています（NIST SP 800-63B-4 3.2.3）。',
      en: 'Each attempt adds to the chance of a false match, so no more than 50 in a row (100 where a living person was seen) are allowed (NIST SP 800-63B-4, 3.2.3).',
    },
    remedy: {
      ja: '写真が古い場合は、カードの更新で改善します。',
      en: 'If the photo is old, a renewed card helps.',
    },
  },
  'staff-declined': {
    number: 'I305',
    actor: 'staff',
    patient: {
      ja: '窓口で確認させていただきます。恐れ入りますが、カードをお持ちになって受付へお越しください。',
      en: 'We would like to check with you at the desk. Please take your card and come to reception.',
    },
    staff: {
      ja: '職員が目視で本人と確認しませんでした。',
      en: 'A member of staff looked and did not confirm the person.',
    },
    cause: { ja: '職員の判断です。', en: 'The decision of a member of staff.' },
    remedy: {
      ja: '資格確認書など他の方法をご案内ください。',
      en: 'Offer other ways, such as the eligibility certificate.',
    },
  },
  'visit-cancelled': {
    number: 'I307',
    actor: 'patient',
    patient: {
      ja: '手続きをやめました。カードをお取りください。もう一度置くと、いつでもはじめられます。',
      en: 'Check-in was stopped. Please take your card; lay it down again whenever you like.',
    },
    staff: { ja: '患者さんが手続きをやめました。', en: 'The patient stopped the check-in.' },
    cause: { ja: '「やめる」が選ばれました。', en: '“Stop” was chosen.' },
    remedy: { ja: '対応は不要です。', en: 'Nothing needs to be done.' },
  },
  'person-left': {
    number: 'I308',
    actor: 'patient',
    patient: {
      ja: 'しばらく操作がなかったため、手続きを終わりました。カードをお取りください。',
      en: 'There was no input for a while, so we ended the check-in. Please take your card.',
    },
    staff: {
      ja: '操作がないまま時間が過ぎました。カードが残っていないかご確認ください。',
      en: 'No input for a while. Please see whether a card was left behind.',
    },
    cause: { ja: '離席、または操作に迷われています。', en: 'The person left, or is unsure what to do.' },
    remedy: { ja: '声をおかけください。', en: 'Please offer help.' },
  },
  'card-left-behind': {
    number: 'I309',
    actor: 'patient',
    patient: {
      ja: 'カードが置いたままです。お取りください。',
      en: 'The card is still here. Please take it.',
    },
    staff: {
      ja: '手続きのあと、カードが置き忘れられています。患者さんにお渡しください。',
      en: 'A card was left behind after check-in. Please hand it to the patient.',
    },
    cause: { ja: 'カードの取り忘れです。', en: 'The card was forgotten.' },
    remedy: {
      ja: 'カードを預かり、本人に返してください。',
      en: 'Keep the card and return it to its holder.',
    },
  },
  'visit-failed': {
    number: 'I310',
    actor: 'developer',
    patient: goToDesk,
    staff: {
      ja: '手続きを続けられませんでした。別の方法で受付してください。',
      en: 'The check-in could not go on. Please use another way.',
    },
    cause: { ja: 'プログラムの誤りです。', en: 'A fault in the program.' },
    remedy: { ja: 'ログを添えてお知らせください。', en: 'Report it with the log.' },
  },
});
