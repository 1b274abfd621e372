import { type BilingualText, defineFailures } from '@honnin/outcome';

const desk: BilingualText = {
  ja: 'お手数をおかけします。受付の係員がご案内しますので、受付へお声がけください。',
  en: 'Sorry for the trouble. Please speak to the reception desk; our staff will help you.',
};
const identified: BilingualText = {
  ja: 'ご本人の確認はできました。保険のことは受付の係員がご案内しますので、受付へお声がけください。',
  en: 'Your identity has been confirmed. Please speak to the reception desk about your insurance.',
};
const line: BilingualText = {
  ja: 'ただいま保険の情報を問い合わせることができません。カードを取って、受付へお声がけください。',
  en: 'Your insurance cannot be looked up at the moment. Please take your card and speak to the reception desk.',
};
const again: BilingualText = {
  ja: 'この画面での手続きを最初からやり直してください。うまくいかないときは受付へお声がけください。',
  en: 'Please start again on this screen. If it does not work, please speak to the reception desk.',
};
const checkedIn: BilingualText = {
  ja: '手続きはできています。受付からお呼びするまでお待ちください。',
  en: 'You are checked in. Please wait to be called.',
};

/**
 * What reception has to tell: R1xx about an arrival (for the staff's attention), R2xx about the lookup, R3xx
 * answers of its API.
 */
