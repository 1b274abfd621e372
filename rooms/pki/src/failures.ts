import { type BilingualText, defineFailures, type Failure } from '@honnin/outcome';
import { residenceCardSignatureFailures } from './residence-card/residence-card-failures.ts';

const anotherWay: BilingualText = {
  ja: 'このカードでの確認を終えられませんでした。受付の係員にお声がけください。ほかの方法でご案内します。',
  en: 'The check with this card could not be completed. Please speak to the staff; they will help you in another way.',
};

const machineFault: BilingualText = {
  ja: '機械の都合で確認を終えられませんでした。お待たせして申し訳ありません。受付の係員にお声がけください。',
  en: 'A fault of this machine kept the check from being completed. We are sorry. Please speak to the staff.',
};

/** Staff can settle it at the counter; the cause lies with the card or with who issued it. */
function atTheCounter(number: string, texts: Omit<Failure, 'number' | 'actor' | 'patient'>): Failure {
  return { number, actor: 'staff', patient: anotherWay, http: 403, ...texts };
}

/** Nothing is wrong with the person or the card: a machine, a list or a setting has to be mended. */
function behindTheScenes(
  number: string,
  actor: Failure['actor'],
  texts: Omit<Failure, 'number' | 'actor' | 'patient'>,
): Failure {
  return { number, actor, patient: machineFault, http: 503, ...texts };
}

