import { type BilingualText, defineFailures, type Failure } from '@honnin/outcome';

const patient: BilingualText = {
  ja: 'カードの準備ができていません。係の者にお声がけください。',
  en: 'The card is not ready yet. Please speak to the staff.',
};

/** The simulator is a tool of developers: the patient only learns that it is not ready. */
function forDevelopers(number: string, texts: Omit<Failure, 'number' | 'actor' | 'patient'>): Failure {
  return { number, actor: 'developer', patient, ...texts };
}

const install: BilingualText = {
  ja: '`apt-get install pcscd vsmartcard-vpcd` で入れます（Debian・Ubuntu）。',
  en: 'Install it with `apt-get install pcscd vsmartcard-vpcd` (Debian, Ubuntu).',
};

/** The failures of the simulated card and its readers; letter V of the failure-code book. */
export const cardSimulatorFailures = defineFailures('V', {
  'card-record-malformed': forDevelopers('V101', {
    staff: {
      ja: '模擬カードのファイルを読み込めません。カードを発行し直してください。',
      en: 'The simulated card’s file cannot be used. Issue the card again.',
    },
    cause: {
      ja: 'JSONが模擬カードの形式に合わないか、鍵がRSA-2048の秘密鍵ではありません。',
      en: 'The JSON does not have the shape of a simulated card, or a key is no RSA-2048 private key.',
    },
    remedy: {
      ja: '`honnin card issue` で発行し直します。手で直した場合は、詳細欄に示された場所を確かめます。',
      en: 'Issue it again with `honnin card issue`; if it was edited by hand, see the place named in the detail.',
    },
    http: 400,
  }),
  'fault-plan-malformed': forDevelopers('V103', {
    staff: {
      ja: '模擬カードの故障の指定を読み込めません。',
      en: 'The plan of the simulated card’s faults cannot be used.',
    },
    cause: {
      ja: '名前が知られていないか、JSONが故障計画の形式に合いません。',
      en: 'The name is not known, or the JSON does not have the shape of a fault plan.',
    },
    remedy: {
      ja: '`honnin card simulate --help` に名前の一覧があります。JSONでは、詳細欄に示された場所を確かめます。',
      en: '`honnin card simulate --help` lists the names; in JSON see the place named in the detail.',
    },
    http: 400,
  }),
  'slot-occupied': forDevelopers('V102', {
    staff: {
      ja: '模擬リーダーにはすでにカードが置かれています。先に取り除いてください。',
      en: 'A card already lies on the simulated reader. Take it away first.',
    },
    cause: {
      ja: '1つの模擬リーダーに2枚目のカードを置こうとしました。',
      en: 'A second card was laid on one simulated reader.',
    },
    remedy: {
      ja: '置かれているカードを取り除いてから置きます。',
      en: 'Remove the card that is there, then insert the other.',
    },
    http: 409,
  }),
  'pcscd-missing': forDevelopers('V201', {
    staff: {
      ja: 'pcscd が見つかりません。apt-get install pcscd vsmartcard-vpcd で入れてください。',
      en: 'pcscd was not found. Install it: apt-get install pcscd vsmartcard-vpcd.',
    },
    cause: { ja: 'PC/SCのサービスが入っていません。', en: 'The PC/SC service is not installed.' },
    remedy: install,
  }),
  'vpcd-missing': forDevelopers('V202', {
    staff: {
      ja: '模擬リーダーのドライバー（vsmartcard-vpcd）が見つかりません。apt-get install pcscd vsmartcard-vpcd で入れてください。',
      en: 'The virtual reader’s driver was not found. Install it: apt-get install pcscd vsmartcard-vpcd.',
    },
    cause: {
      ja: 'pcscd のドライバーのフォルダーに libifdvpcd.so がありません。',
      en: 'There is no libifdvpcd.so in pcscd’s folder of drivers.',
    },
    remedy: install,
  }),
  'namespaces-refused': forDevelopers('V203', {
    staff: {
      ja: 'この環境では専用の pcscd を隔離して動かせません。模擬カードはプロセス内のリーダーで使えます。',
      en: 'A private pcscd cannot be isolated here. The simulated card still works in process.',
    },
    cause: {
      ja: 'unshare が拒まれました。コンテナーやカーネルの設定で名前空間が禁じられています。',
      en: 'unshare was refused: the container or the kernel forbids namespaces.',
    },
    remedy: {
      ja: 'root で動かすか、非特権ユーザー名前空間を許可します（sysctl user.max_user_namespaces、AppArmor の設定）。',
      en: 'Run as root, or allow unprivileged user namespaces (sysctl user.max_user_namespaces, AppArmor).',
    },
  }),
  'isolation-tools-missing': forDevelopers('V204', {
    staff: {
      ja: '専用の pcscd に必要な unshare、mount または ip がありません。apt-get install util-linux mount iproute2 で入れてください。',
      en: 'unshare, mount or ip is missing. Install them: apt-get install util-linux mount iproute2.',
    },
    cause: {
      ja: '隔離に使うコマンドが入っていません。Linux 以外では使えません。',
      en: 'The commands that isolate are not installed; they exist on Linux only.',
    },
    remedy: {
      ja: '`apt-get install util-linux mount iproute2` で入れます。Linux 以外ではプロセス内のリーダーを使います。',
      en: 'Install them with `apt-get install util-linux mount iproute2`; elsewhere use the in-process readers.',
    },
  }),
  'pcscd-not-started': forDevelopers('V205', {
    staff: {
      ja: '専用の pcscd が起動しませんでした。詳細欄の出力を確かめてください。',
      en: 'The private pcscd did not start. See its output in the detail.',
    },
    cause: {
      ja: 'pcscd がソケットを作る前に終了したか、時間内に応じませんでした。',
      en: 'pcscd ended before it made its socket, or did not make it in time.',
    },
    remedy: {
      ja: '出力に示された原因を除き、もう一度始めます。',
      en: 'Remove the cause that the output names, and start again.',
    },
  }),
  'pcscd-directory-unusable': forDevelopers('V206', {
    staff: {
      ja: '専用の pcscd のフォルダーを使えません。短いパスの、書き込めるフォルダーを指定してください。',
      en: 'The private pcscd’s folder cannot be used. Give a writable folder with a short path.',
    },
    cause: {
      ja: 'フォルダーを作れないか、ソケットのパスが107バイトを超えるか、別の pcscd が使用中です。',
      en: 'It cannot be made, the socket’s path would be over 107 bytes, or another pcscd is using it.',
    },
    remedy: {
      ja: '/tmp の下などの短いパスで、起動ごとに別のフォルダーを指定します。',
      en: 'Give each instance a folder of its own with a short path, such as one under /tmp.',
    },
  }),
  'pcscd-ended': forDevelopers('V207', {
    staff: {
      ja: '専用の pcscd が終了しています。始め直してください。',
      en: 'The private pcscd has ended. Start it again.',
    },
    cause: {
      ja: 'pcscd が異常終了したか、すでに片付けられています。',
      en: 'pcscd crashed, or was already disposed of.',
    },
    remedy: { ja: '新しく始めます。', en: 'Start a new one.' },
  }),
  'vpcd-unreachable': forDevelopers('V301', {
    staff: {
      ja: '模擬リーダー（vpcd）に接続できません。pcscd が動いているか確かめてください。',
      en: 'The virtual reader (vpcd) cannot be reached. Check that pcscd is running.',
    },
    cause: {
      ja: '指定の場所で vpcd が待ち受けていません。',
      en: 'No vpcd listens at that address.',
    },
    remedy: {
      ja: 'pcscd を始めます。vpcd は pcscd が始まってから待ち受けます（初期設定は 35963 番ポート）。',
      en: 'Start pcscd: vpcd listens only while it runs (port 35963 unless set otherwise).',
    },
    http: 503,
  }),
  'vpcd-silent': forDevelopers('V302', {
    staff: {
      ja: '模擬リーダー（vpcd）がカードに気づきません。別の模擬カードが差さっていないか確かめてください。',
      en: 'The virtual reader (vpcd) does not notice the card. Check that no other simulated card is in it.',
    },
    cause: {
      ja: '接続はできましたが、vpcd から何も届きません。多くは、そのスロットに先客がいます。',
      en: 'The connection stands but vpcd sends nothing: most often another card holds the slot.',
    },
    remedy: {
      ja: '先のカードを外すか、次のポート（2番目のスロット）を使います。',
      en: 'Take the other card out, or use the next port (the second slot).',
    },
    http: 503,
  }),
});