export const receptionFailures = defineFailures('R', {
  'coverage-lost': {
    number: 'R101',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: 'この資格は失われています。ほかに有効な資格は登録されていません。',
      en: 'This coverage has ended, and no other one is registered.',
    },
    cause: {
      ja: '退職や転居などで資格を失い、新しい保険の登録がまだ届いていないことがあります。',
      en: "Cover ended, for instance on leaving a job or moving, and the new insurer's registration may not have arrived.",
    },
    remedy: {
      ja: '新しい保険に入っているかを本人に伺い、資格確認書や資格情報のお知らせがあれば、それで確認してください。なければ保険者に電話で確かめるか、被保険者資格申立書をご案内ください。',
      en: 'Ask whether there is a new insurance. If there is a certificate or notice of coverage, use it; otherwise telephone the insurer, or offer the declaration form.',
    },
  },
  'coverage-lost-insurance-changed': {
    number: 'R102',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '別の保険に入ったため、この資格は失われています。新しい資格の登録がまだ届いていません。',
      en: 'This coverage ended because another insurance began; the new one is not registered yet.',
    },
    cause: {
      ja: '保険者が新しい資格を登録するまでに日数がかかることがあります。',
      en: 'It can take days until the new insurer has registered the coverage.',
    },
    remedy: {
      ja: '新しい保険者の資格確認書か資格情報のお知らせで確認してください。なければ、新しい保険者に電話で確かめてください。',
      en: "Check by the new insurer's certificate or notice; if there is none, telephone the new insurer.",
    },
  },
  'coverage-lost-public-assistance': {
    number: 'R103',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '生活保護の受給が始まったため、この資格は失われています。医療扶助の登録がまだ届いていません。',
      en: 'This coverage ended because public assistance began; medical aid is not registered yet.',
    },
    cause: {
      ja: '福祉事務所の登録が届くまでに日数がかかることがあります。',
      en: "The welfare office's registration can take some days.",
    },
    remedy: {
      ja: '医療券の有無を、人目を避けて伺ってください。なければ福祉事務所に確かめてください。',
      en: 'Ask about the medical ticket in private; if there is none, ask the welfare office.',
    },
  },
  'coverage-lost-recorded-death': {
    number: 'R104',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '保険者の記録が誤っている可能性があります（喪失の理由が「死亡」です）。',
      en: "The insurer's record may be wrong: it says that cover ended by death.",
    },
    cause: {
      ja: '登録の誤りか、別の人の記録との取り違えが考えられます。',
      en: "A mistake in the register, or a mix-up with another person's record.",
    },
    remedy: {
      ja: '本人には記録の内容を伝えず、氏名と生年月日を確かめたうえで保険者に連絡してください。',
      en: 'Do not tell the patient what the record says; check name and birth date, and call the insurer.',
    },
  },
  'newer-coverage-exists': {
    number: 'R105',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: 'この資格は失われており、別の新しい資格が登録されています。',
      en: 'This coverage has ended; a newer one is registered.',
    },
    cause: { ja: '保険が変わっています。', en: 'The insurance has changed.' },
    remedy: {
      ja: '新しい資格の内容を本人に確かめ、登録を新しいものに替えてください。',
      en: 'Confirm the new coverage with the patient and use that one.',
    },
  },
  'no-coverage-found': {
    number: 'R106',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '登録されている資格が見つかりません。保険に入っていないとは限りません。',
      en: 'No coverage is registered. This does not mean that the patient is uninsured.',
    },
    cause: {
      ja: '保険者がまだ登録していないか、カードの保険証利用の登録がまだの場合があります。',
      en: 'The insurer has not registered it yet, or the card is not registered as an insurance card yet.',
    },
    remedy: {
      ja: '資格確認書か資格情報のお知らせがあれば、それで確認してください。なければ被保険者資格申立書をご案内ください。',
      en: 'Use a certificate or notice of coverage if there is one; otherwise offer the declaration form.',
    },
  },
  'several-coverages-found': {
    number: 'R107',
    actor: 'staff',
    patient: identified,
    staff: { ja: '有効な資格が複数見つかりました。', en: 'Several coverages are in force.' },
    cause: {
      ja: '前の保険の喪失がまだ登録されていないことが多くあります。',
      en: 'Often the end of the former insurance is not registered yet.',
    },
    remedy: {
      ja: '今使っている保険を本人に伺い、その資格を選んでください。',
      en: 'Ask which insurance is the present one and choose it.',
    },
  },
  'no-medical-ticket': {
    number: 'R108',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '医療扶助の資格は有効ですが、今日の医療券が登録されていません。',
      en: 'Medical aid is in force, but no ticket is registered for today.',
    },
    cause: {
      ja: '福祉事務所が医療券をまだ発行していません。',
      en: 'The welfare office has not issued the ticket yet.',
    },
    remedy: {
      ja: '人目を避けて本人に伺い、福祉事務所に連絡してください。',
      en: 'Speak to the patient in private and call the welfare office.',
    },
  },
  'pays-in-full': {
    number: 'R109',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '特別療養費の対象です。窓口では全額をお支払いいただきます。',
      en: 'The patient pays in full here and is refunded by the insurer later.',
    },
    cause: {
      ja: '保険者が特別療養費の支給対象としています。',
      en: 'The insurer has put the patient on special medical expenses.',
    },
    remedy: {
      ja: '人目を避けて、全額の支払いと後日の払い戻しをご説明ください。',
      en: 'Explain payment and refund in private.',
    },
  },
  'certificate-in-grace': {
    number: 'R110',
    actor: 'patient',
    patient: {
      ja: '電子証明書の有効期限が過ぎています。今日は保険証としてお使いいただけます。お早めに市区町村の窓口で更新してください。',
      en: 'The certificate on your card has run out. You can use the card as your insurance card today; please renew it at your municipality soon.',
    },
    staff: {
      ja: '電子証明書の期限が切れ、猶予期間に入っています。資格の確認だけができ、薬剤や診療の情報は見られません。',
      en: 'The certificate has run out and is in its grace: eligibility only, no medical information.',
    },
    cause: {
      ja: '期限から3か月までは資格の確認に使えます。',
      en: 'For three months after its date it still serves for eligibility.',
    },
    remedy: {
      ja: '薬の情報などはお薬手帳で確かめ、市区町村の窓口での更新をご案内ください。',
      en: 'Ask for the medicine notebook, and suggest renewal at the municipality.',
    },
  },
  'certificate-expires-soon': {
    number: 'R111',
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
      ja: '市区町村の窓口で更新できることをお伝えください。',
      en: 'Mention that the municipality renews it.',
    },
  },
  'variant-characters-substituted': {
    number: 'R112',
    actor: 'staff',
    patient: checkedIn,
    staff: {
      ja: '病院のファイルでは書けない文字があり、置き換えました。登録されている文字はこの画面で見られます。',
      en: "Some characters cannot stand in the hospital's file and were replaced. The registered ones are shown here.",
    },
    cause: {
      ja: 'ファイルの文字コードが、氏名などの字（外字・異体字）を持っていません。',
      en: "The file's encoding lacks a variant character of a name or address.",
    },
    remedy: {
      ja: '処方箋や領収書には、この画面に出ている登録の文字を見て正しい氏名を使ってください。',
      en: 'Use the registered name shown here on prescriptions and receipts.',
    },
  },
  'help-wanted': {
    number: 'R113',
    actor: 'staff',
    patient: desk,
    staff: { ja: '患者さんが係員を待っています。', en: 'The patient is waiting for staff.' },
    cause: { ja: '患者さんが画面で係員を呼びました。', en: 'The patient called for staff on the screen.' },
    remedy: {
      ja: '端末へ行き、お手伝いください。本人と券面の写真を見比べたときは、結果をこの画面で選んでください。',
      en: "Go to the terminal and help. If you compare the person with the card's photo, choose the result here.",
    },
  },
  'visit-declined-by-staff': {
    number: 'R114',
    actor: 'staff',
    patient: desk,
    staff: { ja: '係員が本人と確認しませんでした。', en: 'Staff did not confirm the person.' },
    cause: {
      ja: '係員が目視で確かめ、「確認できない」を選びました。',
      en: 'A member of staff looked and chose not to confirm.',
    },
    remedy: {
      ja: '窓口で別の本人確認をご案内ください。',
      en: 'Offer another way of identification at the desk.',
    },
  },
  'check-refused': {
    number: 'R115',
    actor: 'staff',
    patient: desk,
    staff: {
      ja: '資格確認サービスが本人確認を受け付けませんでした。',
      en: 'The eligibility service did not accept the identification.',
    },
    cause: { ja: '理由の番号を確かめてください。', en: "See the reason's code." },
    remedy: {
      ja: 'カードをもう一度置いてもらうか、窓口で別の方法でご確認ください。',
      en: 'Ask to lay the card down again, or identify in another way at the desk.',
    },
  },
  'check-undecided': {
    number: 'R116',
    actor: 'staff',
    patient: line,
    staff: {
      ja: '資格確認サービスが今回は判断できませんでした。本人の落ち度ではありません。',
      en: "The eligibility service could not decide this time; it is not the patient's doing.",
    },
    cause: {
      ja: '証明書の失効情報が取れないなど、確認に必要なものが足りませんでした。',
      en: 'Something that the check needs, such as the revocation list, was missing.',
    },
    remedy: {
      ja: '少し待ってもう一度試すか、資格確認書などでご確認ください。',
      en: 'Try again shortly, or check by a certificate of coverage.',
    },
  },
  'certificate-revoked': {
    number: 'R117',
    actor: 'staff',
    patient: desk,
    staff: {
      ja: 'このカードの電子証明書は失効しています。',
      en: 'The certificate of this card has been revoked.',
    },
    cause: {
      ja: '紛失の届け出、転居、更新などで失効します。盗難とは限りません。',
      en: 'It is revoked after a report of loss, a move or a renewal; it need not be theft.',
    },
    remedy: {
      ja: '責めることなく、別の方法で本人と資格を確かめ、市区町村の窓口をご案内ください。',
      en: 'Without any reproach, check identity and coverage in another way, and point to the municipality.',
    },
  },
  'file-not-handed-over': {
    number: 'R118',
    actor: 'staff',
    patient: identified,
    staff: {
      ja: '資格は確認できましたが、病院システムのフォルダに書き出せていません。',
      en: "Eligibility is checked, but the result could not be written to the hospital system's folder.",
    },
    cause: {
      ja: '共有フォルダが外れているか、書き込めません。自動でくり返し試しています。',
      en: 'The shared folder is away or not writable; it is tried again by itself.',
    },
    remedy: {
      ja: '共有フォルダを確かめてください。それまでは、この画面を見て資格を入力できます。',
      en: 'Check the shared folder. Until then the coverage can be typed in from this screen.',
    },
  },
  'visit-timed-out': {
    number: 'R119',
    actor: 'patient',
    patient: again,
    staff: {
      ja: '操作がないまま時間が過ぎたため、手続きを終えました。',
      en: 'Nothing happened for a while, so the visit was closed.',
    },
    cause: {
      ja: '患者さんが離れたか、端末が止まりました。',
      en: 'The patient left, or the terminal stopped.',
    },
    remedy: {
      ja: 'カードが端末に残っていないか確かめてください。',
      en: 'See whether a card was left in the terminal.',
    },
  },
  'lookup-interrupted': {
    number: 'R120',
    actor: 'staff',
    patient: line,
    staff: {
      ja: '問い合わせの途中で止まったため、結果がありません。',
      en: 'The lookup was interrupted; there is no result.',
    },
    cause: { ja: '受付システムが途中で再起動しました。', en: 'Reception was restarted in between.' },
    remedy: {
      ja: 'もう一度カードを置いてもらってください。',
      en: 'Ask the patient to lay the card down again.',
    },
  },
  'visit-left': {
    number: 'R121',
    actor: 'patient',
    patient: again,
    staff: { ja: '結果が出る前に手続きが終わりました。', en: 'The visit ended before there was a result.' },
    cause: {
      ja: 'カードが取られた、取り消された、などです。',
      en: 'The card was taken, or the visit was cancelled.',
    },
    remedy: {
      ja: 'お困りのようでしたらお声がけください。',
      en: 'Offer help if the patient seems to need it.',
    },
  },
  'eligibility-unreachable': {
    number: 'R201',
    actor: 'network',
    patient: line,
    staff: { ja: '資格確認サービスにつながりません。', en: 'The eligibility service cannot be reached.' },
    cause: { ja: '回線か、サービスが止まっています。', en: 'The line or the service is down.' },
    remedy: {
      ja: '回線を確かめてください。復旧までは資格確認書などでご確認ください。',
      en: 'Check the line. Until it is back, check by a certificate of coverage.',
    },
  },
  'eligibility-too-slow': {
    number: 'R202',
    actor: 'network',
    patient: line,
    staff: {
      ja: '資格確認サービスの返事が時間内にありませんでした。',
      en: 'The eligibility service did not answer in time.',
    },
    cause: { ja: '回線かサービスが混み合っています。', en: 'The line or the service is slow.' },
    remedy: { ja: '少し待って、もう一度お試しください。', en: 'Wait a moment and try again.' },
  },
  'eligibility-busy': {
    number: 'R203',
    actor: 'network',
    patient: line,
    staff: { ja: '資格確認サービスが混み合っています。', en: 'The eligibility service is busy.' },
    cause: { ja: '一度に多くの問い合わせが集まっています。', en: 'Many checks at once.' },
    remedy: { ja: '少し待って、もう一度お試しください。', en: 'Wait a moment and try again.' },
  },
  'eligibility-failed': {
    number: 'R204',
    actor: 'network',
    patient: line,
    staff: { ja: '資格確認サービスで障害が起きています。', en: 'The eligibility service has a fault.' },
    cause: { ja: 'サービス側の障害です。', en: "The fault is on the service's side." },
    remedy: {
      ja: '復旧までは資格確認書などでご確認ください。',
      en: 'Until it is back, check by a certificate of coverage.',
    },
  },
  'eligibility-access-refused': {
    number: 'R205',
    actor: 'device',
    patient: line,
    staff: {
      ja: '資格確認サービスが、この医療機関からの接続を受け付けません。',
      en: "The eligibility service refuses this institution's access.",
    },
    cause: {
      ja: '接続の鍵（トークン）が違うか、期限が切れています。',
      en: 'The token is wrong or has run out.',
    },
    remedy: { ja: 'システムの担当者に連絡してください。', en: 'Call whoever looks after the system.' },
  },
  'eligibility-request-refused': {
    number: 'R206',
    actor: 'developer',
    patient: line,
    staff: {
      ja: '資格確認サービスが、問い合わせの内容を受け付けませんでした。',
      en: 'The eligibility service refused the form of the request.',
    },
    cause: {
      ja: 'プログラムの版の違いか、不具合です。',
      en: 'The programs differ in version, or there is a bug.',
    },
    remedy: { ja: 'システムの担当者に連絡してください。', en: 'Call whoever looks after the system.' },
  },
  'eligibility-answer-invalid': {
    number: 'R207',
    actor: 'developer',
    patient: line,
    staff: {
      ja: '資格確認サービスの返事が正しい形ではないため、使いませんでした。',
      en: "The eligibility service's answer was not well formed, so it was not used.",
    },
    cause: {
      ja: '途中の機器が別の返事をしたか、サービスの不具合です。',
      en: 'Something in between answered, or the service has a bug.',
    },
    remedy: {
      ja: 'もう一度試し、続くときはシステムの担当者に連絡してください。',
      en: 'Try again; if it goes on, call whoever looks after the system.',
    },
  },
  'statement-of-another-visit': {
    number: 'R208',
    actor: 'device',
    patient: again,
    staff: {
      ja: '別の手続きの本人確認が送られてきたため、受け付けませんでした。',
      en: 'An identification of another visit was handed in, and refused.',
    },
    cause: {
      ja: '端末の不具合か、古い確認を使い回す攻撃です。',
      en: 'A fault of the terminal, or a replay of an old identification.',
    },
    remedy: {
      ja: '最初からやり直してもらってください。くり返すときは、その端末の使用を止めてください。',
      en: 'Start again. If it happens again, take the terminal out of service.',
    },
  },
  'staff-not-confirmed': {
    number: 'R209',
    actor: 'device',
    patient: desk,
    staff: {
      ja: '係員の確認がこの画面で行われていないため、目視の確認を受け付けませんでした。',
      en: 'A staff check was handed in that nobody made on this screen, and refused.',
    },
    cause: {
      ja: '端末の不具合か、なりすましの可能性があります。',
      en: 'A fault of the terminal, or an attempt to pass without staff.',
    },
    remedy: {
      ja: '端末へ行き、本人と券面の写真を見比べて、この画面で確認してください。',
      en: 'Go to the terminal, compare person and photo, and confirm here.',
    },
  },
  'token-not-known': {
    number: 'R301',
    actor: 'device',
    patient: desk,
    staff: { ja: 'この端末は登録されていません。', en: 'This terminal is not registered.' },
    cause: {
      ja: '端末の鍵（トークン）が、受付の設定にありません。',
      en: "The terminal's token is not in reception's settings.",
    },
    remedy: {
      ja: '端末と受付の設定を合わせてください。',
      en: 'Make the settings of terminal and reception agree.',
    },
    http: 401,
  },
  'terminal-not-allowed': {
    number: 'R302',
    actor: 'device',
    patient: desk,
    staff: {
      ja: '別の端末の名前で手続きが始められました。',
      en: 'A visit was opened in the name of another terminal.',
    },
    cause: {
      ja: '端末の番号と鍵の組み合わせが違います。',
      en: "The terminal's id and token do not belong together.",
    },
    remedy: { ja: '端末の設定を確かめてください。', en: "Check the terminal's settings." },
    http: 403,
  },
  'visit-not-found': {
    number: 'R303',
    actor: 'device',
    patient: again,
    staff: { ja: 'その手続きは見つかりません。', en: 'There is no such visit.' },
    cause: {
      ja: '期限が過ぎて消えたか、別の端末の手続きです。',
      en: 'It was deleted after its time, or belongs to another terminal.',
    },
    remedy: { ja: '最初からやり直してください。', en: 'Start again.' },
    http: 404,
  },
  'visit-ended': {
    number: 'R304',
    actor: 'device',
    patient: again,
    staff: { ja: 'その手続きは終わっています。', en: 'That visit has ended.' },
    cause: {
      ja: '時間切れか、新しい手続きが始まりました。',
      en: 'It timed out, or a new visit was opened at the terminal.',
    },
    remedy: { ja: '最初からやり直してください。', en: 'Start again.' },
    http: 409,
  },
  'visit-already-answered': {
    number: 'R305',
    actor: 'device',
    patient: again,
    staff: { ja: 'その手続きにはもう結果があります。', en: 'That visit already has its result.' },
    cause: {
      ja: '結果が出たあとに、別の本人確認が送られました。',
      en: 'Another identification was handed in after the result.',
    },
    remedy: { ja: '新しい手続きを始めてください。', en: 'Open a new visit.' },
    http: 409,
  },
  'visit-busy': {
    number: 'R306',
    actor: 'device',
    patient: again,
    staff: { ja: 'その手続きは問い合わせの途中です。', en: 'That visit is being looked up.' },
    cause: {
      ja: '問い合わせの途中に、別の本人確認が送られました。',
      en: 'Another identification was handed in during the lookup.',
    },
    remedy: { ja: '結果が出るまで待ってください。', en: 'Wait for the result.' },
    http: 409,
  },
  'request-malformed': {
    number: 'R307',
    actor: 'developer',
    patient: again,
    staff: { ja: '送られてきた内容が正しい形ではありません。', en: 'The request is not well formed.' },
    cause: {
      ja: 'プログラムの版の違いか、不具合です。',
      en: 'The programs differ in version, or there is a bug.',
    },
    remedy: { ja: 'システムの担当者に連絡してください。', en: 'Call whoever looks after the system.' },
    http: 400,
  },
  'request-too-large': {
    number: 'R308',
    actor: 'developer',
    patient: again,
    staff: { ja: '送られてきた内容が大きすぎます。', en: 'The request is too large.' },
    cause: { ja: '決められた大きさを超えています。', en: 'It exceeds the limit.' },
    remedy: { ja: 'システムの担当者に連絡してください。', en: 'Call whoever looks after the system.' },
    http: 413,
  },
  'origin-not-allowed': {
    number: 'R309',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'この画面からは操作できません。', en: 'This page may not use the staff API.' },
    cause: {
      ja: '別のサイトのページから操作されました。',
      en: 'The request came from a page of another site.',
    },
    remedy: { ja: '受付の画面のアドレスを開き直してください。', en: 'Open the console at its own address.' },
    http: 403,
  },
  'not-signed-in': {
    number: 'R310',
    actor: 'staff',
    patient: desk,
    staff: { ja: '係員が選ばれていません。', en: 'Nobody is signed in.' },
    cause: { ja: '時間が過ぎたか、まだ選んでいません。', en: 'The session has run out, or was not opened.' },
    remedy: { ja: '係員の名前を選び直してください。', en: 'Choose your name again.' },
    http: 401,
  },
  'staff-not-known': {
    number: 'R311',
    actor: 'staff',
    patient: desk,
    staff: { ja: 'その係員は登録されていません。', en: 'That member of staff is not registered.' },
    cause: { ja: '設定から外されています。', en: 'The person is not in the settings.' },
    remedy: { ja: '設定を確かめてください。', en: 'Check the settings.' },
    http: 404,
  },
  'no-decision-wanted': {
    number: 'R312',
    actor: 'staff',
    patient: desk,
    staff: {
      ja: 'この手続きは、係員の確認を待っていません。',
      en: 'This visit is not waiting for a decision.',
    },
    cause: {
      ja: 'ほかの係員が先に選んだか、患者さんが離れました。',
      en: 'Somebody else decided first, or the patient left.',
    },
    remedy: { ja: '画面を見直してください。', en: 'Look at the list again.' },
    http: 409,
  },
  'database-unreachable': {
    number: 'R314',
    actor: 'device',
    patient: line,
    staff: { ja: '受付のデータベースにつながりません。', en: "Reception's database cannot be reached." },
    cause: {
      ja: 'データベースが止まっているか、設定が違います。',
      en: 'The database is down, or the setting is wrong.',
    },
    remedy: { ja: 'データベースを確かめてください。', en: 'Check the database.' },
    http: 503,
  },
  'database-newer': {
    number: 'R315',
    actor: 'device',
    patient: line,
    staff: {
      ja: 'データベースが、より新しい版のHonninで使われています。',
      en: 'The database belongs to a newer version of Honnin.',
    },
    cause: { ja: '古い版に戻そうとしています。', en: 'An older version was started.' },
    remedy: { ja: '新しい版を使ってください。', en: 'Use the newer version.' },
    http: 503,
  },
  'reception-failed': {
    number: 'R316',
    actor: 'developer',
    patient: line,
    staff: { ja: '受付システムに不具合が起きました。', en: 'Reception failed.' },
    cause: { ja: '予期しない誤りです。記録に残っています。', en: 'An unexpected error; it is in the log.' },
    remedy: {
      ja: 'もう一度試し、続くときはシステムの担当者に連絡してください。',
      en: 'Try again; if it goes on, call whoever looks after the system.',
    },
    http: 500,
  },
});

export type ReceptionFailureCode = keyof typeof receptionFailures;