/** Failures of certificates, revocation, card signatures and signed statements. */
export const pkiFailures = defineFailures('P', {
  ...residenceCardSignatureFailures,
  'certificate-malformed': atTheCounter('P101', {
    staff: {
      ja: '電子証明書を読み取れましたが、形式が正しくありません。別の方法で本人確認をしてください。',
      en: 'The certificate was read, but is not well formed. Identify the person in another way.',
    },
    cause: {
      ja: 'X.509（DER）として解釈できないデータ。読み取り途中の欠損、破損したチップ、偽造の可能性があります。',
      en: 'The bytes are not an X.509 certificate in DER: a torn read, a damaged chip, or a forgery.',
    },
    remedy: {
      ja: 'カードを置き直して一度だけ再試行します。続く場合は市区町村の窓口での確認をご案内します。',
      en: 'Lay the card down again once. If it persists, the municipal office can check the card.',
    },
    http: 400,
  }),
  'certificate-expired': {
    number: 'P102',
    actor: 'staff',
    patient: {
      ja: 'カードの電子証明書の有効期限が過ぎています。受付の係員にお声がけください。更新は市区町村の窓口でできます。',
      en: 'The certificate on the card has passed its date. Please speak to the staff. Your municipal office renews it.',
    },
    staff: {
      ja: '電子証明書の有効期限が切れています。カード本体の期限とは別です。別の方法で確認し、更新をご案内ください。',
      en: 'The certificate has expired (its date differs from the card’s own). Use another way and suggest renewal.',
    },
    cause: {
      ja: '電子証明書の有効期間は発行から5回目の誕生日までです。',
      en: 'A certificate is valid until the fifth birthday after its issue.',
    },
    remedy: {
      ja: '市区町村の窓口で電子証明書を更新します。',
      en: 'The municipal office renews the certificate.',
    },
    http: 403,
  },
  'certificate-not-yet-valid': atTheCounter('P103', {
    staff: {
      ja: '電子証明書の有効期間がまだ始まっていません。端末の時計が正しいか確認してください。',
      en: 'The certificate is not valid yet. Check that the clock of this machine is right.',
    },
    cause: {
      ja: '端末の時計の遅れ、または有効期間前の証明書です。',
      en: 'The machine’s clock is behind, or the certificate lies before its period.',
    },
    remedy: {
      ja: '時刻同期（NTP）を確認し、やり直します。',
      en: 'Check time synchronisation (NTP) and repeat.',
    },
  }),
  'certificate-revoked': atTheCounter('P104', {
    staff: {
      ja: 'この電子証明書は失効しています。再発行済み、紛失の届出などが考えられます。別の方法で本人確認をしてください。',
      en: 'This certificate has been revoked, for example after reissue or a reported loss. Identify in another way.',
    },
    cause: {
      ja: '発行機関の失効情報に、この証明書が載っています。',
      en: 'The issuer’s revocation information lists this certificate.',
    },
    remedy: {
      ja: '新しいカードをお持ちかを伺い、なければ市区町村の窓口をご案内します。',
      en: 'Ask for a newer card; otherwise point to the municipal office.',
    },
  }),
  'certificate-suspended': atTheCounter('P121', {
    staff: {
      ja: 'この電子証明書は、紛失の届出などで一時停止されています。見つかったカードかもしれません。別の方法で本人確認をしてください。',
      en: 'This certificate is suspended, for example after a reported loss; the card may have been found since. Identify in another way.',
    },
    cause: {
      ja: '発行機関の失効情報に、一時停止（certificateHold）として載っています。解除されれば、また使えます。',
      en: 'The issuer lists the certificate as on hold (certificateHold). It is good again once the hold is lifted.',
    },
    remedy: {
      ja: '責めることなく伺い、一時停止の解除は市区町村の窓口でできることをご案内します。',
      en: 'Ask without any reproach, and say that the municipal office can lift the suspension.',
    },
  }),
  'certificate-signature-invalid': atTheCounter('P105', {
    staff: {
      ja: '電子証明書の署名が、信頼する発行機関のものと一致しません。別の方法で本人確認をしてください。',
      en: 'The certificate’s signature is not the trusted issuer’s. Identify the person in another way.',
    },
    cause: {
      ja: '同じ名前を名乗る別の発行者、または内容の改変です。',
      en: 'Another issuer of the same name, or changed contents.',
    },
    remedy: {
      ja: '繰り返す場合は、番号を添えてシステムの担当者に連絡します。',
      en: 'If it repeats, report this number to the system’s operator.',
    },
  }),
  'issuer-not-trusted': atTheCounter('P106', {
    staff: {
      ja: 'この証明書の発行機関は、この端末に登録されていません。別の方法で本人確認をしてください。',
      en: 'The issuer of this certificate is not registered on this machine. Identify in another way.',
    },
    cause: {
      ja: '未知の発行機関、または発行機関の新しい世代の証明書が未登録です。',
      en: 'An unknown issuer, or a new generation of the issuer’s certificate that is not registered yet.',
    },
    remedy: {
      ja: '信頼する発行機関の一覧（アンカー）を更新します。',
      en: 'Update the list of trusted issuers (anchors).',
    },
  }),
  'issuer-expired': behindTheScenes('P107', 'issuer', {
    staff: {
      ja: '発行機関の証明書が有効期間の外です。端末の時計を確認し、担当者に連絡してください。',
      en: 'The issuer’s own certificate is outside its period. Check the clock and tell the operator.',
    },
    cause: {
      ja: '古い世代の発行機関、または端末の時計のずれです。',
      en: 'An old generation of the issuer, or a wrong clock.',
    },
    remedy: {
      ja: '時刻同期と、登録済みの発行機関の証明書を確認します。',
      en: 'Check time synchronisation and the registered issuer certificates.',
    },
    http: 403,
  }),
  'issuer-not-authority': atTheCounter('P108', {
    staff: {
      ja: '発行の権限がない証明書で発行されています。受け付けられません。別の方法で本人確認をしてください。',
      en: 'Issued by a certificate without the right to issue. Not acceptable; identify in another way.',
    },
    cause: {
      ja: '基本制約または鍵用途が認証局のものではない証明書で署名されています。',
      en: 'The signer’s basic constraints or key usage are not those of an authority.',
    },
    remedy: {
      ja: '番号を添えてシステムの担当者に連絡します。',
      en: 'Report this number to the system’s operator.',
    },
  }),
  'issuer-revoked': atTheCounter('P109', {
    staff: {
      ja: '中間の発行機関が失効しています。別の方法で本人確認をしてください。',
      en: 'An authority between this certificate and its root has been revoked. Identify in another way.',
    },
    cause: {
      ja: '中間認証局の証明書が失効情報に載っています。',
      en: 'The revocation information lists an intermediate authority.',
    },
    remedy: {
      ja: '新しい認証局から発行し直します。',
      en: 'Reissue from the new authority.',
    },
  }),
  'path-too-long': atTheCounter('P110', {
    staff: {
      ja: '証明書のつながりが、発行機関の定めた段数を超えています。別の方法で本人確認をしてください。',
      en: 'The certificate chain is longer than its authority allows. Identify in another way.',
    },
    cause: {
      ja: 'パス長制約（RFC 5280 4.2.1.9）の違反です。',
      en: 'The path length constraint (RFC 5280 §4.2.1.9) is exceeded.',
    },
    remedy: {
      ja: '番号を添えてシステムの担当者に連絡します。',
      en: 'Report this number to the system’s operator.',
    },
  }),
  'path-too-complex': behindTheScenes('P111', 'developer', {
    staff: {
      ja: '証明書の組み合わせが多すぎ、検証を打ち切りました。担当者に連絡してください。',
      en: 'Too many certificate combinations: the check was stopped. Tell the operator.',
    },
    cause: {
      ja: '検証回数の上限に達しました。過大な中間証明書による妨害の可能性もあります。',
      en: 'The limit of signature checks was reached; it may be an attempt to keep the machine busy.',
    },
    remedy: {
      ja: '送られた中間証明書を必要なものだけに減らします。',
      en: 'Send only the intermediates that are needed.',
    },
    http: 400,
  }),
  'key-usage-not-allowed': atTheCounter('P112', {
    staff: {
      ja: 'この証明書は、この用途に使えない種類です。別の方法で本人確認をしてください。',
      en: 'This certificate is not of the kind for this use. Identify in another way.',
    },
    cause: {
      ja: '鍵用途（keyUsage／extendedKeyUsage）が求める用途を含みません。',
      en: 'Key usage or extended key usage does not include what is asked for.',
    },
    remedy: {
      ja: '用途に合う証明書を使います。',
      en: 'Use a certificate made for this use.',
    },
  }),
  'critical-extension-unknown': atTheCounter('P113', {
    staff: {
      ja: '証明書に、この端末が扱えない必須の項目があります。別の方法で本人確認をしてください。',
      en: 'The certificate has a mandatory part that this machine cannot process. Identify in another way.',
    },
    cause: {
      ja: '処理できないクリティカル拡張（RFC 5280 4.2）です。',
      en: 'A critical extension that is not processed (RFC 5280 §4.2).',
    },
    remedy: {
      ja: 'ソフトウェアを更新します。続く場合は番号を添えて連絡します。',
      en: 'Update the software; if it persists, report this number.',
    },
  }),
  'algorithm-too-weak': atTheCounter('P114', {
    staff: {
      ja: '安全でない古い暗号方式の証明書です。別の方法で本人確認をしてください。',
      en: 'The certificate uses an old, unsafe algorithm. Identify in another way.',
    },
    cause: {
      ja: 'SHA-1以下のハッシュ、2048ビット未満のRSA、または認めていない曲線です。',
      en: 'SHA-1 or weaker, RSA below 2048 bits, or a curve that is not accepted.',
    },
    remedy: {
      ja: '新しい方式で証明書を発行し直します。',
      en: 'Reissue the certificate with a current algorithm.',
    },
  }),
  'algorithm-unknown': behindTheScenes('P115', 'developer', {
    staff: {
      ja: 'この端末がまだ対応していない暗号方式のため、確認できませんでした。別の方法で本人確認をしてください。',
      en: 'The algorithm is not supported here yet, so nothing could be checked. Identify in another way.',
    },
    cause: {
      ja: '未対応の署名方式または鍵の種類です。',
      en: 'An unsupported signature algorithm or kind of key.',
    },
    remedy: { ja: 'ソフトウェアを更新します。', en: 'Update the software.' },
    http: 501,
  }),
  'certificate-in-grace': {
    number: 'P116',
    actor: 'patient',
    patient: {
      ja: '今回はご利用いただけます。カードの電子証明書の有効期限が過ぎていますので、市区町村の窓口での更新をおすすめします。',
      en: 'You can use it this time. The certificate on the card has passed its date: please renew it at your municipal office.',
    },
    staff: {
      ja: '有効期限が過ぎていますが、猶予期間内のため資格確認に限り利用できます。更新をご案内ください。',
      en: 'Expired, but within the grace period: good for the eligibility check only. Suggest renewal.',
    },
    cause: {
      ja: '有効期限後の猶予期間（資格確認のみ）です。',
      en: 'The grace period after expiry, for the eligibility check only.',
    },
    remedy: {
      ja: '市区町村の窓口で電子証明書を更新します。',
      en: 'The municipal office renews the certificate.',
    },
  },
  'anchors-missing': behindTheScenes('P117', 'device', {
    staff: {
      ja: 'この端末に、信頼する発行機関が一つも登録されていません。担当者に連絡してください。',
      en: 'No trusted issuer is registered on this machine. Tell the operator.',
    },
    cause: {
      ja: '設定の信頼アンカーが空です。',
      en: 'The configured list of trust anchors is empty.',
    },
    remedy: {
      ja: '発行機関の証明書を設定に登録します。',
      en: 'Register the issuers’ certificates in the configuration.',
    },
  }),
  'name-not-permitted': atTheCounter('P118', {
    staff: {
      ja: '発行機関に許されていない範囲の名前に発行された証明書です。受け付けられません。別の方法で本人確認をしてください。',
      en: 'Issued to a name outside what its authority may certify. Not acceptable; identify in another way.',
    },
    cause: {
      ja: '名前制約（RFC 5280 4.2.1.10）の違反です。',
      en: 'The name constraints (RFC 5280 §4.2.1.10) of an authority do not allow this name.',
    },
    remedy: {
      ja: '番号を添えてシステムの担当者に連絡します。',
      en: 'Report this number to the system’s operator.',
    },
  }),
  'policy-not-acceptable': atTheCounter('P119', {
    staff: {
      ja: 'この証明書は、求められる証明書ポリシーで発行されていません。別の方法で本人確認をしてください。',
      en: 'The certificate was not issued under a policy that is asked for. Identify in another way.',
    },
    cause: {
      ja: '証明書ポリシー（RFC 5280 4.2.1.4、4.2.1.5、4.2.1.11）の条件を満たしません。',
      en: 'Policies, their mapping or their constraints (RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11) are not met.',
    },
    remedy: {
      ja: '用途に合う証明書を使うか、受け入れるポリシーの設定を確認します。',
      en: 'Use a certificate made for this use, or check the policies that are accepted.',
    },
  }),
  'certificate-profile-broken': atTheCounter('P120', {
    staff: {
      ja: '証明書が標準の作り方に沿っていません。別の方法で本人確認をしてください。',
      en: 'The certificate is not made as the standard obliges its issuer. Identify in another way.',
    },
    cause: {
      ja: '発行者に対するRFC 5280 4章の決まりに反しています。厳格な検証を選んだときだけ拒否します。',
      en: 'It breaks a rule of RFC 5280 §4 for issuers; refused only where strict checking was chosen.',
    },
    remedy: {
      ja: '発行者に連絡するか、設定で厳格な検証を外します。',
      en: 'Tell the issuer, or do without strict checking.',
    },
  }),
  'peer-name-mismatch': behindTheScenes('P122', 'developer', {
    staff: {
      ja: '接続先の証明書が、接続したい相手のものではありません。システムの担当者に連絡してください。',
      en: 'The certificate belongs to another party than the one meant. Tell the system’s operator.',
    },
    cause: {
      ja: '証明書のsubjectAltNameに、指定した名前（ホスト名、IPアドレス、メールアドレス）がありません（RFC 9525）。',
      en: 'The name that was asked for (host, address or mailbox) is not among the subjectAltNames (RFC 9525).',
    },
    remedy: {
      ja: '接続先の設定と、証明書の名前が同じか確認します。',
      en: 'Check that the configured name and the names in the certificate agree.',
    },
  }),
  'revocation-unknown': behindTheScenes('P201', 'network', {
    staff: {
      ja: '電子証明書が失効していないかを確認できませんでした。カードに問題があるとは限りません。',
      en: 'Whether the certificate has been revoked could not be found out. The card may well be fine.',
    },
    cause: {
      ja: '失効情報を取得できない、古い、または検証できない状態です。詳細は続く理由を見てください。',
      en: 'Revocation information is out of reach, stale or not verifiable; the next reason says which.',
    },
    remedy: {
      ja: '通信を確認し、施設の方針に従って別の方法で確認します。',
      en: 'Check the line, and follow the site’s policy for another way.',
    },
  }),
  'revocation-list-unavailable': behindTheScenes('P202', 'network', {
    staff: {
      ja: '失効リストを取得できませんでした。通信を確認してください。',
      en: 'The revocation list could not be had. Check the line.',
    },
    cause: {
      ja: 'この発行機関の失効リストがない、または取得に失敗しました。',
      en: 'There is no list of this issuer, or fetching it failed.',
    },
    remedy: { ja: '取得元と通信を確認します。', en: 'Check its source and the line.' },
  }),
  'revocation-list-malformed': behindTheScenes('P203', 'issuer', {
    staff: {
      ja: '失効リストの形式が正しくありません。担当者に連絡してください。',
      en: 'The revocation list is not well formed. Tell the operator.',
    },
    cause: { ja: 'CRLとして解釈できないデータです。', en: 'The bytes are not a CRL.' },
    remedy: { ja: '取得し直し、続く場合は取得元に連絡します。', en: 'Fetch again; else tell its source.' },
  }),
  'revocation-list-stale': behindTheScenes('P204', 'network', {
    staff: {
      ja: '失効リストが古くなっています。新しいリストを取得できるか確認してください。',
      en: 'The revocation list is out of date. Check that a new one can be fetched.',
    },
    cause: {
      ja: '次回更新予定（nextUpdate）を過ぎたか、その日時がありません。',
      en: 'Its nextUpdate has passed, or is missing.',
    },
    remedy: { ja: '新しい失効リストを取得します。', en: 'Fetch a new list.' },
  }),
  'revocation-list-not-yet-valid': behindTheScenes('P205', 'device', {
    staff: {
      ja: '失効リストの発行日時が、この端末の時計より先です。時計を確認してください。',
      en: 'The revocation list dates from after this machine’s clock. Check the clock.',
    },
    cause: { ja: '端末の時計の遅れが考えられます。', en: 'The machine’s clock is probably behind.' },
    remedy: { ja: '時刻同期（NTP）を確認します。', en: 'Check time synchronisation (NTP).' },
  }),
  'revocation-list-signature-invalid': behindTheScenes('P206', 'network', {
    staff: {
      ja: '失効リストの署名を確認できませんでした。担当者に連絡してください。',
      en: 'The revocation list’s signature does not hold. Tell the operator.',
    },
    cause: {
      ja: '別の発行者のリスト、または改変されたリストです。',
      en: 'A list of another issuer, or a changed list.',
    },
    remedy: { ja: '取得元と通信経路を確認します。', en: 'Check its source and the way it came.' },
  }),
  'revocation-list-out-of-scope': behindTheScenes('P207', 'developer', {
    staff: {
      ja: 'この証明書を対象としない失効リストのため、確認できませんでした。',
      en: 'The revocation list does not cover this certificate, so nothing could be found out.',
    },
    cause: {
      ja: '配布点・対象・失効理由が異なる、完全なリストのない差分リスト、未対応のクリティカル拡張です。',
      en: 'Another point, scope or set of reasons, a delta list without its base, or an unknown critical extension.',
    },
    remedy: {
      ja: '証明書の配布点に合う失効リストを使います。',
      en: 'Use the lists of the certificate’s distribution point.',
    },
  }),
  'status-responder-missing': behindTheScenes('P208', 'device', {
    staff: {
      ja: '失効状態の問い合わせ先が分かりません。担当者に連絡してください。',
      en: 'There is no address to ask about this certificate’s status. Tell the operator.',
    },
    cause: {
      ja: '証明書にOCSPの宛先がなく、設定にもありません。',
      en: 'The certificate names no OCSP responder, and none is configured.',
    },
    remedy: {
      ja: '利用できる問い合わせ先を設定します。',
      en: 'Configure a responder that you are entitled to ask.',
    },
  }),
  'status-response-unavailable': behindTheScenes('P209', 'network', {
    staff: {
      ja: '失効状態の問い合わせに返事がありませんでした。通信を確認してください。',
      en: 'The question about the certificate’s status was not answered. Check the line.',
    },
    cause: {
      ja: 'OCSPレスポンダに届かない、時間切れ、または大きすぎる応答です。',
      en: 'The OCSP responder is out of reach, too slow, or answers with too much.',
    },
    remedy: { ja: '宛先と通信を確認します。', en: 'Check its address and the line.' },
  }),
  'status-response-malformed': behindTheScenes('P210', 'issuer', {
    staff: {
      ja: '失効状態の返事の形式が正しくありません。担当者に連絡してください。',
      en: 'The answer about the certificate’s status is not well formed. Tell the operator.',
    },
    cause: { ja: 'OCSP応答として解釈できないデータです。', en: 'The bytes are not an OCSP response.' },
    remedy: {
      ja: 'やり直し、続く場合は問い合わせ先に連絡します。',
      en: 'Ask again; else tell the responder.',
    },
  }),
  'status-response-refused': behindTheScenes('P211', 'issuer', {
    staff: {
      ja: '失効状態の問い合わせを断られました。担当者に連絡してください。',
      en: 'The responder declined to answer about the certificate’s status. Tell the operator.',
    },
    cause: {
      ja: 'OCSPレスポンダが tryLater、unauthorized などを返しました。',
      en: 'The OCSP responder said tryLater, unauthorized or the like.',
    },
    remedy: {
      ja: '後でやり直すか、問い合わせの資格を確認します。',
      en: 'Try again later, or check that you are entitled to ask.',
    },
  }),
  'status-response-signature-invalid': behindTheScenes('P212', 'network', {
    staff: {
      ja: '失効状態の返事の署名を確認できませんでした。担当者に連絡してください。',
      en: 'The signature of the answer about the certificate’s status does not hold. Tell the operator.',
    },
    cause: {
      ja: '発行機関が認めていない署名者、または改変された応答です。',
      en: 'A signer whom the issuer did not authorise, or a changed answer.',
    },
    remedy: { ja: '問い合わせ先と通信経路を確認します。', en: 'Check the responder and the way it came.' },
  }),
  'status-response-stale': behindTheScenes('P213', 'network', {
    staff: {
      ja: '失効状態の返事が古いか、日時が合いません。時計と通信を確認してください。',
      en: 'The answer about the certificate’s status is old, or its dates do not fit. Check clock and line.',
    },
    cause: {
      ja: 'OCSP応答の thisUpdate、nextUpdate、producedAt が現在に合いません。再送の可能性もあります。',
      en: 'thisUpdate, nextUpdate or producedAt does not fit the present; it may be a replay.',
    },
    remedy: { ja: '時刻同期を確認し、問い合わせ直します。', en: 'Check time synchronisation and ask again.' },
  }),
  'status-response-mismatch': behindTheScenes('P214', 'network', {
    staff: {
      ja: '別の問い合わせへの返事が届きました。担当者に連絡してください。',
      en: 'The answer belongs to another question. Tell the operator.',
    },
    cause: {
      ja: '証明書の識別子またはノンスが一致しません。再送の可能性もあります。',
      en: 'Certificate identifier or nonce differ; it may be a replay.',
    },
    remedy: {
      ja: '問い合わせ直し、続く場合は経路を調べます。',
      en: 'Ask again; else examine the way it came.',
    },
  }),
  'status-not-known-to-responder': behindTheScenes('P215', 'issuer', {
    staff: {
      ja: '問い合わせ先は、この証明書の状態を知りませんでした。',
      en: 'The responder does not know this certificate’s status.',
    },
    cause: {
      ja: 'OCSP応答が unknown でした。問い合わせ先が違う可能性があります。',
      en: 'The OCSP response said unknown: perhaps the wrong responder was asked.',
    },
    remedy: { ja: '問い合わせ先の設定を確認します。', en: 'Check which responder is configured.' },
  }),
  'card-issuer-certificate-malformed': atTheCounter('P301', {
    staff: {
      ja: 'カードの発行者情報の形式が正しくありません。別の方法で本人確認をしてください。',
      en: 'The card’s issuer certificate is not well formed. Identify in another way.',
    },
    cause: {
      ja: '7F21の構造が壊れています。読み取りの欠損、破損、偽造の可能性があります。',
      en: 'The structure of object 7F21 is broken: a torn read, damage, or a forgery.',
    },
    remedy: { ja: 'カードを置き直して一度だけ再試行します。', en: 'Lay the card down again once.' },
    http: 400,
  }),
  'card-issuer-not-trusted': atTheCounter('P302', {
    staff: {
      ja: 'カード発行者の認証局が、この端末に登録されていません。別の方法で本人確認をしてください。',
      en: 'The authority of this card’s issuer is not registered on this machine. Identify in another way.',
    },
    cause: {
      ja: '未知の証明者鍵IDです。試験用カード、または新しい世代の鍵の可能性があります。',
      en: 'An unknown authority key identifier: a test card, or a new generation of keys.',
    },
    remedy: { ja: '登録済みの発行者鍵を確認します。', en: 'Check the registered issuer keys.' },
  }),
  'card-issuer-signature-invalid': atTheCounter('P303', {
    staff: {
      ja: 'カード発行者の証明が、登録された認証局のものと一致しません。別の方法で本人確認をしてください。',
      en: 'The card issuer’s certificate is not signed by the registered authority. Identify in another way.',
    },
    cause: { ja: '偽造または改変された発行者証明書です。', en: 'A forged or changed issuer certificate.' },
    remedy: {
      ja: '番号を添えてシステムの担当者に連絡します。',
      en: 'Report this number to the system’s operator.',
    },
  }),
  'card-face-signature-invalid': atTheCounter('P304', {
    staff: {
      ja: 'カードの券面情報（氏名・写真など）の署名が一致しません。別の方法で本人確認をしてください。',
      en: 'The signature of the card-face record (name, photo) does not hold. Identify in another way.',
    },
    cause: {
      ja: '記録の改変、別のカードの記録、または発行者の不一致です。',
      en: 'A changed record, a record of another card, or another issuer.',
    },
    remedy: {
      ja: '番号を添えてシステムの担当者に連絡します。',
      en: 'Report this number to the system’s operator.',
    },
  }),
  'rsa-signature-invalid': atTheCounter('P305', {
    staff: {
      ja: 'カードの署名が一致しません。別の方法で本人確認をしてください。',
      en: 'The card’s signature does not hold. Identify in another way.',
    },
    cause: {
      ja: '鍵を持たない複製カード、または通信中の改変です。',
      en: 'A copied card without its key, or a change on the way.',
    },
    remedy: { ja: 'カードを置き直して一度だけ再試行します。', en: 'Lay the card down again once.' },
  }),
  'rsa-key-malformed': atTheCounter('P306', {
    staff: {
      ja: 'カードの公開鍵を解釈できません。別の方法で本人確認をしてください。',
      en: 'The card’s public key cannot be understood. Identify in another way.',
    },
    cause: {
      ja: '鍵データの欠損または破損です。',
      en: 'The key’s bytes are torn or damaged.',
    },
    remedy: { ja: 'カードを置き直して一度だけ再試行します。', en: 'Lay the card down again once.' },
    http: 400,
  }),
  'statement-malformed': behindTheScenes('P401', 'developer', {
    staff: {
      ja: '端末からの本人確認の報告を読み取れませんでした。担当者に連絡してください。',
      en: 'The terminal’s statement could not be read. Tell the operator.',
    },
    cause: {
      ja: 'JWSとして解釈できないか、余分または不足の項目があります。',
      en: 'Not a compact JWS, or with missing or surplus header fields.',
    },
    remedy: { ja: '送信側のソフトウェアを確認します。', en: 'Check the sending software.' },
    http: 400,
  }),
  'statement-type-wrong': behindTheScenes('P402', 'developer', {
    staff: {
      ja: '別の目的の報告が送られました。担当者に連絡してください。',
      en: 'A statement made for another purpose was sent. Tell the operator.',
    },
    cause: { ja: 'JWSのtypが求めるものと異なります。', en: 'The typ of the JWS is not the one asked for.' },
    remedy: { ja: '送信側の設定を確認します。', en: 'Check the sender’s settings.' },
    http: 400,
  }),
  'statement-algorithm-not-allowed': behindTheScenes('P403', 'developer', {
    staff: {
      ja: '報告の署名方式が認められていません。担当者に連絡してください。',
      en: 'The statement’s signature algorithm is not accepted. Tell the operator.',
    },
    cause: {
      ja: 'ES256以外の署名方式、または署名なしです。',
      en: 'Something other than ES256, or no signature at all.',
    },
    remedy: {
      ja: '送信側を確認します。不正な試みの可能性もあります。',
      en: 'Check the sender; it may be an attack.',
    },
    http: 401,
  }),
  'statement-without-certificate': behindTheScenes('P404', 'developer', {
    staff: {
      ja: '報告に端末の証明書が付いていません。担当者に連絡してください。',
      en: 'The statement carries no terminal certificate. Tell the operator.',
    },
    cause: { ja: 'JWSのx5cがありません。', en: 'The JWS has no x5c.' },
    remedy: {
      ja: '端末に証明書が登録されているか確認します。',
      en: 'Check that the terminal has its certificate.',
    },
    http: 401,
  }),
  'statement-signature-invalid': behindTheScenes('P405', 'device', {
    staff: {
      ja: '報告の署名が一致しません。担当者に連絡してください。',
      en: 'The statement’s signature does not hold. Tell the operator.',
    },
    cause: {
      ja: '内容の改変、または証明書と鍵の不一致です。',
      en: 'Changed contents, or a key that is not the certificate’s.',
    },
    remedy: {
      ja: '端末の鍵と証明書の組を確認します。不正な試みの可能性もあります。',
      en: 'Check the terminal’s key and certificate; it may be an attack.',
    },
    http: 401,
  }),
  'test-authority-record-malformed': behindTheScenes('P501', 'developer', {
    staff: {
      ja: '試験用認証局の保存データを読み込めません。',
      en: 'The stored test authority cannot be read.',
    },
    cause: {
      ja: 'ファイルの破損、または鍵と証明書の組の不一致です。',
      en: 'A damaged file, or keys that do not belong to their certificates.',
    },
    remedy: {
      ja: '保存データを消して、試験用認証局を作り直します（発行済みの試験用カードは使えなくなります）。',
      en: 'Delete the stored file and make a new test authority (cards issued before will no longer be accepted).',
    },
  }),
});
